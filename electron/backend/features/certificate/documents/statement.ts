import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { capitalName, officeOf, showNip } from '../../../../../shared/features/centre/signatory.ts'
import type { DrawnStatementFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { dateRange, longDate } from '../../../../../shared/kernel/plain-date.ts'
import {
  blank,
  formatAttendance,
  formatBatch,
  formatCount,
  isNamedAfterTrade,
  officeOfRegion,
} from '../../../paper-kit/cohort-format.ts'
import { type CopyMark, copyStamp, latestDate } from '../../../paper-kit/issued-paper.ts'
import { formatPage, letterheadOf, openSheet } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock, placeAndDate } from '../../../paper-kit/signature-blocks.ts'
import { drawFooter } from '../../../pdf/page/footer.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import {
  drawSignatures,
  officeSignature,
  type SignatureStyle,
  signatureNameOffset,
} from '../../../pdf/page/signatures.ts'
import { drawPhotoBox } from '../../../pdf/picture/photo-box.ts'
import { drawQrCode, qrMode } from '../../../pdf/picture/qr-code.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import { drawParagraph, type ParagraphStyle, type Span } from '../../../pdf/text/paragraph.ts'

const title = 'SURAT KETERANGAN MENGIKUTI PELATIHAN'
const body: ParagraphStyle = { face: 'arimo', size: 11, leading: 5.9, justify: true }
const signature: SignatureStyle = { ...officeSignature, size: 11, leading: 5.2 }
const codeSide = 20

export type StatementRequest = {
  facts: DrawnStatementFacts
  photo: Uint8Array | null
  /** Logo at issue, if papers of several days are in one file; undefined uses that of the file. */
  logo?: Uint8Array | null
}

export type StatementOptions = {
  size: PaperSize
  logo: Uint8Array | null
  /** Not issued: marked as an example. */
  specimen?: boolean
  /** Stamps it as a duplicate. */
  copy?: CopyMark
}

/** Letters for people who attended and did not pass, one page each, in one file. */
export function drawStatements(requests: readonly StatementRequest[], options: StatementOptions): DrawnPaper {
  const { size, logo, specimen = false, copy } = options
  const first = requests[0]
  if (!first) throw new RangeError('no statements to draw')
  const sheet = openSheet({
    centre: first.facts.centre,
    size,
    grid: 'letter',
    title: requests.length === 1 ? `Surat Keterangan ${first.facts.number}` : 'Surat Keterangan',
    createdOn: copy?.madeOn ?? latestDate(requests),
    specimen,
    ...(copy ? { stamp: copyStamp(copy) } : {}),
  })
  for (const request of requests) {
    const draw = () => drawStatement(sheet, request, request.logo === undefined ? logo : request.logo)
    if (requests.length === 1) draw()
    else sheet.tagged('Part', draw)
  }
  return sheet.finish()
}

function drawStatement(sheet: Sheet, { facts, photo }: StatementRequest, logo: Uint8Array | null): void {
  const { centre, signatory } = facts
  const { left, right } = sheet
  sheet.addPage()
  const letterheadEnd = sheet.tagged('P', () => drawLetterhead(sheet, letterheadOf({ ...centre, logo })))
  const titleEnd = sheet.tagged('H1', () =>
    drawLetterTitle(sheet, letterheadEnd + 12, title, `Nomor : ${facts.number}`),
  )

  const info = { labelWidth: 42, right, size: body.size, leading: body.leading, wraps: true }
  const signer = [
    { label: 'Nama', value: capitalName(signatory.name) },
    { label: 'NIP', value: showNip(signatory.nip) },
    { label: 'Pangkat/Golongan', value: signatory.rank },
    { label: 'Jabatan', value: officeOf(signatory) },
  ].filter(row => row.value !== '')
  const holder = [
    { label: 'Nama', value: facts.name.toUpperCase() },
    { label: 'Tempat, tanggal lahir', value: formatBirth(facts) },
    { label: 'Alamat', value: facts.address },
  ].filter(row => row.value !== '')

  let y = titleEnd + 10.8
  const line = (words: string) => sheet.tagged('P', () => sheet.text(words, left, y, body))
  line('Yang bertanda tangan di bawah ini:')
  y = sheet.tagged('P', () => drawInfoRows(sheet, left + 8, y + 6.4, signer, info)) + 8.2
  line('dengan ini menerangkan bahwa:')
  y = sheet.tagged('P', () => drawInfoRows(sheet, left + 8, y + 6.5, holder, info)) + 8.2
  y = sheet.tagged('P', () => drawParagraph(sheet, left, y, right - left, formatTraining(facts), body)) + 8.2
  const replaced = facts.replaces === '' ? '' : `Surat ini menggantikan surat keterangan nomor ${facts.replaces}. `
  const closing =
    'Surat keterangan ini diberikan sebagai bukti keikutsertaan dan bukan merupakan sertifikat kelulusan. Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.'
  y = sheet.tagged('P', () => drawParagraph(sheet, left, y, right - left, [replaced + closing], body))

  const block = officialBlock(signatory, [placeAndDate(centre.city, facts.issuedOn)], true)
  const codeTop = sheet.height - 15.1 - codeSide
  const offset = signatureNameOffset([block], signature)
  // Photo and code must not overlap, however long the text above is.
  const nameY = y + offset + Math.max(10, Math.min(21.7, codeTop - 18 - offset - y))
  sheet.tagged('P', () => drawSignatures(sheet, [{ block, centre: right - 39 }], nameY, signature))
  sheet.tagged(
    'Figure',
    () => drawPhotoBox(sheet, photo, left + 36, nameY - 26, 'arimo'),
    photo ? `Pas foto ${facts.name}` : 'Kotak untuk pas foto',
  )

  const code = { text: facts.qrText, level: 'M', mode: qrMode(facts.qrText) } as const
  sheet.tagged('Figure', () => drawQrCode(sheet, code, left, codeTop, codeSide), 'Kode QR untuk memeriksa keaslian')
  const captionStyle = { face: 'arimo', size: 7.5, colour: colours.grey } as const
  const caption = 'Pindai untuk memeriksa keaslian surat ini.'
  sheet.tagged('P', () => sheet.text(caption, left + codeSide + 3, codeTop + codeSide - 1.2, captionStyle))
  drawFooter(sheet, facts.number, formatPage(0, 1))
}

function formatBirth({ birthPlace, birthDate }: DrawnStatementFacts): string {
  return [birthPlace, birthDate === null ? blank : longDate(birthDate)].filter(part => part !== '').join(', ')
}

function formatTraining(facts: DrawnStatementFacts): Span[] {
  const { trade, program, centre, start, end, dayCount, hours } = facts
  const isNamed = isNamedAfterTrade(trade, program)
  return [
    `telah mengikuti Pelatihan Berbasis Kompetensi kejuruan ${isNamed ? '' : `${trade} program `}`,
    { text: program, face: 'arimo-bold' },
    ` ${formatBatch(facts.cohort)} yang diselenggarakan oleh ${officeOfRegion(centre.lines)} pada tanggal ${dateRange(start, end)}, `,
    `selama ${formatCount(dayCount)} hari kerja atau ${formatCount(hours)} Jam Pelatihan, `,
    `dengan kehadiran ${formatAttendance(facts.attendance)}.`,
  ]
}
