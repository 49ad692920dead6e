import type { Form, TakenPage } from './scan-look.ts'

/** What is asked of the thread that looks at pictures, one question at a time. */
export type ScanQuestion =
  | { kind: 'open'; bytes: Uint8Array }
  /** Keeps the page until the next one is looked at. */
  | { kind: 'look'; page: number }
  /** Of the page that was looked at last; `code` is one of its texts. */
  | { kind: 'take'; code: string | null; forms: Form[] }

export type ScanAnswers = {
  /** Pages of the file; null when it cannot be read. */
  open: { pages: number } | null
  /** Texts of its codes; null when the page cannot be read. */
  look: { codes: string[] } | null
  take: TakenPage
}

export type ScanAnswer = { ok: true; answer: ScanAnswers[ScanQuestion['kind']] } | { ok: false; message: string }
