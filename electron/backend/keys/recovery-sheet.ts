import { z } from 'zod'

const base64 = z.base64()

/** What the printed sheet decrypts: the data key, encrypted with the code that is only on paper. */
export const sheetSchema = z.strictObject({
  format: z.literal('balai-recovery-2'),
  /** 1 for the first sheet of a centre. */
  number: z.int().min(1),
  madeAt: z.string(),
  wrapped: z.strictObject({ salt: base64, nonce: base64, tag: base64, data: base64 }),
})
export type StoredSheet = z.infer<typeof sheetSchema>
