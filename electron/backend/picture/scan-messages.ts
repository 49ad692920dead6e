import type { Form, TakenPage } from './scan-look.ts'

/** Requests to the thread that reads pictures, one at a time. */
export type ScanQuestion =
  | { kind: 'open'; bytes: Uint8Array }
  /** The thread keeps this page until the next 'look'. */
  | { kind: 'look'; page: number }
  /** For the page of the last 'look'; `code` is one of its texts. */
  | { kind: 'take'; code: string | null; forms: Form[] }

export type ScanAnswers = {
  /** Number of pages of the file; null if it cannot be read. */
  open: { pages: number } | null
  /** Texts of its codes; null if the page cannot be read. */
  look: { codes: string[] } | null
  take: TakenPage
}

export type ScanAnswer = { ok: true; answer: ScanAnswers[ScanQuestion['kind']] } | { ok: false; message: string }
