import type { ListFacts, MaterialFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { formatQuantity } from '../../../../../shared/features/provision/provision.ts'
import { shortDate } from '../../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortSubtitle, cohortTitle, weekEnds } from '../../../paper-kit/cohort-format.ts'
import { blankRows } from '../../../paper-kit/form-rows.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import {
  byHeadAndInstructor,
  instructorBlock,
  officialBlock,
  placeAndDate,
} from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { InfoRow } from '../../../pdf/table/info-rows.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'

const blanks = 15

/** What the instructor asks for. */
export function drawMaterialsRequest(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawListPaper(facts, size, 'list', {
    name: 'Daftar permintaan bahan',
    title: 'DAFTAR PERMINTAAN BAHAN LATIHAN',
    subtitle: cohortSubtitle(facts.cohort),
    info: infoOf(facts),
    table: materialTable,
    rows: rowsOf(facts, ({ amount, note }) => [quantity(amount), note]),
    signOff: () => byHeadAndInstructor(facts, { above: 'Menyetujui', lead: 9 }),
  })
}

/** What came: the amounts received, and what is missing of those asked for. */
export function drawMaterialsReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { centre } = facts
  return drawListPaper(facts, size, 'list', {
    name: 'Bukti penerimaan bahan',
    title: 'BUKTI PENERIMAAN BAHAN LATIHAN',
    subtitle: cohortSubtitle(facts.cohort),
    info: infoOf(facts),
    table: materialTable,
    rows: rowsOf(facts, material => [quantity(material.received), receivedNote(material)]),
    signOff: () => ({
      left: officialBlock(facts.head, ['Mengetahui'], false),
      middle: { above: ['Yang menyerahkan'], title: 'Pengurus Barang', name: '', below: [] },
      right: instructorBlock(facts.instructor, [placeAndDate(centre.city, facts.signedOn), 'Yang menerima']),
      lead: 9,
    }),
  })
}

/** What was used in each calendar week of the class. */
export function drawMaterialsUsage(facts: ListFacts, size: PaperSize): DrawnPaper {
  const weeks = weeksOf(facts.days)
  return drawListPaper(facts, size, 'list', {
    name: 'Laporan mingguan penggunaan bahan',
    title: 'LAPORAN MINGGUAN PENGGUNAAN BAHAN LATIHAN',
    subtitle: cohortSubtitle(facts.cohort),
    info: infoOf(facts),
    table: usable => usageTable(usable, weeks),
    rows: usageRows(facts, weeks.length),
    signOff: () => byHeadAndInstructor(facts, { lead: 9 }),
  })
}

/** First and last training day of each calendar week of the class. */
export function weeksOf(days: readonly { date: PlainDate }[]): { from: PlainDate; to: PlainDate }[] {
  const ends = weekEnds(days)
  const weeks: { from: PlainDate; to: PlainDate }[] = []
  days.forEach(({ date }, index) => {
    const last = weeks.at(-1)
    if (last && !ends.has(index - 1)) last.to = date
    else weeks.push({ from: date, to: date })
  })
  return weeks
}

/** Hundredths used over all weeks; null while nothing is written. */
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

function materialTable(usable: number): Table {
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Bahan', width: 52 },
      { title: 'Spesifikasi', width: usable - 117, size: 9 },
      { title: 'Satuan', width: 18, align: 'center', size: 9 },
      { title: 'Jumlah', width: 18, align: 'right' },
      { title: 'Ket.', width: 20, size: 8.5 },
    ],
    headHeight: 7.2,
  }
}

function rowsOf({ materials }: ListFacts, last: (material: MaterialFacts) => [string, string]): Row[] {
  if (materials.length === 0) return blankRows(blanks, 8)
  return materials.map((material, index) => ({
    height: 6.8,
    cells: [String(index + 1), material.name, material.specification, material.unit, ...last(material)],
  }))
}

function usageTable(usable: number, weeks: readonly { from: PlainDate; to: PlainDate }[]): Table {
  const width = Math.min(14, 84 / weeks.length)
  const columns = weeks.map(({ from, to }, index) => ({
    title: [
      { text: String(index + 1), face: 'arimo-bold' as const, size: 9 },
      { text: `${shortDate(from)} –`, face: 'arimo' as const, size: 7.5 },
      { text: shortDate(to), face: 'arimo' as const, size: 7.5 },
    ],
    width,
    align: 'right' as const,
    size: 9,
  }))
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Bahan', width: usable - 45 - weeks.length * width },
      { title: 'Satuan', width: 18, align: 'center', size: 9 },
      ...columns,
      { title: 'Jumlah', width: 18, align: 'right' },
    ],
    headHeight: 16,
    band: { title: 'Minggu ke-', from: 3, count: weeks.length, height: 4.6 },
  }
}

function usageRows({ materials }: ListFacts, weeks: number): Row[] {
  if (materials.length === 0) return blankRows(blanks, 8)
  return materials.map((material, index) => ({
    height: 6.8,
    cells: [
      String(index + 1),
      material.name,
      material.unit,
      ...Array.from({ length: weeks }, (_, week) => quantity(material.used[week] ?? null)),
      { text: quantity(usedOf(material)), face: 'arimo-bold' },
    ],
  }))
}

function quantity(value: number | null): string {
  return value === null ? '' : formatQuantity(value)
}

function receivedNote({ amount, received, note }: MaterialFacts): string {
  const short = amount !== null && received !== null && received < amount ? amount - received : 0
  return [short > 0 ? `kurang ${formatQuantity(short)}` : '', note].filter(part => part !== '').join('; ')
}
