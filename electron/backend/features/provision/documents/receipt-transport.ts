import type { TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dayNumberRanges } from '../../../../../shared/features/provision/transport.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { sumOrNull } from '../../../../../shared/kernel/sum-or-null.ts'
import { drawList, type ListPaper, openListSheet, rowsOrForm, spacesOrForm } from '../../../paper-kit/list-paper.ts'
import {
  digitsOf,
  drawInWords,
  drawMoneyHead,
  formatBank,
  type MoneyYear,
  moneySigners,
  moneyYears,
  sumRow,
} from '../../../paper-kit/money-paper.ts'
import type { SignatureSpace } from '../../../pdf/page/signature-spaces.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { Column, Row } from '../../../pdf/table/table.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'
import { type TransportLine, transportLines } from './transport-lines.ts'

const title = 'TANDA TERIMA UANG TRANSPORT PESERTA PELATIHAN'
const rowHeight = 9.4

/** Transport money of each trainee by days present, one receipt for each budget year; marked as preliminary until every day of it is closed. */
export function drawTransportReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  const sheet = openListSheet(facts, size, 'receipt', 'Tanda terima uang transport')
  for (const period of moneyYears(facts)) drawList(sheet, facts, size, receiptOf(sheet, facts, period))
  return sheet.finish()
}

function receiptOf(sheet: Sheet, facts: ListFacts, period: MoneyYear): ListPaper {
  const { trainees, members, rates, rules } = facts
  const open = formatOpenDays(facts, period)
  if (open !== '') sheet.warn(open)
  const lines = transportLines(facts, period.year)
  const [bank, tax] = [rules.bankColumn && members.some(one => one.bank.account !== ''), rules.taxColumns]
  const columns = columnsOf(sheet.right - sheet.left, { bank, tax })
  const total = sumOf(lines)
  const payable = rules.inWords === 'gross' || !tax ? total.money : total.net
  return {
    name: 'Tanda terima uang transport',
    footer: `Tanda terima uang transport TA ${period.year}${open === '' ? '' : ' · SEMENTARA'}`,
    title,
    head: () =>
      drawMoneyHead(sheet, facts, { title, what: 'Uang transport peserta pelatihan', kind: 'TRANSPORT', period }),
    table: () => ({ columns, headHeight: 10.5, zigzag: true }),
    rows: rowsOrForm(
      trainees.map((trainee, index) =>
        rowOf(trainee, lines[index], rates.transport, { tax, bank: bank ? members[index]?.bank : undefined }),
      ),
      rowHeight,
    ),
    spaces: spacesOrForm(trainees.map(({ position }, index) => spaceOf(position, lines[index]))),
    carried: (words, count) => {
      const { days, money, tax: taken, net } = sumOf(lines.slice(0, count), lines.length)
      const sums = [days === null ? '' : String(days), '', digitsOf(money)]
      return sumRow(words, 4, tax ? [...sums, digitsOf(taken), digitsOf(net)] : sums)
    },
    signOff: () => ({
      ...moneySigners(facts, period.to),
      lead: open === '' ? 17 : 21,
      note: y => {
        drawInWords(sheet, y + 5.6, payable)
        if (open === '') return
        const style = { face: 'arimo-italic', size: 9, leading: 4 } as const
        drawParagraph(sheet, sheet.left, y + 10.4, sheet.right - sheet.left, [open], style)
      },
    }),
  }
}

/** Why the figures may still change; '' once every day of the year is closed. */
function formatOpenDays({ days, recordedUntilDay }: ListFacts, { year }: MoneyYear): string {
  // Without records the sheet is an empty form, which cannot be mistaken for a receipt.
  if (recordedUntilDay === 0) return ''
  const open = days.filter(day => !day.closed && yearOf(day.date) === year).map(day => day.n)
  return open.length === 0
    ? ''
    : `Sementara: kehadiran hari ke-${dayNumberRanges(open)} belum ditutup, jumlah dapat berubah.`
}

function sumOf(lines: readonly TransportLine[], all = lines.length): TransportLine {
  if (all === 0) return { days: null, money: null, tax: null, net: null }
  const sum = (key: keyof TransportLine) => (lines.length === 0 ? 0 : sumOrNull(lines.map(line => line[key])))
  return { days: sum('days'), money: sum('money'), tax: sum('tax'), net: sum('net') }
}

function columnsOf(usable: number, { bank, tax }: { bank: boolean; tax: boolean }): Column[] {
  const wide = usable > 280
  const dense = bank || tax
  const money = [
    { title: 'Hari\nHadir', width: 13, align: 'right', size: 10 },
    { title: dense ? 'Tarif\n(Rp)' : 'Tarif per Hari\n(Rp)', width: dense ? 18 : 25, align: 'right' },
    { title: tax ? 'Bruto\n(Rp)' : 'Jumlah Diterima\n(Rp)', width: dense ? 22 : 30, align: 'right' },
    ...(tax
      ? [
          { title: 'PPh 21\n(Rp)', width: 17, align: 'right' },
          { title: 'Diterima\n(Rp)', width: 22, align: 'right' },
        ]
      : []),
    ...(bank ? [{ title: 'Bank, No. Rekening', width: wide ? 42 : 34, size: 9 }] : []),
  ] as Column[]
  const people: Column[] = [
    { title: 'No.', width: 10, align: 'center', size: 10 },
    { title: 'Nama Peserta', width: wide ? 62 : tax && bank ? 44 : 52, size: 10 },
    { title: 'NIK', width: 30, align: 'center', size: 9 },
    { title: 'Kelurahan', width: wide ? 32 : tax && bank ? 20 : 28, size: 9 },
  ]
  const taken = [...people, ...money].reduce((sum, column) => sum + column.width, 0)
  return [...people, ...money, { title: 'Tanda Tangan', width: usable - taken }]
}

function rowOf(
  { position, name, village, nik }: TraineeFacts,
  line: TransportLine | undefined,
  rate: number | null,
  { tax, bank }: { tax: boolean; bank: ListFacts['members'][number]['bank'] | undefined },
): Row {
  const days = line?.days ?? null
  return {
    height: rowHeight,
    cells: [
      String(position),
      name.toUpperCase(),
      nik,
      village || '–',
      days === null ? '' : String(days),
      digitsOf(rate),
      digitsOf(line?.money),
      ...(tax ? [digitsOf(line?.tax), digitsOf(line?.net)] : []),
      ...(bank ? [formatBank(bank)] : []),
    ],
  }
}

/** People who were never present receive and sign nothing. */
function spaceOf(number: number, line: TransportLine | undefined): SignatureSpace {
  return { number, remark: line?.days === 0 ? 'Tidak menerima' : '' }
}
