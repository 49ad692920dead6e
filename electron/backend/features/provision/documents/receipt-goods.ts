import type { DayFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ItemFacts, ListFacts, MemberFacts } from '../../../../../shared/facts/list-facts.ts'
import { isPresent } from '../../../../../shared/features/attendance/mark.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { ItemKind } from '../../../../../shared/features/provision/provision.ts'
import { rupiahWithCents } from '../../../../../shared/kernel/money.ts'
import { fullDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortSubtitle, cohortTitle, formatLeave } from '../../../paper-kit/cohort-format.ts'
import {
  drawList,
  drawListPaper,
  type ListPaper,
  listOf,
  openListSheet,
  spacesOrForm,
} from '../../../paper-kit/list-paper.ts'
import { officialBlock, placeAndDate, roleBlock } from '../../../paper-kit/signature-blocks.ts'
import type { SignatureSpace } from '../../../pdf/page/signature-spaces.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { InfoRow } from '../../../pdf/table/info-rows.ts'
import { drawMealYears } from './receipt-meals-year.ts'

/** What each trainee signs for. */
type Receipt = {
  name: string
  title: string
  info?: InfoRow[]
  column: { title: string; width: number }
  /** The cell of that column; '' is filled in by hand. */
  cell: (member: MemberFacts | undefined) => string
  space?: (trainee: TraineeFacts) => SignatureSpace
  date?: DayFacts['date']
  footer?: string
}

export function drawInsuranceReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawReceipt(facts, size, {
    name: 'Tanda terima kartu asuransi',
    title: 'TANDA TERIMA KARTU BPJS KETENAGAKERJAAN',
    column: { title: 'No. Kartu', width: 35 },
    cell: member => member?.insuranceCard ?? '',
  })
}

export function drawClothingReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawReceipt(facts, size, {
    name: 'Tanda terima pakaian kerja',
    title: 'TANDA TERIMA PAKAIAN KERJA PESERTA',
    column: { title: 'Ukuran', width: 28 },
    cell: member => member?.clothingSize ?? '',
  })
}

export function drawStationeryReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawReceipt(facts, size, itemReceipt(facts, 'STATIONERY', 'ATK', 'TANDA TERIMA ALAT TULIS (ATK) PESERTA'))
}

export function drawModulesReceipt(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawReceipt(facts, size, itemReceipt(facts, 'MODULE', 'modul', 'TANDA TERIMA MODUL PELATIHAN'))
}

/** A sheet for each day, signed on that day; at the end the costs by budget year. */
export function drawMealsReceipt(facts: ListFacts, days: readonly DayFacts[], size: PaperSize): DrawnPaper {
  const sheet = openListSheet(facts, size, 'list', 'Tanda terima konsumsi')
  for (const day of days) drawList(sheet, facts, size, paperOf(facts, mealReceipt(facts, day)))
  // A sheet of one day is for signing only, without costs.
  if (facts.rates.meal !== null && days.length === facts.days.length) drawMealYears(sheet, facts, size)
  return sheet.finish()
}

function drawReceipt(facts: ListFacts, size: PaperSize, receipt: Receipt): DrawnPaper {
  return drawListPaper(facts, size, 'list', paperOf(facts, receipt))
}

function itemReceipt({ items }: ListFacts, kind: ItemKind, what: string, title: string): Receipt {
  const given = items[kind]
  return {
    name: `Tanda terima ${what}`,
    title,
    info: [{ label: 'Rincian per peserta', value: formatItem(given) }],
    column: { title: 'Jumlah', width: 28 },
    cell: () => formatParcel(given),
  }
}

function mealReceipt({ items, rates }: ListFacts, day: DayFacts): Receipt {
  const value = rates.meal === null ? [] : [{ label: 'Nilai', value: `${rupiahWithCents(rates.meal)} per orang` }]
  return {
    name: 'Tanda terima konsumsi',
    title: 'TANDA TERIMA KONSUMSI PESERTA PELATIHAN',
    info: [
      { label: 'Hari, tanggal', value: `${fullDate(day.date)}  (Hari ke-${day.n})` },
      { label: 'Konsumsi', value: formatItem(items.MEAL) },
      ...value,
    ],
    column: { title: 'Jumlah', width: 28 },
    cell: () => formatParcel(items.MEAL),
    space: trainee => mealSpace(trainee, day),
    date: day.date,
    footer: `Tanda terima konsumsi · Hari ke-${day.n}`,
  }
}

/** 'Buku tulis 2 buah; Pulpen 1 buah' */
function formatItem(items: readonly ItemFacts[]): string {
  return items
    .map(({ name, unit, amount }) => [name, amount, unit].filter(part => part !== '').join('\u00a0'))
    .join('; ')
}

/** '2 buah' of one item, '1 paket' of several. */
function formatParcel(items: readonly ItemFacts[]): string {
  const [only] = items
  if (only === undefined) return ''
  return items.length > 1 ? '1 paket' : `${only.amount} ${only.unit}`.trim()
}

/** No signature space for people who were absent that day. */
function mealSpace({ position, joinedDay, left, marks }: TraineeFacts, { n }: DayFacts): SignatureSpace {
  if (left && n > left.afterDay) return { number: position, remark: formatLeave[left.kind] }
  if (n < joinedDay) return { number: position, remark: `Mulai hari ke-${joinedDay}` }
  const mark = marks[n - 1] ?? null
  return { number: position, remark: mark !== null && !isPresent(mark) ? 'Tidak hadir' : '' }
}

function paperOf(facts: ListFacts, receipt: Receipt): ListPaper {
  const { centre, cohort, trainees, members, officials } = facts
  const { column } = receipt
  const spaceOf = (one: TraineeFacts) => receipt.space?.(one) ?? { number: one.position, remark: '' }
  // An empty cell for people without signature space.
  const cellOf = (one: TraineeFacts, member: MemberFacts | undefined) =>
    spaceOf(one).remark === '' ? receipt.cell(member) : '–'
  return {
    name: receipt.name,
    title: receipt.title,
    subtitle: cohortSubtitle(cohort),
    info: [{ label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) }, ...(receipt.info ?? [])],
    ...(receipt.footer === undefined ? {} : { footer: receipt.footer }),
    ...listOf(
      trainees.map((trainee, index) => ({ trainee, member: members[index] })),
      { height: 0, zigzag: true },
      usable => [
        { title: 'No.', width: 10, align: 'center', size: 10, cell: one => String(one.trainee.position) },
        { title: 'Nama Peserta', width: 70, size: 10, cell: one => one.trainee.name.toUpperCase() },
        { ...column, align: 'center', cell: one => cellOf(one.trainee, one.member) },
        { title: 'Tanda Tangan', width: usable - 80 - column.width },
      ],
    ),
    spaces: spacesOrForm(trainees.map(spaceOf)),
    signOff: () => ({
      left: officialBlock(facts.head, ['Mengetahui'], false),
      right: roleBlock(officials.technical, 'Pejabat Pelaksana Teknis Kegiatan', [
        placeAndDate(centre.city, receipt.date ?? facts.signedOn),
      ]),
      lead: 9,
    }),
  }
}
