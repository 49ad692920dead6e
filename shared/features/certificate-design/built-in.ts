import type { Design } from './design.ts'
import { klasik } from './klasik.ts'
import { modern } from './modern.ts'
import { polos } from './polos.ts'

const builtInKeys = ['klasik', 'modern', 'polos'] as const
export type BuiltInKey = (typeof builtInKeys)[number]

/** The built-in designs. They cannot be changed, only copied as the start of an own design. */
export const builtInDesigns: Record<BuiltInKey, Design> = { klasik, modern, polos }
