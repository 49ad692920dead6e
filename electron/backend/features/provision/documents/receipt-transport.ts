import type { TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import { tally } from '../../../../../shared/features/attendance/attendance.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dayNumberRanges, transportMoney } from '../../../../../shared/features/provision/transport.ts'
import { rupiahDigits, spellRupiah } from '../../../../../shared/kernel/money.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { rowsOrForm, spacesOrForm } from '../../../paper-kit/form-rows.ts'
import { drawList, openListSheet } from '../../../paper-kit/list-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { placeAndDate, roleBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { SignatureSpace } from '../../../pdf/page/signature-spaces.ts'
import type { SignatureBlock } from '../../../pdf/page/signatures.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoColumns } from '../../../pdf/table/info-rows.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'
import { fitSize } from '../../../pdf/text/text-measure.ts'

const title = 'TANDA TERIMA UANG TRANSPORT PESERTA PELATIHAN'

/** One line of the receipt; null money while there is no rate, null days before anything is recorded. */
type TransportLine = { days: number | null; money: number | null }

/** Money for the days that each trainee was present; final only once every day is closed, otherwise it says so. */
export function drawTransportReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { centre, trainees, rates } = facts
  const open = formatOpenDays(facts)
  const lines = transportLines(facts)
  const sheet = openListSheet(facts, size, 'receipt', 'Tanda terima uang transport')
  if (open !== '') sheet.warn(open)
  drawList(sheet, facts, size, {
    name: 'Tanda terima uang transport',
    footer: `Tanda terima uang transport${open === '' ? '' : ' · SEMENTARA'}`,
    title,
    head: () => {
      const titleEnd = drawListTitle(sheet, drawLetterhead(sheet, letterheadOf(centre)) + 7.5, title, '')
      return drawFacts(sheet, titleEnd + 8, facts) + 3.4
    },
    table: usable => tableOf(usable, size),
    rows: rowsOrForm(
      trainees.map((trainee, index) => rowOf(trainee, lines[index], rates.transport)),
      9.4,
    ),
    spaces: spacesOrForm(trainees.map(({ position }, index) => spaceOf(position, lines[index]))),
    carried: { height: 8, row: (words, count) => sumRow(words, sumOf(lines, count)) },
    signOff: () => ({
      ...signers(facts),
      lead: open === '' ? 17 : 21,
      note: y => {
        drawInWords(sheet, y + 5.6, sumOf(lines, lines.length).money)
        if (open !== '') drawOpenDays(sheet, y + 10.4, open)
      },
    }),
  })
  return sheet.finish()
}

export function transportLines({ trainees, days, rates, recordedUntilDay }: ListFacts): TransportLine[] {
  return trainees.map(({ marks, joinedDay, left }) => {
    if (recordedUntilDay === 0) return { days: null, money: null }
    const span = { joinedDay, leftAfterDay: left?.afterDay ?? null }
    const { present } = tally(marks.slice(0, recordedUntilDay), days.length, span)
    return { days: present, money: rates.transport === null ? null : transportMoney(present, rates.transport) }
  })
}

/** Why the figures may still change; '' once every day is closed. */
function formatOpenDays({ days, recordedUntilDay }: ListFacts): string {
  // Nothing recorded: the sheet is a form, and nobody takes it for a receipt.
  if (recordedUntilDay === 0) return ''
  const open = days.filter(day => !day.closed).map(day => day.n)
  return open.length === 0
    ? ''
    : `Sementara: kehadiran hari ke-${dayNumberRanges(open)} belum ditutup, jumlah dapat berubah.`
}

function sumOf(lines: readonly TransportLine[], count: number): TransportLine {
  const counted = lines.slice(0, count)
  const add = (values: (number | null)[]) =>
    values.some(value => value === null) || lines.length === 0
      ? null
      : values.reduce((sum: number, value) => sum + (value ?? 0), 0)
  return { days: add(counted.map(line => line.days)), money: add(counted.map(line => line.money)) }
}

