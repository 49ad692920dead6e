import { DomainError } from '../domain-error.ts'

/** Error codes of the system for a folder that is full, not writable, or gone. */
const meanings: Record<string, readonly string[]> = {
  // EFBIG: a file system (of a stick) that does not allow files above 4 GB.
  place_full: ['ENOSPC', 'EDQUOT', 'EFBIG'],
  place_unwritable: ['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'],
  place_gone: [
    'ENOENT',
    'EIO',
    'ENODEV',
    'ENXIO',
    'ESTALE',
    'EHOSTDOWN',
    'ENETUNREACH',
    'ENOTCONN',
    'ETIMEDOUT',
    'EINVAL',
    'EBADF',
    'UNKNOWN',
  ],
}

/** Converts an error of a backup place to a domain error; others are returned unchanged. */
export function placeError(error: unknown, folder: string): unknown {
  if (error instanceof DomainError || !(error instanceof Error) || !('code' in error)) return error
  const system = String(error.code)
  const [code] = Object.entries(meanings).find(([, codes]) => codes.includes(system)) ?? []
  if (code === 'place_full') return new DomainError({ code, folder, needed: 0, free: 0 })
  return code === 'place_unwritable' || code === 'place_gone' ? new DomainError({ code, folder }) : error
}
