import type { Sheet } from '../sheet.ts'
import type { Face } from '../text/fonts.ts'

/** Draws a photo of exactly 30 × 40 mm, or an empty box of that size to glue one into. */
export function drawPhotoBox(sheet: Sheet, photo: Uint8Array | null, x: number, y: number, face: Face): void {
  sheet.tagged('Figure', () => drawBox(sheet, photo, x, y, face), photo ? 'Pas foto' : 'Kotak untuk pas foto')
}

function drawBox(sheet: Sheet, photo: Uint8Array | null, x: number, y: number, face: Face): void {
  const box = { x, y, width: 30, height: 40 }
  if (photo && sheet.picture(photo, 'Pas foto', box, 'cover')) {
    sheet.frame(x, y, box.width, box.height, 0.35)
    return
  }
  const grey = '#777777'
  sheet.frame(x, y, box.width, box.height, 0.5, grey)
  sheet.text('Pas foto', x + 15, y + 18.8, { face, size: 8.5, align: 'center', colour: grey })
  sheet.text('3 × 4 cm', x + 15, y + 22.8, { face, size: 8.5, align: 'center', colour: grey })
}
