import type { ListFacts, MaterialFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { formatQuantity } from '../../../../../shared/features/provision/provision.ts'
import { type PlainDate, shortDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, type ListColumn, type ListPaper, listOf, numberColumn } from '../../../paper-kit/list-paper.ts'
import {
  byHeadAndInstructor,
  instructorBlock,
  officialBlock,
  placeAndDate,
} from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { InfoRow } from '../../../pdf/table/info-rows.ts'
import { weeksOf } from './material-weeks.ts'

const blanks = 15

/** The request of the instructor. */
export function drawMaterialsRequest(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawListPaper(facts, size, 'list', {
    name: 'Daftar permintaan bahan',
    title: 'DAFTAR PERMINTAAN BAHAN LATIHAN',
    subtitle: cohortSubtitle(facts.cohort),
    info: infoOf(facts),
    ...materialList(
      facts,
      one => one.amount,
      one => one.note,
    ),
    signOff: () => byHeadAndInstructor(facts, { above: 'Menyetujui', lead: 9 }),
  })
}

/** Amounts received, and what is missing of those requested. */
export function drawMaterialsReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { centre } = facts
  return drawListPaper(facts, size, 'list', {
    name: 'Bukti penerimaan bahan',
    title: 'BUKTI PENERIMAAN BAHAN LATIHAN',
    subtitle: cohortSubtitle(facts.cohort),
    info: infoOf(facts),
    ...materialList(facts, one => one.received, receivedNote),
    signOff: () => ({
      left: officialBlock(facts.head, ['Mengetahui'], false),
      middle: { above: ['Yang menyerahkan'], title: 'Pengurus Barang', name: '', below: [] },
      right: instructorBlock(facts.instructor, [placeAndDate(centre.city, facts.signedOn), 'Yang menerima']),
      lead: 9,
    }),
  })
}

/** Amounts used in each calendar week of the class. */
export function drawMaterialsUsage(facts: ListFacts, size: PaperSize): DrawnPaper {
  const weeks = weeksOf(facts.days)
  return drawListPaper(facts, size, 'list', {
    name: 'Laporan mingguan penggunaan bahan',
    title: 'LAPORAN MINGGUAN PENGGUNAAN BAHAN LATIHAN',
    subtitle: cohortSubtitle(facts.cohort),
    info: infoOf(facts),
    ...usageList(facts, weeks),
    signOff: () => byHeadAndInstructor(facts, { lead: 9 }),
  })
}

/** Hundredths used over all weeks; null if nothing is entered. */
function usedOf({ used }: MaterialFacts): number | null {
  const written = used.filter(amount => amount !== null)
  return written.length === 0 ? null : written.reduce((sum, amount) => sum + amount, 0)
}

function infoOf({ cohort, instructor }: ListFacts): InfoRow[] {
  return [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Tempat', value: cohort.room },
    { label: 'Instruktur', value: instructor?.name ?? '' },
  ]
}

function materialList(
  { materials }: ListFacts,
  amountOf: (material: MaterialFacts) => number | null,
  noteOf: (material: MaterialFacts) => string,
): Pick<ListPaper, 'table' | 'rows'> {
  return listOf(materials, { height: 6.8, blanks, blankHeight: 8 }, usable => [
    numberColumn(9),
    { title: 'Nama Bahan', width: 52, cell: one => one.name },
    { title: 'Spesifikasi', width: usable - 117, size: 9, cell: one => one.specification },
    { title: 'Satuan', width: 18, align: 'center', size: 9, cell: one => one.unit },
    { title: 'Jumlah', width: 18, align: 'right', cell: one => quantity(amountOf(one)) },
    { title: 'Ket.', width: 20, size: 8.5, cell: noteOf },
  ])
}

function usageList({ materials }: ListFacts, weeks: readonly { from: PlainDate; to: PlainDate }[]) {
  const width = Math.min(14, 84 / weeks.length)
  const band = { title: 'Minggu ke-', from: 3, count: weeks.length, height: 4.6 }
  return listOf(materials, { height: 6.8, blanks, blankHeight: 8, headHeight: 16, band }, usable => [
    numberColumn(9),
    { title: 'Nama Bahan', width: usable - 45 - weeks.length * width, cell: one => one.name },
    { title: 'Satuan', width: 18, align: 'center', size: 9, cell: one => one.unit },
    ...weeks.map(
      ({ from, to }, week): ListColumn<MaterialFacts> => ({
        title: [
          { text: String(week + 1), face: 'arimo-bold', size: 9 },
          { text: `${shortDate(from)} –`, face: 'arimo', size: 7.5 },
          { text: shortDate(to), face: 'arimo', size: 7.5 },
        ],
        width,
        align: 'right',
        size: 9,
        cell: one => quantity(one.used[week] ?? null),
      }),
    ),
    { title: 'Jumlah', width: 18, align: 'right', cell: one => ({ text: quantity(usedOf(one)), face: 'arimo-bold' }) },
  ])
}

function quantity(value: number | null): string {
  return value === null ? '' : formatQuantity(value)
}

function receivedNote({ amount, received, note }: MaterialFacts): string {
  const short = amount !== null && received !== null && received < amount ? amount - received : 0
  return [short > 0 ? `kurang ${formatQuantity(short)}` : '', note].filter(part => part !== '').join('; ')
}
