import type { FormContent } from '../../../electron/backend/pdf/file/repeated-form.ts'
import { points } from '../../../electron/backend/pdf/millimetres.ts'
import type { Box, PictureFit } from '../../../electron/backend/pdf/picture/placed-picture.ts'
import type { ModuleRectangle } from '../../../electron/backend/pdf/sheet.ts'
import { colours, type DrawStyle, Sheet } from '../../../electron/backend/pdf/sheet.ts'
import type { Face } from '../../../electron/backend/pdf/text/fonts.ts'
import { printableText } from '../../../electron/backend/pdf/text/printable-text.ts'
import { textWidth } from '../../../electron/backend/pdf/text/text-measure.ts'

/** The content of a page, in points from the upper left corner: all that another library needs to draw the same page. */
export type Drawn =
  | { op: 'text'; face: Face; size: number; x: number; y: number; colour: string; tracking: number; text: string }
  | { op: 'line'; x1: number; y1: number; x2: number; y2: number; thickness: number; colour: string }
  | { op: 'fill'; x: number; y: number; width: number; height: number; colour: string }
  | { op: 'frame'; x: number; y: number; width: number; height: number; thickness: number; colour: string }
  | { op: 'code'; x: number; y: number; side: number; modules: number; rectangles: readonly ModuleRectangle[] }
  | { op: 'photo'; x: number; y: number; width: number; height: number }
  | { op: 'form' }

/** Draws and also records what it drew. */
export class Recorder extends Sheet {
  readonly recorded: Drawn[][] = []
  frameForm: FormContent | null = null

  #note(drawn: Drawn): void {
    this.recorded.at(-1)?.push(drawn)
  }

  override addPage(): void {
    super.addPage()
    this.recorded.push([])
  }

  override text(text: string, x: number, y: number, style: DrawStyle): number {
    const drawn = printableText(text, style.face)
    const width = textWidth(text, style)
    const start = style.align === 'center' ? x - width / 2 : style.align === 'right' ? x - width : x
    const { size, tracking = 0, colour = colours.ink } = style
    this.#note({
      op: 'text',
      face: drawn.face,
      size,
      x: points(start),
      y: points(y),
      colour,
      tracking,
      text: drawn.text,
    })
    return super.text(text, x, y, style)
  }

  override line(x1: number, y1: number, x2: number, y2: number, thickness: number, colour: string = colours.ink): void {
    this.#note({ op: 'line', x1: points(x1), y1: points(y1), x2: points(x2), y2: points(y2), thickness, colour })
  }

  override fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.#note({ op: 'fill', x: points(x), y: points(y), width: points(width), height: points(height), colour })
  }

  override frame(
    x: number,
    y: number,
    width: number,
    height: number,
    thickness: number,
    colour: string = colours.ink,
  ): void {
    this.#note({
      op: 'frame',
      x: points(x),
      y: points(y),
      width: points(width),
      height: points(height),
      thickness,
      colour,
    })
  }

  override fillModules(rectangles: readonly ModuleRectangle[], x: number, y: number, module: number) {
    const modules = Math.max(...rectangles.map(([, row, , height]) => row + height))
    this.#note({ op: 'code', x: points(x), y: points(y), side: modules * points(module), modules, rectangles })
  }

  override picture(_bytes: Uint8Array, _name: string, { x, y, width, height }: Box, _fit: PictureFit): boolean {
    this.#note({ op: 'photo', x: points(x), y: points(y), width: points(width), height: points(height) })
    return true
  }

  override form(_key: string, build: () => FormContent): void {
    this.frameForm ??= build()
    this.#note({ op: 'form' })
  }
}
