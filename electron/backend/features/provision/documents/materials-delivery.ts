import type { ListFacts, MaterialFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { formatQuantity } from '../../../../../shared/features/provision/provision.ts'
import { longDate, shortDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatSpelledDay } from '../../../paper-kit/cohort-tokens.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import {
  blankRows,
  drawList,
  drawListPaper,
  type ListColumn,
  type ListPaper,
  listOf,
  numberColumn,
  openListSheet,
} from '../../../paper-kit/list-paper.ts'
import { digitsOf, drawInWords, sumRow } from '../../../paper-kit/money-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock, placeAndDate, roleBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import type { SignatureBlock } from '../../../pdf/page/signatures.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'
import { weeksOf } from './material-weeks.ts'

const dots = '....................................'

/** Inspection of received goods: how many are usable and how many not. */
export function drawMaterialsInspection(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { supply } = facts
  const title = 'BERITA ACARA PEMERIKSAAN BAHAN LATIHAN'
  return drawListPaper(facts, size, 'list', {
    ...formal('Berita acara pemeriksaan bahan', title),
    head: sheet =>
      drawOpening(sheet, facts, title, {
        number: supply.inspectionNumber,
        on: supply.inspectedOn,
        what: 'telah memeriksa bahan latihan yang diserahkan penyedia, dengan hasil sebagai berikut:',
      }),
    ...goodsList(facts, [
      { title: 'Dipesan', width: 16, align: 'right', size: 9, cell: one => quantity(one.amount) },
      { title: 'Diterima', width: 16, align: 'right', size: 9, cell: one => quantity(one.received) },
      {
        title: 'Baik',
        width: 16,
        align: 'right',
        size: 9,
        cell: ({ received, damaged }) => quantity(received === null ? null : received - (damaged ?? 0)),
      },
      {
        title: 'Rusak',
        width: 16,
        align: 'right',
        size: 9,
        cell: ({ received, damaged }) => quantity(damaged ?? (received === null ? null : 0)),
      },
    ]),
    signOff: () => ({ ...partiesOf(facts), lead: 12 }),
  })
}

/** Hand-over from supplier to office, with the total price. */
export function drawMaterialsHandover(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { supply, materials } = facts
  const title = 'BERITA ACARA SERAH TERIMA BAHAN LATIHAN'
  const sums = materials.map(amountOf)
  const total =
    sums.some(sum => sum === null) || sums.length === 0 ? null : sums.reduce((a: number, b) => a + (b ?? 0), 0)
  return drawListPaper(facts, size, 'list', {
    ...formal('Berita acara serah terima bahan', title),
    head: sheet =>
      drawOpening(sheet, facts, title, {
        number: supply.handoverNumber,
        on: supply.handedOverOn,
        what: 'telah menyerahkan dan menerima bahan latihan dalam keadaan baik, dengan rincian sebagai berikut:',
      }),
    ...goodsList(
      facts,
      [
        { title: 'Jumlah', width: 16, align: 'right', size: 9, cell: one => quantity(one.received) },
        { title: 'Harga (Rp)', width: 24, align: 'right', size: 9, cell: one => digitsOf(one.price) },
        { title: 'Jumlah (Rp)', width: 28, align: 'right', size: 9, cell: one => digitsOf(amountOf(one)) },
      ],
      [sumRow('JUMLAH', 6, [digitsOf(total)])],
    ),
    signOff: sheet => ({ ...partiesOf(facts), lead: 18, note: y => drawInWords(sheet, y + 5.6, total) }),
  })
}

/** A card for each material: received, used each week, remaining. */
export function drawStockCards(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { materials, supply, head } = facts
  const sheet = openListSheet(facts, size, 'list', 'Kartu persediaan bahan')
  for (const material of materials.length === 0 ? [null] : materials)
    drawList(sheet, facts, size, {
      name: 'Kartu persediaan bahan',
      footer: 'Kartu persediaan',
      title: 'KARTU PERSEDIAAN BAHAN LATIHAN',
      subtitle: cohortTitle(facts.cohort),
      info: [
        { label: 'Nama bahan', value: material?.name ?? '' },
        { label: 'Spesifikasi', value: material ? material.specification || '–' : '' },
        { label: 'Satuan', value: material?.unit ?? '' },
        { label: 'Harga satuan', value: material ? digitsOf(material.price) || '–' : '' },
      ],
      table: usable => ({
        columns: [
          { title: 'Tanggal', width: 26, align: 'center' },
          { title: 'No. Bukti', width: 44, size: 9 },
          { title: 'Masuk', width: 20, align: 'right' },
          { title: 'Keluar', width: 20, align: 'right' },
          { title: 'Sisa', width: 20, align: 'right' },
          { title: 'Keterangan', width: usable - 130, size: 9 },
        ],
        headHeight: 7.2,
      }),
      rows: material ? cardRows(facts, material) : blankRows(16, 7, false),
      signOff: () => ({
        left: officialBlock(head, ['Mengetahui'], false),
        right: keeperBlock(facts, [placeAndDate(facts.centre.city, facts.signedOn)]),
        lead: 10,
      }),
    })
  if (materials.length > 0 && supply.handoverNumber === '') sheet.warn('Nomor BAST bahan belum diisi.')
  return sheet.finish()
}

