/**
 * Writes one line of JSON for each event, for the journal of the system. Only ids, numbers and codes: no name, NIK, certificate number or address of
 * a visitor.
 */
export type Log = (event: string, details?: Readonly<Record<string, string | number | boolean | null>>) => void

export function lineLog(write: (line: string) => unknown): Log {
  return (event, details = {}) => {
    write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`)
  }
}
