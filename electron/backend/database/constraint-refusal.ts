import { Refused } from '../refused.ts'

/**
 * The last guard spoke: a trigger or constraint stopped what the rules above should have caught. Known ones become the refusal
 * that a handler would have given, without its details; unknown ones stay errors, because they are faults of ours.
 */
export function constraintRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  if (error.code === 'SQLITE_FULL' || error.code.startsWith('SQLITE_IOERR_WRITE'))
    return new Refused({ code: 'disk_full' })
  if (error.code === 'SQLITE_CONSTRAINT_UNIQUE' && error.message.includes('certificate.')) {
    return new Refused({ code: 'numbers_moved' })
  }
  return error
}
