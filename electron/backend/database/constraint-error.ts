import { DomainError } from '../domain-error.ts'

/**
 * What the disk says in the middle of work, as domain errors. Everything else stays an error: a constraint or trigger that speaks
 * has caught what the rules in front of it should have, which is a fault of ours. But for one: that the data of a person is frozen holds
 * for every act there will ever be, and is said in words even where no rule in front knew of it.
 */
export function constraintError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const { code } = error
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message === 'trainee_closed')
    return new DomainError({ code: 'person_closed' })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code.startsWith('SQLITE_IOERR_WRITE'))
    return new DomainError({ code: 'disk_full' })
  // A disk that was mounted anew for reading alone, a stick with its switch turned.
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS')
    return new DomainError({ code: 'folder_unwritable', folder })
  if (code.startsWith('SQLITE_CORRUPT')) return new DomainError({ code: 'database_damaged', snapshot: null })
  return error
}
