import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { type BudgetLine, budgetAmount, incentiveNames } from '../../../../../shared/features/provision/budget.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { blankRows, drawListPaper, type ListPaper } from '../../../paper-kit/list-paper.ts'
import { digitsOf, drawInWords, moneyYears, sumRow } from '../../../paper-kit/money-paper.ts'
import { placeAndDate, roleBlock, type SignOffRequest } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'
import { realisedOf } from './realised.ts'

const blanks = 14

/** RAB: planned costs of the class, one group for each budget year. */
export function drawBudget(facts: ListFacts, size: PaperSize): DrawnPaper {
  const lines = facts.budgetLines
  return drawListPaper(facts, size, 'wide', {
    ...headOf(facts),
    name: 'Rencana anggaran biaya',
    footer: 'RAB kelas',
    title: 'RENCANA ANGGARAN BIAYA (RAB) PELATIHAN',
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Uraian', width: usable - 191 },
        { title: 'Kode Rekening', width: 36, align: 'center', size: 9 },
        { title: 'Volume', width: 50, align: 'center', size: 9 },
        { title: 'Harga Satuan (Rp)', width: 32, align: 'right', size: 9 },
        { title: 'Jumlah (Rp)', width: 32, align: 'right' },
        { title: 'Boleh DIF', width: 32, align: 'center', size: 9 },
      ],
      headHeight: 7.2,
    }),
    rows:
      lines.length === 0
        ? blankRows(blanks, 7)
        : grouped(
            facts,
            (one, index) => ({
              height: 6.8,
              cells: [
                String(index + 1),
                one.description,
                one.account || '–',
                formatVolume(one),
                digitsOf(one.price),
                digitsOf(budgetAmount(one)),
                incentiveNames[one.incentive],
              ],
            }),
            (words, own) => sumRow(words, 5, [digitsOf(sumOf(own))]),
          ),
    signOff: sheet => ({
      ...signersOf(facts),
      lead: 16,
      note: y => drawInWords(sheet, y + 5.6, lines.length === 0 ? null : sumOf(lines)),
    }),
  })
}

/** Paid amounts of the budget: calculated from records, or typed. */
export function drawBudgetRealisation(facts: ListFacts, size: PaperSize): DrawnPaper {
  const lines = facts.budgetLines
  const open = lines.filter(one => realisedOf(facts, one) === null)
  return drawListPaper(facts, size, 'wide', {
    ...headOf(facts),
    name: 'Realisasi anggaran kelas',
    footer: 'Realisasi anggaran',
    title: 'REALISASI ANGGARAN PELATIHAN MENURUT KODE REKENING',
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Uraian', width: usable - 163 },
        { title: 'Kode Rekening', width: 36, align: 'center', size: 9 },
        { title: 'Anggaran (Rp)', width: 34, align: 'right' },
        { title: 'Realisasi (Rp)', width: 34, align: 'right' },
        { title: 'Sisa (Rp)', width: 32, align: 'right' },
        { title: '%', width: 18, align: 'right' },
      ],
      headHeight: 7.2,
    }),
    rows:
      lines.length === 0
        ? blankRows(blanks, 7)
        : grouped(
            facts,
            (one, index) => {
              const [amount, paid] = [budgetAmount(one), realisedOf(facts, one)]
              return {
                height: 6.8,
                cells: [String(index + 1), one.description, one.account || '–', ...figures(amount, paid)],
              }
            },
            (words, own) => {
              const paid = own.map(one => realisedOf(facts, one) ?? 0).reduce((sum, value) => sum + value, 0)
              return sumRow(words, 3, figures(sumOf(own), paid))
            },
          ),
    signOff: sheet => ({
      ...signersOf(facts),
      lead: 14,
      note: y => {
        if (open.length === 0) return
        const words = `Realisasi ${open.length} baris belum dicatat dan dihitung nol.`
        sheet.text(words, sheet.left, y + 5, { face: 'arimo-italic', size: 9, colour: colours.grey })
      },
    }),
  })
}

function headOf(facts: ListFacts): Pick<ListPaper, 'subtitle' | 'info'> {
  const { cohort, budget, days, trainees } = facts
  return {
    subtitle: cohortTitle(cohort),
    info: [
      { label: 'Sub kegiatan', value: budget.subActivity },
      { label: 'Sumber dana', value: cohort.fundingSource },
      {
        label: 'Tahun anggaran',
        value: moneyYears(facts)
          .map(one => one.year)
          .join(' dan '),
      },
      { label: 'Peserta, lama', value: `${trainees.length} orang, ${days.length} hari kerja` },
    ],
  }
}

/** Lines by budget year, with a subtotal for each if there are several, and the total. */
function grouped(
  { budgetLines }: ListFacts,
  rowOf: (line: BudgetLine, index: number) => Row,
  sum: (words: string, lines: readonly BudgetLine[]) => Row,
): Row[] {
  const years = [...Map.groupBy(budgetLines, line => line.year)].toSorted(([a], [b]) => a - b)
  if (years.length === 1) return [...budgetLines.map(rowOf), sum('JUMLAH', budgetLines)]
  return [
    ...years.flatMap(([year, own]) => [...own.map(rowOf), sum(`Jumlah TA ${year}`, own)]),
    sum('JUMLAH SELURUHNYA', budgetLines),
  ]
}

function figures(amount: number, paid: number | null): string[] {
  const percent = paid === null || amount === 0 ? '–' : hundredths(Math.round((paid * 10_000) / amount))
  return [digitsOf(amount), digitsOf(paid), paid === null ? '' : digitsOf(amount - paid), percent]
}

function sumOf(lines: readonly BudgetLine[]): number {
  return lines.reduce((sum, line) => sum + budgetAmount(line), 0)
}

/** '16 orang × 15 hari', '1 paket' */
function formatVolume({ volume, unit, times, timesUnit }: BudgetLine): string {
  const first = `${volume} ${unit}`.trim()
  return times === 1 && timesUnit === '' ? first : `${first} × ${times} ${timesUnit}`.trim()
}

function signersOf({ officials, centre, signedOn }: ListFacts): Pick<SignOffRequest, 'left' | 'right'> {
  return {
    left: roleBlock(officials.budgetHolder, 'Kuasa Pengguna Anggaran', ['Menyetujui']),
    right: roleBlock(officials.technical, 'Pejabat Pelaksana Teknis Kegiatan', [placeAndDate(centre.city, signedOn)]),
  }
}
