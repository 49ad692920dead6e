import { z } from 'zod'
import { plainDateSchema } from '../../kernel/schema.ts'

const number = z.string().min(1)

/**
 * For checking papers without the program: public keys, and the numbers revoked up to the day of the list, because a signature cannot know of a later
 * revocation.
 */
export const keyFileSchema = z.strictObject({
  format: z.literal('balai-keys-1'),
  centre: z.string(),
  /** Date of the list. */
  listedOn: plainDateSchema,
  keys: z.array(
    z.strictObject({
      id: z.string().regex(/^[0-9a-f]{8}$/),
      publicKey: z.string().regex(/^[0-9a-f]{64}$/),
      /** Null while in use. A retired key still verifies what it signed. */
      retiredOn: plainDateSchema.nullable(),
    }),
  ),
  revoked: z.array(z.strictObject({ number, on: plainDateSchema })),
  /** The last signed day of the history; null if none. `code` is its short form on papers. */
  history: z
    .strictObject({
      day: plainDateSchema,
      code: z.string().regex(/^[0-9A-F]{8}$/),
      head: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .nullable()
    .default(null),
  superseded: z.array(z.strictObject({ number, on: plainDateSchema, by: number })),
})
export type KeyFile = z.infer<typeof keyFileSchema>
