import type { ListFacts } from '../../../shared/facts/list-facts.ts'
import type { CostKind } from '../../../shared/features/provision/budget.ts'
import { rupiahDigits, spellRupiah } from '../../../shared/kernel/money.ts'
import { dateRange, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { drawLetterhead } from '../pdf/page/letterhead.ts'
import { drawListTitle } from '../pdf/page/paper-title.ts'
import { colours, type Sheet } from '../pdf/sheet.ts'
import { drawInfoColumns } from '../pdf/table/info-rows.ts'
import type { Cell, Row } from '../pdf/table/table.ts'
import { drawParagraph } from '../pdf/text/paragraph.ts'
import { cohortTitle } from './cohort-format.ts'
import { letterheadOf } from './paper-sheet.ts'
import { placeAndDate, roleBlock, type SignOffRequest } from './signature-blocks.ts'

// Shared by papers about money. Money is never charged across budget years: each year of the class has its own paper.

/** The part of a class paid by one budget year. */
export type MoneyYear = { year: number; from: PlainDate; to: PlainDate }

export function moneyYears({ days }: Pick<ListFacts, 'days'>): MoneyYear[] {
  const years = [...Map.groupBy(days, day => yearOf(day.date))]
  return years.flatMap(([year, own]) => {
    const [from, to] = [own[0]?.date, own.at(-1)?.date]
    return from && to ? [{ year, from, to }] : []
  })
}

/** Account of the money in the budget of a year: from the RAB of the class, else from its activity, for its own year only. */
export function accountOf(
  { budget, budgetLines }: Pick<ListFacts, 'budget' | 'budgetLines'>,
  kind: CostKind,
  year: number,
): { subActivity: string; account: string } {
  const line = budgetLines.find(one => one.kind === kind && one.year === year && one.account !== '')
  const isOwn = budget.year === year
  return { subActivity: budget.subActivity, account: line?.account ?? (isOwn ? budget.account : '') }
}

type MoneyHead = { title: string; what: string; kind: CostKind; period: MoneyYear }

/** Letterhead, title, purpose and account; returns the y where the table starts. */
export function drawMoneyHead(sheet: Sheet, facts: ListFacts, { title, what, kind, period }: MoneyHead): number {
  const { cohort, budget, centre } = facts
  const { subActivity, account } = accountOf(facts, kind, period.year)
  const missing = [...(subActivity === '' ? ['sub kegiatan'] : []), ...(account === '' ? ['kode rekening'] : [])]
  // A form of a class that has not begun is no receipt.
  if (missing.length > 0 && facts.recordedUntilDay > 0)
    sheet.warn(`Belum diisi untuk TA ${period.year}: ${missing.join(' dan ')}. Isi di kegiatan atau RAB kelas.`)
  const titleEnd = drawListTitle(sheet, drawLetterhead(sheet, letterheadOf(centre)) + 7.5, title, '')
  const left = [
    { label: 'Uraian', value: `${what} ${cohortTitle(cohort)}` },
    { label: 'Masa', value: dateRange(period.from, period.to) },
    ...(budget.activity === '' ? [] : [{ label: 'Kegiatan', value: budget.activity }]),
    { label: 'Sub Kegiatan', value: subActivity },
  ]
  const right = [
    { label: 'Kode Rekening', value: account },
    { label: 'Sumber Dana', value: cohort.fundingSource },
    { label: 'Tahun Anggaran', value: String(period.year) },
  ]
  return drawInfoColumns(sheet, titleEnd + 8, { share: 0.6, left, leftLabel: 27, right, rightLabel: 29 }) + 3.4
}

/** KPA approves, PPTK acknowledges, the treasurer has paid. */
export function moneySigners(
  { officials, centre }: Pick<ListFacts, 'officials' | 'centre'>,
  date: PlainDate | null,
): Pick<SignOffRequest, 'middle' | 'right'> & { left: NonNullable<SignOffRequest['left']> } {
  const paid = [placeAndDate(centre.city, date), 'Lunas dibayar, tanggal ....................']
  return {
    left: roleBlock(officials.budgetHolder, 'Kuasa Pengguna Anggaran', ['Setuju dibayar']),
    middle: roleBlock(officials.technical, 'Pejabat Pelaksana Teknis Kegiatan', ['Mengetahui']),
    right: roleBlock(officials.treasurer, 'Bendahara Pengeluaran Pembantu', paid),
  }
}

/** The amount in words below a table; null is a blank line. */
export function drawInWords(sheet: Sheet, y: number, money: number | null): void {
  const style = { face: 'arimo', size: 10, leading: 4.6 } as const
  const value = money === null ? { blank: 150 } : { text: spellRupiah(money), face: 'arimo-bold-italic' as const }
  drawParagraph(sheet, sheet.left, y, sheet.right - sheet.left, ['Terbilang: ', value], style)
}

/** '1.250.000'; '' if unknown. */
export function digitsOf(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : rupiahDigits(value)
}

/** A bold row of totals, with its label over the first columns. */
export function sumRow(words: string, span: number, cells: readonly string[], height = 8): Row {
  const bold = { face: 'arimo-bold', size: 9.5 } as const
  return {
    height,
    tint: colours.tint,
    cells: [{ text: words, span, align: 'right', ...bold }, ...cells.map((text): Cell => ({ text, ...bold }))],
  }
}

/** 'BRI 0123-… a.n. …' in one cell. */
export function formatBank({ name, account, holder }: { name: string; account: string; holder: string }): string {
  if (account === '') return '–'
  return [name, account, holder === '' ? '' : `a.n. ${holder}`].filter(part => part !== '').join(' ')
}
