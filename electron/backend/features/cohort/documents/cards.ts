import type { TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ListFacts, MemberFacts } from '../../../../../shared/facts/list-facts.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { courseName, formatBatch } from '../../../paper-kit/cohort-format.ts'
import { openListSheet } from '../../../paper-kit/list-paper.ts'
import { drawQrCode } from '../../../pdf/picture/qr-code.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import { balancedLines, fitSize, type TextStyle, textWidth, wrapText } from '../../../pdf/text/text-measure.ts'

const petrol = '#0F5363'
const hairline = '#C9D3D7'
const perPage = 10

type Cut = { left: number; top: number; width: number; height: number }
type Holder = { trainee: TraineeFacts; member: MemberFacts | undefined } | null

/** Ten cards of 85,6 × 54 mm on A4; none for people who left, and blank ones for a class without people. */
export function drawIdCards(facts: ListFacts): DrawnPaper {
  return drawCutSheets(facts, 'Kartu peserta', { left: 19.4, top: 13.5, width: 85.6, height: 54 }, drawIdCard)
}

/** Ten name tags of 90 × 55 mm on an A4. */
export function drawNameTags(facts: ListFacts): DrawnPaper {
  return drawCutSheets(facts, 'Tanda nama', { left: 15, top: 11, width: 90, height: 55 }, drawNameTag)
}

type DrawCard = (sheet: Sheet, facts: ListFacts, holder: Holder, x: number, y: number, cut: Cut) => void

function drawCutSheets(facts: ListFacts, name: string, cut: Cut, draw: DrawCard): DrawnPaper {
  const sheet = openListSheet(facts, 'A4', 'cards', name)
  const holders = holdersOf(facts)
  for (let from = 0; from < holders.length; from += perPage) {
    sheet.addPage()
    holders.slice(from, from + perPage).forEach((holder, index) => {
      const x = cut.left + (index % 2) * cut.width
      draw(sheet, facts, holder, x, cut.top + Math.floor(index / 2) * cut.height, cut)
    })
    drawCutMarks(sheet, cut)
    const hint = 'Cetak 100% (tanpa “sesuaikan halaman”). Potong pada tanda sudut.'
    const style = { face: 'arimo', size: 7, colour: colours.grey, align: 'center' } as const
    // Between the cut marks, which reach as far down.
    sheet.text(hint, cut.left + cut.width / 2, sheet.height - 6, style)
  }
  return sheet.finish()
}

function holdersOf({ trainees, members }: ListFacts): Holder[] {
  const staying = trainees.flatMap((trainee, index) => (trainee.left ? [] : [{ trainee, member: members[index] }]))
  return staying.length === 0 ? Array.from({ length: perPage }, () => null) : staying
}

/** Marks of 4 mm, 2 mm outside of the cards, and thin lines between cards. */
function drawCutMarks(sheet: Sheet, { left, top, width, height }: Cut): void {
  const [right, bottom] = [left + 2 * width, top + 5 * height]
  for (let column = 0; column <= 2; column += 1) {
    const x = left + column * width
    if (column === 1) sheet.line(x, top, x, bottom, 0.25, hairline)
    sheet.line(x, top - 6, x, top - 2, 0.4)
    sheet.line(x, bottom + 2, x, bottom + 6, 0.4)
  }
  for (let row = 0; row <= 5; row += 1) {
    const y = top + row * height
    if (row > 0 && row < 5) sheet.line(left, y, right, y, 0.25, hairline)
    sheet.line(left - 6, y, left - 2, y, 0.4)
    sheet.line(right + 2, y, right + 6, y, 0.4)
  }
}

function drawIdCard(sheet: Sheet, facts: ListFacts, holder: Holder, x: number, y: number, { width }: Cut): void {
  const { cohort } = facts
  const [left, right] = [x + 4, x + width - 4]
  drawOffice(sheet, facts, left, right, y)
  sheet.fill(left, y + 14.3, right - left, 0.9, petrol)
  drawPhoto(sheet, holder?.member?.photo ?? null, left, y + 17)

  const textLeft = left + 26
  const nameEnd = drawHolderName(sheet, holder, textLeft, y + 21.3, right - textLeft)
  sheet.text('PESERTA PELATIHAN', textLeft, nameEnd + 4.2, { face: 'arimo', size: 7, tracking: 0.3, colour: petrol })
  // The lower half of the card shares its width with the code at the right.
  const narrow = right - 15.6 - textLeft
  const course = courseName(cohort)
  const courseStyle = { face: 'arimo-bold', size: 9 } as const
  const isLow = nameEnd + 8.8 + 0.42 * 9 > y + 34 && textWidth(course, courseStyle) > narrow
  const courseEnd = drawFitted(sheet, course, textLeft, nameEnd + 8.8, isLow ? narrow : right - textLeft, courseStyle)
  const batch = formatBatch(cohort)
  const batchStyle = { face: 'arimo', size: 8 } as const
  sheet.text(batch, textLeft, courseEnd + 3.7, { ...batchStyle, size: fitSize(batch, batchStyle, 6.25, narrow) })
  const until = `Berlaku s.d. ${longDate(cohort.end)}`
  const small = { face: 'arimo', size: 7, colour: colours.grey } as const
  sheet.text(until, textLeft, y + 46.6, { ...small, size: fitSize(until, small, 6.25, narrow) })
  if (holder === null) return
  const code = `${cohort.code}/${String(holder.trainee.position).padStart(2, '0')}`
  sheet.text(code, left, y + 50.4, { face: 'arimo', size: 7, colour: colours.grey })
  // Class and list number only, so that a lost card reveals nothing about the person.
  drawQrCode(sheet, { text: `BALAI ${code}`, level: 'M', mode: 'alphanumeric' }, right - 13, y + 37, 13)
}

