import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { costKindNames } from '../../../../../shared/features/provision/budget.ts'
import { rupiah, rupiahWithCents } from '../../../../../shared/kernel/money.ts'
import { spellNumber } from '../../../../../shared/kernel/number-format.ts'
import { sumOrNull } from '../../../../../shared/kernel/sum-or-null.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawList, listOf, numberColumn, openListSheet } from '../../../paper-kit/list-paper.ts'
import {
  accountOf,
  digitsOf,
  drawInWords,
  drawMoneyHead,
  moneySigners,
  moneyYears,
  sumRow,
} from '../../../paper-kit/money-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import { drawSignatures, officeSignature, signatureNameOffset } from '../../../pdf/page/signatures.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import { honorariumLines } from '../../teaching/documents/honorarium-lines.ts'
import { transportLines } from './transport-lines.ts'

type Transfer = {
  name: string
  bank: { name: string; account: string; holder: string }
  net: number | null
  what: string
}

/** Everybody paid by transfer, instructors before trainees, one list for each budget year. */
export function drawTransferList(facts: ListFacts, size: PaperSize): DrawnPaper {
  const sheet = openListSheet(facts, size, 'wide', 'Daftar transfer')
  for (const period of moneyYears(facts)) {
    const title = 'DAFTAR TRANSFER'
    const transfers = transfersOf(facts, period.year)
    const missing = transfers.filter(one => one.bank.account === '').length
    if (missing > 0 && facts.rules.bankColumn) sheet.warn(`${missing} penerima belum punya nomor rekening.`)
    const total = sumOrNull(transfers.map(one => one.net))
    drawList(sheet, facts, size, {
      name: 'Daftar transfer',
      footer: `Daftar transfer TA ${period.year} · RAHASIA: memuat nomor rekening`,
      title,
      head: () => drawMoneyHead(sheet, facts, { title, what: 'Pembayaran pelatihan', kind: 'TRANSPORT', period }),
      ...listOf(transfers, { height: 6.8, blanks: 12, blankHeight: 7 }, usable => [
        numberColumn(9),
        { title: 'Nama', width: usable - 196, cell: one => one.name },
        { title: 'Bank', width: 34, size: 9, cell: one => one.bank.name || '–' },
        { title: 'No. Rekening', width: 38, align: 'center', size: 9, cell: one => one.bank.account || '–' },
        { title: 'Atas Nama', width: 50, size: 9, cell: one => one.bank.holder || '–' },
        { title: 'Netto (Rp)', width: 28, align: 'right', cell: one => digitsOf(one.net) },
        { title: 'Ket.', width: 37, size: 9, cell: one => one.what },
      ]),
      carried: (words, count) =>
        sumRow(words, 5, [
          digitsOf(transfers.length === 0 ? null : sumOrNull(transfers.slice(0, count).map(one => one.net))),
        ]),
      signOff: () => ({
        ...moneySigners(facts, period.to),
        lead: 17,
        note: y => drawInWords(sheet, y + 5.6, total),
      }),
    })
  }
  return sheet.finish()
}

/** Without people who receive nothing. */
export function transfersOf(facts: ListFacts, year: number): Transfer[] {
  const teachers = honorariumLines(facts, year).map(({ payee, net }) => ({
    name: payee.name,
    bank: payee.bank,
    net,
    what: 'Honorarium',
  }))
  const lines = transportLines(facts, year)
  const trainees = facts.trainees.flatMap(({ name }, index) => {
    const line = lines[index]
    const bank = facts.members[index]?.bank ?? { name: '', account: '', holder: '' }
    return line && line.days !== 0 && line.days !== null
      ? [{ name: name.toUpperCase(), bank, net: line.net, what: 'Uang transport' }]
      : []
  })
  return [...teachers, ...trainees]
}

/** Receipts above this amount need a duty stamp (UU 10/2020). */
const stampedAbove = 5_000_000

