import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { capitalName, type Signatory, showNip } from '../../../../../shared/features/centre/signatory.ts'
import type { Credential } from '../../../../../shared/features/instructor/contract.ts'
import { tradeName } from '../../../../../shared/features/program/trades.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { escapeTemplate } from '../../../../../shared/kernel/tokens.ts'
import { fillLetter } from '../../../paper-kit/fill-letter.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import { drawOfficeLetter } from '../../../paper-kit/office-letter.ts'
import { openPaper } from '../../../paper-kit/paper-sheet.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'

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

/** The letter that asks the LSP for a recertification before the certificate ends; one page, tighter lines for long names. */
export function drawRecertificationLetter(facts: RecertificationFacts, size: PaperSize): DrawnPaper {
  const usual = drawLetter(facts, size, letterText)
  return usual.pages === 1 ? usual : drawLetter(facts, size, { ...letterText, leading: 5.2 })
}

function drawLetter(facts: RecertificationFacts, size: PaperSize, style: ParagraphStyle): DrawnPaper {
  const { centre, head, instructor, credential, writtenOn } = facts
  const sheet = openPaper(facts, size, 'letter', `Permohonan Sertifikasi Ulang ${instructor.name}`)
  const body = {
    kepala: 'Sifat : Biasa\nLampiran : 1 (satu) berkas\nHal : Permohonan sertifikasi ulang instruktur',
    kepada: `Yth. Ketua\n${escapeTemplate(formatLsp(credential))}\ndi tempat`,
  }
  const letter = {
    ...{ centre, number: '', date: writtenOn, signatory: head, filled: fillLetter(body, {}), style },
    opening: [[formatOpening(facts)]],
    event: holderRows(facts).map(({ label, value }) => ({ label, value: [value] })),
    closing: [[formatRequest(facts)], ['Atas perhatian dan kerja samanya kami sampaikan terima kasih.']],
    copies: [],
  }
  drawOfficeLetter(sheet, letter, { printedAt: null, footer: '' })
  return sheet.finish()
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
