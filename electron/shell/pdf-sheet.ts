/** The sheet of a PDF as a printer is told: the upright size in microns, and whether it is turned. */
export type Sheet = {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly landscape: boolean
}

/** Reads the first page's size from the file, or nothing when it is not written plainly. */
export function sheetOfPdf(pdf: Uint8Array): Sheet | undefined {
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(Buffer.from(pdf).toString('latin1'))
  const [width, height] = [Number(box?.[1]), Number(box?.[2])]
  if (!(width > 0) || !(height > 0)) return undefined
  // To a tenth of a millimetre: printers know A4 as 210 × 297, not as the points it was rounded from.
  const microns = (points: number) => Math.round((points * 254) / 72) * 100
  const sides = { width: microns(Math.min(width, height)), height: microns(Math.max(width, height)) }
  return { pageSize: sides, landscape: width > height }
}

/** About how many pages a PDF has: those that stand plainly in it, at least one. */
export function countPages(pdf: Uint8Array): number {
  return Math.max(
    1,
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0,
  )
}
