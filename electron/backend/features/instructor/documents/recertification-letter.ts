import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { capitalName, type Signatory, showNip } from '../../../../../shared/features/centre/signatory.ts'
import type { Credential } from '../../../../../shared/features/instructor/contract.ts'
import { tradeName } from '../../../../../shared/features/program/trades.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { dressPage, letterheadOf, openPaper } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import {
  drawSignatures,
  officeSignature,
  type SignatureStyle,
  signatureHeight,
  signatureNameOffset,
} from '../../../pdf/page/signatures.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import { drawParagraph, type ParagraphStyle } from '../../../pdf/text/paragraph.ts'

export type RecertificationFacts = {
  centre: CentreFacts
  head: Signatory
  instructor: { name: string; nip: string; institution: string }
  credential: Pick<
    Credential,
    'number' | 'registration' | 'lsp' | 'licence' | 'scheme' | 'trades' | 'issued' | 'validUntil'
  >
  writtenOn: PlainDate
  /** Wall time 'YYYY-MM-DDTHH:MM'. */
  printedAt: string
}

const usualLeading = 5.9
const tightLeading = 5.2
const signature: SignatureStyle = { ...officeSignature, size: 11, leading: 5.2 }

/** The letter that asks the LSP to certify an instructor again before the certificate ends; one page, closer lines where names are long. */
export function drawRecertificationLetter(facts: RecertificationFacts, size: PaperSize): DrawnPaper {
  const usual = drawLetter(facts, size, usualLeading)
  return usual.fits ? usual.paper : drawLetter(facts, size, tightLeading).paper
}

function drawLetter(
  facts: RecertificationFacts,
  size: PaperSize,
  leading: number,
): { paper: DrawnPaper; fits: boolean } {
  const body: ParagraphStyle = { face: 'arimo', size: 11, leading, justify: true }
  const after = leading + 2.3
  const { centre, instructor, credential } = facts
  const sheet = openPaper(facts, size, 'letter', `Permohonan Sertifikasi Ulang ${instructor.name}`)
  sheet.addPage()
  const { left, right } = sheet
  const info = { right, size: body.size, leading: body.leading, wraps: true }
  let y = drawLetterhead(sheet, letterheadOf(centre)) + 11
  sheet.text(`${centre.city}, ${longDate(facts.writtenOn)}`, right, y, { ...body, align: 'right' })
  y = drawInfoRows(
    sheet,
    left,
    y,
    [
      { label: 'Nomor', value: '................................' },
      { label: 'Sifat', value: 'Biasa' },
      { label: 'Lampiran', value: '1 (satu) berkas' },
      { label: 'Hal', value: 'Permohonan sertifikasi ulang instruktur' },
    ],
    { ...info, labelWidth: 20, right: right - 50 },
  )
  y += 2 * leading
  for (const line of ['Yth. Ketua', formatLsp(credential), 'di tempat']) {
    y = drawParagraph(sheet, left, y, right - left, [line], { ...body, justify: false }) + body.leading
  }
  y += body.leading
  y = drawParagraph(sheet, left, y, right - left, [formatOpening(facts)], body) + after
  y = drawInfoRows(sheet, left + 8, y, holderRows(facts), { ...info, labelWidth: 42 }) + after
  y = drawParagraph(sheet, left, y, right - left, [formatRequest(facts)], body) + after
  y = drawParagraph(
    sheet,
    left,
    y,
    right - left,
    ['Atas perhatian dan kerja samanya kami sampaikan terima kasih.'],
    body,
  )
  const block = officialBlock(facts.head, [], true)
  const signed = y + 12
  drawSignatures(sheet, [{ block, centre: right - 39 }], signed + signatureNameOffset([block], signature), signature)
  const footer = `Permohonan sertifikasi ulang · ${credential.number}`
  dressPage(sheet, 0, 1, { printedAt: facts.printedAt, footer })
  return { paper: sheet.finish(), fits: signed + signatureHeight([block], signature) <= sheet.bottom }
}

function formatLsp({ lsp, licence }: RecertificationFacts['credential']): string {
  const name = lsp === '' ? 'Lembaga Sertifikasi Profesi (LSP) ................................' : lsp
  return licence === '' ? name : `${name} (${licence})`
}

function formatOpening({ credential }: RecertificationFacts): string {
  const trades = credential.trades.map(tradeName).join(', ')
  const taught = trades === '' ? '' : ` pada kejuruan ${trades}`
  return `Dengan hormat, bersama ini kami mengajukan permohonan sertifikasi ulang bagi instruktur kami${taught}, pemegang sertifikat kompetensi BNSP sebagai berikut:`
}

function holderRows({ instructor, credential }: RecertificationFacts) {
  return [
    { label: 'Nama', value: capitalName(instructor.name) },
    { label: 'NIP', value: showNip(instructor.nip) },
    { label: 'Lembaga asal', value: instructor.institution },
    { label: 'Skema sertifikasi', value: credential.scheme },
    { label: 'Nomor sertifikat', value: credential.number },
    { label: 'Nomor registrasi', value: credential.registration },
    { label: 'Masa berlaku', value: `${longDate(credential.issued)} s.d. ${longDate(credential.validUntil)}` },
  ].filter(row => row.value !== '')
}

function formatRequest({ credential, writtenOn }: RecertificationFacts): string {
  const ended = credential.validUntil < writtenOn
  const end = ended ? 'telah berakhir' : 'akan berakhir'
  return `Sertifikat tersebut ${end} pada ${longDate(credential.validUntil)}. Instruktur yang bersangkutan tetap bertugas mengajar, sehingga kami mohon dapat dijadwalkan sertifikasi ulang atau pengakuan kompetensi terkini (PKT) ${ended ? 'secepatnya' : 'sebelum tanggal itu'}. Persyaratan kami sampaikan terlampir.`
}
