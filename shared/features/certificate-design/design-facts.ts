import type { Design } from './design.ts'

/** A design with its background, as papers are drawn with it. */
export type DrawnDesign = { design: Design; background: Uint8Array | null }

/** Of the design's own colours, or all black: on a printer without colours the hairlines of the first turn into dots. */
export type PaletteName = 'berwarna' | 'hitam'
