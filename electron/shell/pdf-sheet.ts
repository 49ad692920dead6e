/** The sheet of a PDF as passed to a printer: the upright size in microns, and whether it is landscape. */
export type Sheet = {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly landscape: boolean
}

/** Reads the size of the first page from the file; undefined if it is not stored in plain text. */
export function sheetOfPdf(pdf: Uint8Array): Sheet | undefined {
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(Buffer.from(pdf).toString('latin1'))
  const [width, height] = [Number(box?.[1]), Number(box?.[2])]
  if (!(width > 0) || !(height > 0)) return undefined
  // Rounded to a tenth of a millimetre: printers know A4 as 210 × 297, not as its rounded points.
  const microns = (points: number) => Math.round((points * 254) / 72) * 100
  const sides = { width: microns(Math.min(width, height)), height: microns(Math.max(width, height)) }
  return { pageSize: sides, landscape: width > height }
}

/** Approximate number of pages of a PDF, by the page objects stored in plain text; at least one. */
export function countPages(pdf: Uint8Array): number {
  return Math.max(
    1,
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0,
  )
}
