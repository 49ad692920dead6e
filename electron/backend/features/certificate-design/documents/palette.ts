/** Of the design's own colours, or all black: on a printer without colours the hairlines of the first turn into dots. */
export type PaletteName = 'berwarna' | 'hitam'