function cardRows(facts: ListFacts, { received, used, damaged }: MaterialFacts): Row[] {
  const { supply, days } = facts
  let left = received ?? 0
  const line = (date: string, proof: string, move: { in?: number; out?: number }, note: string): Row => {
    left += (move.in ?? 0) - (move.out ?? 0)
    return {
      height: 6.8,
      cells: [
        date,
        proof || '–',
        quantity(move.in ?? null),
        quantity(move.out ?? null),
        formatQuantity(Math.max(0, left)),
        note,
      ],
    }
  }
  left = 0
  const arrival = supply.handedOverOn ? shortYear(supply.handedOverOn) : ''
  const came =
    received === null ? [] : [line(arrival, supply.handoverNumber, { in: received }, supply.supplier || 'Diterima')]
  const broken = damaged ? [line(arrival, supply.inspectionNumber, { out: damaged }, 'Rusak')] : []
  const weeks = weeksOf(days)
  const uses = used.flatMap((amount, index) => {
    const week = weeks[index]
    return amount === null || !week
      ? []
      : [line(shortYear(week.to), '', { out: amount }, `Dipakai minggu ke-${index + 1}`)]
  })
  const rows = [...came, ...broken, ...uses]
  return rows.length === 0 ? blankRows(16, 7, false) : rows
}

function shortYear(date: Parameters<typeof shortDate>[0]): string {
  return `${shortDate(date)} ${date.slice(0, 4)}`
}

function formal(name: string, title: string): Pick<ListPaper, 'name' | 'title' | 'isFormal'> {
  return { name, title, isFormal: true }
}

type Opening = { number: string; on: ListFacts['supply']['inspectedOn']; what: string }

function drawOpening(sheet: Sheet, facts: ListFacts, title: string, { number, on, what }: Opening): number {
  const { supply, centre, cohort } = facts
  const end = drawLetterTitle(
    sheet,
    drawLetterhead(sheet, letterheadOf(centre)) + 10,
    title,
    `Nomor : ${number || dots}`,
  )
  const order = supply.orderNumber === '' ? dots : supply.orderNumber
  const dated = supply.orderedOn ? ` tanggal ${longDate(supply.orderedOn)}` : ''
  const words = `berdasarkan surat pesanan nomor ${order}${dated} kepada ${supply.supplier || dots} untuk pelatihan ${cohortTitle(cohort)}, kami yang bertanda tangan di bawah ini ${what}`
  const day = formatSpelledDay(on)
  const style = { ...letterText, size: 10.5, leading: 5.3 }
  const width = sheet.right - sheet.left
  return drawParagraph(sheet, sheet.left, end + 10, width, [...day, `, ${words}`], style) + 3.6
}

/** The goods, followed by further columns. */
function goodsList(
  { materials }: ListFacts,
  columns: readonly ListColumn<MaterialFacts>[],
  last: readonly Row[] = [],
): Pick<ListPaper, 'table' | 'rows'> {
  const taken = columns.reduce((sum, column) => sum + column.width, 69)
  return listOf(materials, { height: 6.8, blanks: 10, blankHeight: 7, last }, usable => [
    numberColumn(9),
    { title: 'Nama Barang', width: 42, cell: one => one.name },
    { title: 'Spesifikasi', width: usable - taken, size: 9, cell: one => one.specification || '–' },
    { title: 'Satuan', width: 18, align: 'center', size: 9, cell: one => one.unit },
    ...columns,
  ])
}

function amountOf({ received, price }: MaterialFacts): number | null {
  return received === null || price === null ? null : Math.floor((received * price) / 100)
}

function quantity(value: number | null): string {
  return value === null ? '' : formatQuantity(value)
}

/** Supplier, PPTK and keeper of goods. */
function partiesOf(facts: ListFacts): { left: SignatureBlock; middle: SignatureBlock; right: SignatureBlock } {
  const { supply, officials } = facts
  return {
    left: { above: ['Penyedia'], title: supply.supplier || 'Penyedia', name: '', below: [] },
    middle: roleBlock(officials.technical, 'Pejabat Pelaksana Teknis Kegiatan', []),
    right: keeperBlock(facts, []),
  }
}

function keeperBlock({ supply }: ListFacts, above: string[]): SignatureBlock {
  const keeper = { prefix: '', title: 'Pengurus Barang', name: supply.keeper, rank: '', nip: supply.keeperNip }
  return roleBlock(supply.keeper === '' ? null : keeper, 'Pengurus Barang', above)
}