/** A receipt for each kind of money and budget year: amount in words, purpose, and signatures. */
export function drawPaymentReceipts(facts: ListFacts, size: PaperSize): DrawnPaper {
  const sheet = openListSheet(facts, size, 'list', 'Kuitansi')
  const payments = paymentsOf(facts)
  for (const payment of payments.length === 0 ? [nothingPaid(facts)] : payments) drawReceipt(sheet, facts, payment)
  return sheet.finish()
}

type ReceiptOf = { what: string; year: number; account: string; money: number | null; date: ListFacts['signedOn'] }

function nothingPaid({ budget }: ListFacts): ReceiptOf {
  return { what: '', year: budget.year, account: '', money: null, date: null }
}

function paymentsOf(facts: ListFacts): ReceiptOf[] {
  return moneyYears(facts).flatMap(({ year, to }) => {
    const honoraria = sumOrNull(honorariumLines(facts, year).map(line => line.gross))
    const transport = sumOrNull(transportLines(facts, year).map(line => line.money))
    const of = (kind: 'HONORARIUM' | 'TRANSPORT', money: number | null) =>
      money === null || money === 0
        ? []
        : [{ what: costKindNames[kind], year, account: accountOf(facts, kind, year).account, money, date: to }]
    return [...of('HONORARIUM', honoraria), ...of('TRANSPORT', transport)]
  })
}

function drawReceipt(sheet: Sheet, facts: ListFacts, { what, year, account, money, date }: ReceiptOf): void {
  const { centre, cohort, budget, officials } = facts
  sheet.addPage()
  const { left, right } = sheet
  const titleEnd = drawLetterTitle(
    sheet,
    drawLetterhead(sheet, letterheadOf(centre)) + 9,
    'KUITANSI',
    'Nomor : ........................................',
  )
  const info = { labelWidth: 40, right, size: 10.5, leading: 6.2, wraps: true }
  const payer = officials.budgetHolder?.title ?? 'Kuasa Pengguna Anggaran'
  const rows = [
    { label: 'Tahun anggaran', value: String(year) },
    { label: 'Sub kegiatan', value: budget.subActivity },
    { label: 'Kode rekening', value: account },
    { label: 'No. BKU', value: '' },
    { label: 'Sudah terima dari', value: payer },
    { label: 'Uang sejumlah', value: money === null ? '' : `${spellNumber(money)} rupiah` },
    {
      label: 'Untuk pembayaran',
      value: what === '' ? '' : `${what} pelatihan ${cohortTitle(cohort)}, daftar penerima terlampir`,
    },
  ]
  let y = drawInfoRows(sheet, left, titleEnd + 11, rows, info) + 8
  sheet.frame(left, y, 62, 12, 0.8)
  const sum = money === null ? 'Rp' : rupiahWithCents(money)
  sheet.text(sum, left + 4, y + 7.8, { face: 'arimo-bold', size: 13 })
  if (money !== null && money > stampedAbove) {
    sheet.frame(right - 32, y, 32, 22, 0.4, colours.rule)
    sheet.text('Meterai', right - 16, y + 10, { face: 'arimo', size: 8, align: 'center', colour: colours.grey })
    sheet.text(rupiah(10_000), right - 16, y + 14, { face: 'arimo', size: 8, align: 'center', colour: colours.grey })
  }
  y += 32
  const { left: agrees, middle, right: paid } = moneySigners(facts, date)
  const receiver = { above: ['Yang menerima'], title: 'Penerima', name: '', below: [] }
  const upper = [agrees, paid]
  const offset = signatureNameOffset(upper, officeSignature)
  drawSignatures(
    sheet,
    [
      { block: agrees, centre: left + 38 },
      { block: paid, centre: right - 38 },
    ],
    y + offset,
    officeSignature,
  )
  const lower = middle ? [middle, receiver] : [receiver]
  const below = y + offset + 20 + signatureNameOffset(lower, officeSignature)
  if (middle) drawSignatures(sheet, [{ block: middle, centre: left + 38 }], below, officeSignature)
  drawSignatures(sheet, [{ block: receiver, centre: right - 38 }], below, officeSignature)
}
