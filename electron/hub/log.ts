/** One line of JSON an event, for the journal of the system. Ids, numbers and codes alone: no name, NIK, number of a certificate or address of a visitor. */
export type Log = (event: string, details?: Readonly<Record<string, string | number | boolean | null>>) => void

export function lineLog(write: (line: string) => unknown): Log {
  return (event, details = {}) => {
    write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`)
  }
}
