import type { DrawnCertificateFacts, DrawnUnit } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { meanScore } from '../../../../../shared/features/score/score.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { millimetres } from '../../../pdf/millimetres.ts'
import { planPages } from '../../../pdf/page/plan-pages.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { fitSize, wrapText } from '../../../pdf/text/text-measure.ts'
import type { BackLook } from './back-look.ts'

const left = 18
const right = 205
const top = 51.5
const bottom = 193
const headHeight = 7.4
const padding = 2

type Unit = DrawnUnit
type Columns = { code: number; title: number; hours: number; score: number | null; result: number; end: number }

type UnitTablePlan = {
  /** Font size; 9.5 pt, less for many units. */
  size: number
  rows: { unit: Unit; lines: string[]; height: number }[]
  totalHeight: number
  pages: { from: number; to: number }[]
}

/** Shrinks the table from 9.5 to 7 pt until it fits on one page; else spreads it at 7 pt over several. */
export function planUnitTable(facts: DrawnCertificateFacts, look: BackLook): UnitTablePlan {
  const free = bottom - top - headHeight
  for (let size = 9.5; ; size -= 0.25) {
    const rows = layOut(facts, size, look)
    const totalHeight = facts.units.length <= 14 ? 6.8 : millimetres(size) * 1.8
    const signOff = totalHeight * totalsOf(facts).length
    const { pages } = planPages({ rows: rows.map(row => row.height), first: free, next: free, signOff, keep: 1 })
    if (pages.length === 1 || size <= 7) return { size, rows, totalHeight, pages }
  }
}

export function drawUnitTable(
  sheet: Sheet,
  facts: DrawnCertificateFacts,
  plan: UnitTablePlan,
  page: number,
  look: BackLook,
): void {
  const columns = columnsOf(facts)
  drawHead(sheet, columns, look)
  const { from, to } = plan.pages[page] ?? { from: 0, to: 0 }
  let y = top + headHeight
  plan.rows.slice(from, to).forEach((row, index, shown) => {
    drawRow(sheet, row, from + index + 1, columns, plan.size, y, look)
    y += row.height
    const isEnd = index === shown.length - 1
    sheet.line(left, y, right, y, isEnd ? 0.6 : 0.25, isEnd ? look.title : colours.rule)
  })
  if (page < plan.pages.length - 1) return
  for (const total of totalsOf(facts)) {
    const baseline = y + plan.totalHeight / 2 + 0.355 * millimetres(plan.size)
    const style = { face: look.strongFace, size: plan.size } as const
    const end = total.column === 'hours' ? (columns.score ?? columns.result) : columns.result
    sheet.tagged('TR', () => {
      sheet.tagged('TH', () => sheet.text(total.label, columns.code + padding, baseline, style))
      sheet.tagged('TD', () => sheet.text(total.value, end - padding, baseline, { ...style, align: 'right' }))
    })
    y += plan.totalHeight
    sheet.line(left, y, right, y, total.isLast ? 0.6 : 0.25, total.isLast ? look.title : colours.rule)
  }
}

/** Left edges; without scores their column is given to the titles. */
function columnsOf({ units }: DrawnCertificateFacts): Columns {
  const hasScores = units.some(unit => unit.score !== null)
  const result = right - 13
  const score = hasScores ? result - 15 : null
  return { code: left + 9, title: left + 46, hours: (score ?? result) - 13, score, result, end: right }
}

function layOut(facts: DrawnCertificateFacts, size: number, look: BackLook): UnitTablePlan['rows'] {
  const { title, hours } = columnsOf(facts)
  const least = facts.units.length <= 14 ? 7.4 : 0
  return facts.units.map(unit => {
    const lines = wrapText(unit.title, { face: look.face, size }, hours - title - 2 * padding)
    return { unit, lines, height: Math.max(least, lines.length * leadingOf(size) + millimetres(size) * 0.5) }
  })
}

function leadingOf(size: number): number {
  return millimetres(size) * 1.18
}

function drawHead(sheet: Sheet, columns: Columns, look: BackLook): void {
  sheet.fill(left, top, right - left, headHeight, look.title)
  const y = top + 4.9
  const style = { face: look.strongFace, size: 9.5, colour: '#FFFFFF' } as const
  sheet.tagged('TR', () => {
    const head = (words: string, x: number, align?: 'center' | 'right') =>
      sheet.tagged('TH', () => sheet.text(words, x, y, align ? { ...style, align } : style))
    head('No.', left + 4.5, 'center')
    head('Kode Unit', columns.code + padding)
    head('Judul Unit Kompetensi', columns.title + padding)
    head('JP', (columns.score ?? columns.result) - padding, 'right')
    if (columns.score !== null) head('Nilai', columns.result - padding, 'right')
    head('Ket.', (columns.result + columns.end) / 2, 'center')
  })
}

function drawRow(
  sheet: Sheet,
  { unit, lines, height }: UnitTablePlan['rows'][number],
  number: number,
  columns: Columns,
  size: number,
  y: number,
  look: BackLook,
): void {
  const style = { face: look.face, size } as const
  const leading = leadingOf(size)
  const first = y + height / 2 - ((lines.length - 1) * leading) / 2 + 0.355 * millimetres(size)
  const codeSize = fitSize(unit.code, style, 6, columns.title - columns.code - 2 * padding)
  const { score } = unit
  const cell = (draw: () => void) => sheet.tagged('TD', draw)
  const right = { ...style, align: 'right' } as const
  sheet.tagged('TR', () => {
    cell(() => sheet.text(String(number), left + 4.5, first, { ...style, align: 'center' }))
    cell(() => sheet.text(unit.code, columns.code + padding, first, { ...style, size: codeSize }))
    cell(() => {
      for (const [index, line] of lines.entries())
        sheet.text(line, columns.title + padding, first + index * leading, style)
    })
    cell(() => sheet.text(String(unit.hours), (columns.score ?? columns.result) - padding, first, right))
    if (columns.score !== null)
      cell(() => {
        if (score !== null) sheet.text(hundredths(score), columns.result - padding, first, right)
      })
    cell(() => sheet.text(unit.result ?? '', (columns.result + columns.end) / 2, first, { ...style, align: 'center' }))
  })
}

type Total = { label: string; value: string; column: 'hours' | 'score'; isLast: boolean }

function totalsOf({ units, hours, theoryHours, practiceHours }: DrawnCertificateFacts): Total[] {
  const mean = meanScore(units.map(unit => unit.score).filter(score => score !== null))
  const label = `Jumlah jam pelatihan (teori ${theoryHours} JP, praktik ${practiceHours} JP)`
  const sum: Total = { label, value: String(hours), column: 'hours', isLast: mean === null }
  if (mean === null) return [sum]
  return [sum, { label: 'Rata-rata nilai unit', value: hundredths(mean), column: 'score', isLast: true }]
}
