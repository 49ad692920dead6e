import { z } from 'zod'
import { plainDateSchema } from '../../kernel/schema.ts'

const number = z.string().min(1)

/**
 * What somebody needs who checks papers without the program: the public keys of a centre, and which numbers were taken back up to the day
 * of the list. A signature alone cannot know of a later revocation.
 */
export const keyFileSchema = z.strictObject({
  format: z.literal('balai-keys-1'),
  centre: z.string(),
  /** The day on which the list was written. */
  listedOn: plainDateSchema,
  keys: z.array(
    z.strictObject({
      id: z.string().regex(/^[0-9a-f]{8}$/),
      publicKey: z.string().regex(/^[0-9a-f]{64}$/),
      /** Null while papers are still signed with it. A retired key goes on checking what it has signed. */
      retiredOn: plainDateSchema.nullable(),
    }),
  ),
  revoked: z.array(z.strictObject({ number, on: plainDateSchema })),
  /** The last end of a day of the history that the centre has signed; null before the first. `code` is what papers name of it. */
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
