import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showNip } from '../../../../../shared/features/centre/signatory.ts'
import { payeeStatusNames, taxPercent } from '../../../../../shared/features/instructor/payment.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { sumOrNull } from '../../../../../shared/kernel/sum-or-null.ts'
import { blankRows, drawList, type ListPaper, openListSheet } from '../../../paper-kit/list-paper.ts'
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
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Column, Row } from '../../../pdf/table/table.ts'
import { type HonorariumLine, honorariumLines } from './honorarium-lines.ts'

const title = 'DAFTAR HONORARIUM INSTRUKTUR PELATIHAN'
const blanks = 4
const rowHeight = 11

/** JP × rate less tax, one list for each budget year; only closed hours, because others are not confirmed. */
export function drawHonoraria(facts: ListFacts, size: PaperSize): DrawnPaper {
  const sheet = openListSheet(facts, size, 'receipt', 'Daftar honorarium instruktur')
  for (const period of moneyYears(facts)) drawList(sheet, facts, size, listOf(sheet, facts, period))
  return sheet.finish()
}

function listOf(sheet: Sheet, facts: ListFacts, period: MoneyYear): ListPaper {
  const lines = honorariumLines(facts, period.year)
  const sum = (count: number, key: 'hours' | 'gross' | 'tax' | 'net') =>
    sumOrNull(lines.slice(0, count).map(line => line[key]))
  const open = facts.teaching.filter(day => !day.closed && yearOf(day.date) === period.year).map(day => day.n)
  const note = open.length === 0 ? '' : `Jam mengajar hari ke-${open.join(', ')} belum ditutup dan tidak dihitung.`
  if (note !== '' && lines.length > 0) sheet.warn(note)
  if (facts.rates.honorarium === null && lines.length > 0)
    sheet.warn('Tarif honorarium per JP belum ditetapkan. Isi di Perlengkapan › Tarif.')
  return {
    name: 'Daftar honorarium instruktur',
    footer: `Daftar honorarium TA ${period.year}`,
    title,
    head: () =>
      drawMoneyHead(sheet, facts, { title, what: 'Honorarium instruktur pelatihan', kind: 'HONORARIUM', period }),
    table: usable => ({ columns: columnsOf(usable), headHeight: 10.5, zigzag: true }),
    rows: lines.length === 0 ? blankRows(blanks, rowHeight) : lines.map((line, index) => rowOf(line, index, facts)),
    spaces: (lines.length === 0 ? Array.from({ length: blanks }) : lines).map((_, index) => ({
      number: index + 1,
      remark: '',
    })),
    carried: (words, count) => {
      const hours = lines.length === 0 ? null : sum(count, 'hours')
      const money = (['gross', 'tax', 'net'] as const).map(key => digitsOf(lines.length === 0 ? null : sum(count, key)))
      const [gross = '', tax = '', net = ''] = money
      return sumRow(words, 4, [hours === null ? '' : String(hours), '', gross, '', tax, net])
    },
    signOff: () => ({
      ...moneySigners(facts, period.to),
      lead: note === '' ? 17 : 21,
      note: y => {
        drawInWords(sheet, y + 5.6, sum(lines.length, facts.rules.inWords === 'gross' ? 'gross' : 'net'))
        if (note !== '') sheet.text(note, sheet.left, y + 10.4, { face: 'arimo-italic', size: 9, colour: colours.grey })
      },
    }),
  }
}

function columnsOf(usable: number): Column[] {
  const columns: Column[] = [
    { title: 'No.', width: 8, align: 'center' },
    { title: 'Nama, NIP', width: usable > 280 ? 52 : 40, size: 9 },
    { title: 'Gol./\nStatus', width: 17, align: 'center', size: 9 },
    { title: 'NPWP/NIK', width: 29, align: 'center', size: 9 },
    { title: 'JP', width: 11, align: 'right' },
    { title: 'Tarif\n(Rp)', width: 16, align: 'right', size: 9 },
    { title: 'Bruto\n(Rp)', width: 19, align: 'right', size: 9 },
    { title: 'PPh\n(%)', width: 11, align: 'right', size: 9 },
    { title: 'PPh 21\n(Rp)', width: 17, align: 'right', size: 9 },
    { title: 'Netto\n(Rp)', width: 19, align: 'right', size: 9 },
    { title: 'Bank, No. Rekening', width: usable > 280 ? 40 : 30, size: 8.5 },
  ]
  const taken = columns.reduce((sum, column) => sum + column.width, 0)
  return [...columns, { title: 'Tanda Tangan', width: usable - taken }]
}

function rowOf({ payee, hours, gross, tax, net }: HonorariumLine, index: number, { rates }: ListFacts): Row {
  const { name, nip, status, npwp, bank } = payee
  return {
    height: rowHeight,
    cells: [
      String(index + 1),
      nip === '' ? name : `${name} NIP\u00a0${showNip(nip)}`,
      payeeStatusNames[status],
      npwp || '–',
      String(hours),
      digitsOf(rates.honorarium),
      digitsOf(gross),
      gross === null || tax === null ? '' : taxPercent(gross, tax),
      digitsOf(tax),
      digitsOf(net),
      formatBank(bank),
    ],
  }
}
