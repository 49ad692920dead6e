import { DomainError } from '../domain-error.ts'

/**
 * Disk errors during work, as domain errors. Other errors stay: a violated constraint or trigger should have been prevented by a rule before it and
 * is a bug. The one exception is frozen data of a person, which applies to every act and is reported as a domain error.
 */
export function constraintError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const { code } = error
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message === 'trainee_closed')
    return new DomainError({ code: 'person_closed' })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code.startsWith('SQLITE_IOERR_WRITE'))
    return new DomainError({ code: 'disk_full' })
  // A disk remounted read-only, or a stick with write protection.
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS')
    return new DomainError({ code: 'folder_unwritable', folder })
  if (code.startsWith('SQLITE_CORRUPT')) return new DomainError({ code: 'database_damaged', snapshot: null })
  return error
}