function tableOf(usable: number, size: PaperSize): Table {
  const [name, village] = size === 'F4' ? [82, 40] : [72, 33]
  return {
    columns: [
      { title: 'No.', width: 10, align: 'center', size: 10 },
      { title: 'Nama Peserta', width: name, size: 10 },
      { title: 'Kelurahan', width: village },
      { title: 'Hari\nHadir', width: 15, align: 'right', size: 10 },
      { title: 'Tarif per Hari\n(Rp)', width: 26, align: 'right', size: 10 },
      { title: 'Jumlah Diterima\n(Rp)', width: 31, align: 'right', size: 10 },
      { title: 'Tanda Tangan', width: usable - 82 - name - village },
    ],
    headHeight: 10.5,
    zigzag: true,
  }
}

function rowOf({ position, name, village }: TraineeFacts, line: TransportLine | undefined, rate: number | null): Row {
  const money = (value: number | null | undefined) => (value === null || value === undefined ? '' : rupiahDigits(value))
  const days = line?.days ?? null
  return {
    height: 9.4,
    cells: [
      String(position),
      name.toUpperCase(),
      village,
      days === null ? '' : String(days),
      money(rate),
      money(line?.money),
    ],
  }
}

/** Who was never there receives nothing and signs nothing. */
function spaceOf(number: number, line: TransportLine | undefined): SignatureSpace {
  return { number, remark: line?.days === 0 ? 'Tidak menerima' : '' }
}

function sumRow(words: string, { days, money }: TransportLine): Row {
  const bold = { face: 'arimo-bold', size: 10 } as const
  return {
    height: 8,
    tint: colours.tint,
    cells: [
      { text: words, span: 3, align: 'right', ...bold },
      { text: days === null ? '' : String(days), ...bold },
      '',
      { text: money === null ? '' : rupiahDigits(money), ...bold },
    ],
  }
}

function drawFacts(sheet: Sheet, y: number, { cohort, budget }: ListFacts): number {
  const left = [
    { label: 'Uraian', value: `Uang transport peserta pelatihan ${cohortTitle(cohort)}` },
    { label: 'Sub Kegiatan', value: budget.subActivity },
  ]
  const right = [
    { label: 'Kode Rekening', value: budget.account },
    { label: 'Sumber Dana', value: [cohort.fundingSource, `TA\u00a0${budget.year}`].filter(Boolean).join(', ') },
  ]
  return drawInfoColumns(sheet, y, { share: 0.6, left, leftLabel: 27, right, rightLabel: 27 })
}

function drawInWords(sheet: Sheet, y: number, money: number | null): void {
  const after = sheet.left + sheet.text('Terbilang', sheet.left, y, { face: 'arimo', size: 10 }) + 8
  sheet.text(':', after, y, { face: 'arimo', size: 10 })
  if (money === null) {
    sheet.dots(after + 3, sheet.right, y)
    return
  }
  const style = { face: 'arimo-bold-italic', size: 10 } as const
  const words = spellRupiah(money)
  sheet.text(words, after + 3, y, { ...style, size: fitSize(words, style, 7, sheet.right - after - 3) })
}

function drawOpenDays(sheet: Sheet, y: number, words: string): void {
  const style = { face: 'arimo-italic', size: 9 } as const
  sheet.text(words, sheet.left, y, { ...style, size: fitSize(words, style, 6.5, sheet.right - sheet.left) })
}

function signers({ officials, centre, signedOn }: ListFacts): Record<'left' | 'middle' | 'right', SignatureBlock> {
  return {
    left: roleBlock(officials.budgetHolder, 'Kuasa Pengguna Anggaran', ['Mengetahui']),
    middle: roleBlock(officials.technical, 'Pejabat Pelaksana Teknis Kegiatan', []),
    right: roleBlock(officials.treasurer, 'Bendahara Pengeluaran Pembantu', [placeAndDate(centre.city, signedOn)]),
  }
}
