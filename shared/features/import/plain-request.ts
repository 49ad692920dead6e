import type { ImportRequest } from './contract.ts'

/** A request with everything detected automatically. */
export function plainRequest(file: ImportRequest['file'], ticket: string): ImportRequest {
  return { file, sheet: null, headerRow: null, sender: '', columns: null, repairs: [], ticket }
}
