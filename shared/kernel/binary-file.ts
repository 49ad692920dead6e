import type { z } from 'zod'

/** A file with a name and bytes, as both Node and the browser know it; neither's types are visible in `shared`. */
export type BinaryFile = z.output<z.ZodFile>
