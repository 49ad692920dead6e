import type { Design } from './design.ts'
import { klasik } from './klasik.ts'
import { modern } from './modern.ts'
import { polos } from './polos.ts'

const builtInKeys = ['klasik', 'modern', 'polos'] as const
export type BuiltInKey = (typeof builtInKeys)[number]

/** What every centre has from the start. Nobody changes these; somebody begins a design of their own with one. */
export const builtInDesigns: Record<BuiltInKey, Design> = { klasik, modern, polos }