function drawNameTag(sheet: Sheet, facts: ListFacts, holder: Holder, x: number, y: number, { width }: Cut): void {
  const { cohort } = facts
  const [left, right, middle] = [x + 4, x + width - 4, x + width / 2]
  drawOffice(sheet, facts, left, right, y)
  sheet.fill(left, y + 14.3, right - left, 0.9, petrol)
  if (holder === null) sheet.dots(left + 6, right - 6, y + 29)
  else drawTagName(sheet, holder.trainee.name.toUpperCase(), middle, y + 27, right - left)
  sheet.text('PESERTA PELATIHAN', middle, y + 38, {
    face: 'arimo',
    size: 8,
    tracking: 0.3,
    colour: petrol,
    align: 'center',
  })
  const course = courseName(cohort)
  const lines = fittedLines(course, { face: 'arimo-bold', size: 10 }, right - left, 2)
  lines.lines.forEach((line, index) => {
    sheet.text(line, middle, y + 44 + index * 3.4, { face: 'arimo-bold', size: lines.size, align: 'center' })
  })
  const batch = formatBatch(cohort)
  sheet.text(batch, middle, y + (lines.lines.length > 1 ? 51 : 49), { face: 'arimo', size: 9, align: 'center' })
}

function drawOffice(sheet: Sheet, { centre }: ListFacts, left: number, right: number, y: number): void {
  const logo = centre.logo
  if (logo) sheet.picture(logo, 'Logo', { x: left, y: y + 3.5, width: 8, height: 9.2 }, 'contain')
  const textLeft = logo ? left + 10.5 : left
  const office = (centre.lines.at(-1) ?? '').toUpperCase()
  const above = centre.lines.slice(0, -1).at(-1) ?? ''
  const officeStyle = { face: 'arimo-bold', size: 9 } as const
  const aboveStyle = { face: 'arimo', size: 7.5, colour: colours.grey } as const
  const width = right - textLeft
  sheet.text(office, textLeft, y + 7.4, { ...officeStyle, size: fitSize(office, officeStyle, 6, width) })
  sheet.text(above, textLeft, y + 11.4, { ...aboveStyle, size: fitSize(above, aboveStyle, 5.5, width) })
}

function drawPhoto(sheet: Sheet, photo: Uint8Array | null, x: number, y: number): void {
  const box = { x, y, width: 22.5, height: 30 }
  const printed = photo !== null && sheet.picture(photo, 'Pas foto', box, 'cover')
  sheet.frame(x, y, box.width, box.height, 0.4, '#777777')
  if (!printed) {
    const style = { face: 'arimo', size: 7.5, colour: '#777777', align: 'center' } as const
    sheet.text('Foto', x + box.width / 2, y + 16, style)
  }
}

/** From 11 pt down to 9 on one line, then on two or more; returns the last baseline. */
function drawHolderName(sheet: Sheet, holder: Holder, x: number, y: number, width: number): number {
  if (holder === null) {
    sheet.dots(x, x + width, y + 1)
    return y + 1
  }
  return drawFitted(sheet, holder.trainee.name.toUpperCase(), x, y, width, { face: 'arimo-bold', size: 11 })
}

function drawFitted(sheet: Sheet, text: string, x: number, y: number, width: number, style: TextStyle): number {
  const { lines, size } = fittedLines(text, style, width, 3)
  const leading = size * 0.42
  const first = y - (lines.length > 1 ? 0.6 : 0)
  lines.forEach((line, index) => {
    sheet.text(line, x, first + index * leading, { ...style, size })
  })
  return first + (lines.length - 1) * leading
}

function drawTagName(sheet: Sheet, name: string, middle: number, y: number, width: number): void {
  const { lines, size } = fittedLines(name, { face: 'arimo-bold', size: 20 }, width, 3)
  const leading = size * 0.42
  const first = y - ((lines.length - 1) * leading) / 2
  lines.forEach((line, index) => {
    sheet.text(line, middle, first + index * leading, { face: 'arimo-bold', size, align: 'center' })
  })
}

/** One line shrunk by up to a fifth, else up to `most` lines at a size that fits the whole text. */
function fittedLines(text: string, style: TextStyle, width: number, most: number): { lines: string[]; size: number } {
  const single = fitSize(text, style, style.size * 0.8, width)
  if (wrapText(text, { ...style, size: single }, width).length <= 1) return { lines: [text], size: single }
  for (let size = style.size * 0.85; size > 5; size -= 0.25) {
    const words = text.split(' ')
    const lines = balancedLines(text, { ...style, size }, width)
    const unbroken = lines.join(' ').split(' ').length === words.length
    if (lines.length <= (size > style.size * 0.6 ? 2 : most) && (unbroken || size < 6.5)) return { lines, size }
  }
  return { lines: wrapText(text, { ...style, size: 5 }, width), size: 5 }
}
