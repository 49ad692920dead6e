import type { z } from 'zod'

/** Route params: the `$id` of an address ('/peserta/12') as the number that the contract takes. Any other text is "page not found". */
export function idParams<Id extends number>(schema: z.ZodType<Id>) {
  return {
    parse({ id }: { id: string }): { id: Id } | false {
      const read = schema.safeParse(Number(id))
      return read.success ? { id: read.data } : false
    },
    stringify: ({ id }: { id: Id }) => ({ id: String(id) }),
  }
}
