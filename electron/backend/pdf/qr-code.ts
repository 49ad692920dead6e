import { create, type QRCodeMaskPattern } from 'qrcode'
import { bestMask } from './qr-mask.ts'
import { colours, type Sheet } from './sheet.ts'

export type QrCode = {
  text: string
  /** Share of the code that may be lost: M 15 %, Q 25 %. */
  level: 'M' | 'Q'
  /** 'alphanumeric' takes 0–9 A–Z space $%*+-./: only and is smaller; 'byte' takes any text as UTF-8. */
  mode: 'alphanumeric' | 'byte'
}

/** The smaller mode wherever the text allows it. */
export function qrMode(text: string): QrCode['mode'] {
  return /^[0-9A-Z $%*+\-./:]+$/.test(text) ? 'alphanumeric' : 'byte'
}

/** Draws the code with its top left corner at x, y and `side` mm wide. Four modules around it must stay white. */
export function drawQrCode(sheet: Sheet, { text, level, mode }: QrCode, x: number, y: number, side: number): void {
  // A module is the smallest square of the code.
  const segment = mode === 'byte' ? { data: new TextEncoder().encode(text), mode } : { data: text, mode }
  const options = { errorCorrectionLevel: level }
  const first = create([segment], { ...options, maskPattern: 0 }).modules
  const mask = bestMask({ size: first.size, dark: first.data, fixed: first.reservedBit }, 0)
  const modules = mask === 0 ? first : create([segment], { ...options, maskPattern: mask as QRCodeMaskPattern }).modules
  const module = side / modules.size
  const runs: [column: number, row: number, length: number][] = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let length = 0
      while (column + length < modules.size && modules.get(row, column + length)) length += 1
      if (length > 0) runs.push([column, row, length])
      column += length
    }
  }
  sheet.fillModules(runs, x, y, module, colours.ink)
}
