import type { FormContent } from '../file/repeated-form.ts'
import { points } from '../millimetres.ts'
import type { Sheet } from '../sheet.ts'
import { band, bandOperators, cornerOperators, operand, period } from './guilloche.ts'

export type FrameColours = {
  rule: string
  strand: string
  /** Width of the strands in pt. */
  strandWidth: number
}

const inset = 10

/** Guilloche frame 10 mm inside the edges; the same on every page, so it is embedded once. */
export function drawGuillocheFrame(sheet: Sheet, colours: FrameColours): void {
  sheet.form(`guilloche ${sheet.width} ${sheet.height} ${JSON.stringify(colours)}`, () =>
    frameContent(sheet.width, sheet.height, colours),
  )
}

/** Two plain lines for the back. */
export function drawDoubleRule(sheet: Sheet, colour: string): void {
  for (const [edge, thickness] of [
    [10, 1.2],
    [11.2, 0.4],
  ] as const) {
    sheet.frame(edge, edge, sheet.width - 2 * edge, sheet.height - 2 * edge, thickness, colour)
  }
}

function frameContent(sheetWidth: number, sheetHeight: number, colours: FrameColours): FormContent {
  const [width, height] = [sheetWidth - 2 * inset, sheetHeight - 2 * inset]
  const operators = [`${rgb(colours.rule)} RG`]
  const rule = (distance: number, thickness: number) => {
    const [w, h] = [width - 2 * distance, height - 2 * distance]
    operators.push(`${thickness} w ${mm(inset + distance)} ${mm(inset + distance)} ${mm(w)} ${mm(h)} re S`)
  }
  rule(0, 1.6)
  rule(1.2, 0.4)
  rule(10.2, 0.4)
  rule(11, 0.9)

  const start = inset + 1.2
  const middle = start + band / 2
  for (const x of [start, start + width - 2.4 - band]) {
    for (const y of [start, start + height - 2.4 - band]) {
      operators.push(`0.4 w ${mm(x)} ${mm(y)} ${mm(band)} ${mm(band)} re S`)
      operators.push(placed('C', [1, 0, 0, 1], x + band / 2, y + band / 2))
    }
  }

  // A whole number of periods on every side, slightly stretched, makes the corners alike.
  const across = width - 2.4 - 2 * band
  const down = height - 2.4 - 2 * band
  for (const [length, count, isAcross] of [
    [across, Math.round(across / period), true],
    [down, Math.round(down / period), false],
  ] as const) {
    const scale = length / (count * period)
    for (let index = 0; index < count; index += 1) {
      const along = start + band + index * period * scale
      if (isAcross) {
        operators.push(placed('T', [scale, 0, 0, 1], along, middle))
        operators.push(placed('T', [scale, 0, 0, 1], along, sheetHeight - middle))
      } else {
        operators.push(placed('T', [0, scale, 1, 0], middle, along))
        operators.push(placed('T', [0, scale, 1, 0], sheetWidth - middle, along))
      }
    }
  }
  return {
    bounds: [0, 0, points(sheetWidth), points(sheetHeight)],
    operators: operators.join('\n'),
    parts: { T: strands(bandOperators(), period, colours), C: strands(cornerOperators(), band, colours) },
  }
}

function strands(curves: string, width: number, { strand, strandWidth }: FrameColours): FormContent {
  // Wider than the curves: clipping at their ends would be visible as a seam.
  const reach = width + 1
  return {
    bounds: [points(-reach), points(-band / 2), points(2 * reach), points(band)],
    operators: `${rgb(strand)} RG ${strandWidth} w 1 J 1 j\n${curves}`,
  }
}

function placed(name: string, matrix: readonly [number, number, number, number], x: number, y: number): string {
  const scales = matrix.map(value => Number(value.toFixed(5)))
  return `q ${scales.join(' ')} ${mm(x)} ${mm(y)} cm /${name} Do Q`
}

function mm(value: number): string {
  return operand(points(value))
}

/** '#1E4B43' → '0.118 0.294 0.263' */
function rgb(hex: string): string {
  const parts = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return parts.map(part => Number(part.toFixed(3))).join(' ')
}
