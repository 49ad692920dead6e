import type { z } from 'zod'

/** A file with name and bytes, as in Node and browsers, whose types are not visible in `shared`. */
export type BinaryFile = z.output<z.ZodFile>
