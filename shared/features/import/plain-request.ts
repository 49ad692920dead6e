import type { ImportRequest } from './contract.ts'

/** A file that is read as the program understands it, without anything chosen by hand. */
export function plainRequest(file: ImportRequest['file'], ticket: string): ImportRequest {
  return { file, sheet: null, headerRow: null, sender: '', columns: null, repairs: [], ticket }
}
