import type { Design } from './design.ts'

/** A design with its background. */
export type DrawnDesign = { design: Design; background: Uint8Array | null }

/** 'hitam' is for printers without colour, where thin coloured lines become dots. */
export type PaletteName = 'berwarna' | 'hitam'
