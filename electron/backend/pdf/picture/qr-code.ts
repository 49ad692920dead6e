import { create } from 'qrcode'
import { colours, type ModuleRectangle, type Sheet } from '../sheet.ts'
import { withBestMask } from './qr-mask.ts'

export type QrCode = {
  text: string
  /** Error correction, as the share of the code that may be damaged: M 15 %, Q 25 %. */
  level: 'M' | 'Q'
  /** 'alphanumeric' allows only 0–9 A–Z space $%*+-./: and makes a smaller code; 'byte' allows any text as UTF-8. */
  mode: 'alphanumeric' | 'byte'
}

/** The smaller mode if the text allows it. */
export function qrMode(text: string): QrCode['mode'] {
  return /^[0-9A-Z $%*+\-./:]+$/.test(text) ? 'alphanumeric' : 'byte'
}

/** Draws the code with its top left corner at x, y and `side` mm wide. Four modules around it must stay white. */
export function drawQrCode(sheet: Sheet, { text, level, mode }: QrCode, x: number, y: number, side: number): void {
  const segment = mode === 'byte' ? { data: new TextEncoder().encode(text), mode } : { data: text, mode }
  const { size, data, reservedBit } = create([segment], { errorCorrectionLevel: level, maskPattern: 0 }).modules
  const dark = withBestMask({ size, dark: data, fixed: reservedBit })
  const draw = () => sheet.fillModules(rectanglesOf(dark, size), x, y, side / size, colours.ink)
  sheet.tagged('Figure', draw, 'Kode QR')
}

/** Adjacent dark modules become one rectangle; equal rectangles below each other are joined. */
function rectanglesOf(dark: Uint8Array, size: number): ModuleRectangle[] {
  const rectangles: [column: number, row: number, width: number, height: number][] = []
  /** The lowest rectangle of each column and width. */
  const lowest = new Map<number, [column: number, row: number, width: number, height: number]>()
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let width = 0
      while (column + width < size && dark[row * size + column + width]) width += 1
      if (width === 0) continue
      const above = lowest.get(column * size + width)
      if (above && above[1] + above[3] === row) above[3] += 1
      else {
        const rectangle: [number, number, number, number] = [column, row, width, 1]
        lowest.set(column * size + width, rectangle)
        rectangles.push(rectangle)
      }
      column += width
    }
  }
  return rectangles
}
