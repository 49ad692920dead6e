import { z } from 'zod'

// What a host asks of the program on a desk: its dialogs, printers and other programs. The host may have another version, so keep this small and
// stable. Bytes are the body, the rest is JSON beside it.

const text = (longest: number) => z.string().max(longest)

export const deskJob = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('print'),
    id: text(64),
    title: text(300),
    printer: text(300).optional(),
    copies: z.int().min(1).max(999).optional(),
    sides: z.enum(['SINGLE', 'LONG', 'SHORT']).optional(),
  }),
  z.object({ kind: z.literal('printers'), id: text(64) }),
  z.object({ kind: z.literal('save'), id: text(64), name: text(300) }),
  z.object({ kind: z.literal('open'), id: text(64), name: text(300) }),
])
export type DeskJob = z.infer<typeof deskJob>

/** Errors of dialogs and printers of a desk. */
const deskJobRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['printer_failed', 'printer_silent']), printer: text(300) }),
  z.object({ code: z.literal('folder_unwritable'), folder: text(1000) }),
  z.object({ code: z.literal('file_in_use'), name: text(300) }),
  z.object({ code: z.literal('disk_full') }),
])

const printer = z.object({ name: text(300), label: text(300), preferred: z.boolean() })

/** The answers; `failed` is an unexpected error, recorded in the log of the desk. */
export const deskJobAnswer = z.union([
  z.object({ printed: z.boolean() }),
  z.object({ saved: z.boolean() }),
  z.object({ opened: z.boolean() }),
  z.object({ printers: z.array(printer).max(200) }),
  z.object({ refused: deskJobRefusal }),
  z.object({ failed: z.literal(true) }),
])
export type DeskJobAnswer = z.infer<typeof deskJobAnswer>
