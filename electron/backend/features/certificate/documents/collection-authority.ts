import type { TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatHome } from '../../../paper-kit/home-format.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import { openListSheet } from '../../../paper-kit/list-paper.ts'
import { placeAndDate } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import { drawSignatures, officeSignature, signatureNameOffset } from '../../../pdf/page/signatures.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'

/** A letter for each graduate, or a form, that authorises another person to collect the certificate. */
export function drawCollectionAuthorities(facts: ListFacts, size: PaperSize): DrawnPaper {
  const sheet = openListSheet(facts, size, 'letter', 'Surat kuasa pengambilan sertifikat')
  const graduates = facts.trainees.flatMap((trainee, index) =>
    trainee.decision === 'passed' ? [{ trainee, number: facts.members[index]?.certificate ?? '' }] : [],
  )
  for (const { trainee, number } of graduates.length === 0 ? [{ trainee: null, number: '' }] : graduates)
    drawAuthority(sheet, facts, trainee, number)
  return sheet.finish()
}

function drawAuthority(
  sheet: Sheet,
  { centre, cohort }: ListFacts,
  trainee: TraineeFacts | null,
  number: string,
): void {
  sheet.addPage()
  const { left, right } = sheet
  const text = (y: number, words: string) => drawParagraph(sheet, left, y, right - left, [words], letterText)
  const info = { labelWidth: 42, right, size: letterText.size, leading: 6.4, wraps: true }
  let y = drawLetterTitle(sheet, sheet.top + 12, 'SURAT KUASA', 'Pengambilan Sertifikat Pelatihan')
  y = text(y + 14, 'Saya yang bertanda tangan di bawah ini:')
  const giver = [
    { label: 'Nama', value: trainee?.name.toUpperCase() ?? '' },
    { label: 'NIK', value: trainee?.nik ?? '' },
    { label: 'Alamat', value: trainee ? formatHome(trainee) : '' },
    { label: 'Pelatihan', value: cohortTitle(cohort) },
    { label: 'Nomor sertifikat', value: number },
  ]
  y = text(drawInfoRows(sheet, left + 8, y + 8, giver, info) + 9, 'memberi kuasa kepada:')
  const receiver = ['Nama', 'NIK', 'Alamat', 'Hubungan'].map(label => ({ label, value: '' }))
  y = drawInfoRows(sheet, left + 8, y + 8, receiver, info) + 9
  y = text(
    y,
    'untuk mengambil sertifikat pelatihan atas nama saya di balai. Penerima kuasa membawa KTP asli serta salinan KTP saya. Segala akibat yang timbul dari surat kuasa ini menjadi tanggung jawab saya.',
  )
  const own = { title: 'Pemberi kuasa', name: trainee?.name.toUpperCase() ?? '', below: [] }
  const blocks = [
    { block: { above: [], title: 'Penerima kuasa', name: '', below: [] }, centre: left + 38 },
    { block: { ...own, above: [placeAndDate(centre.city, null)] }, centre: right - 38 },
  ]
  const offset = signatureNameOffset(
    blocks.map(one => one.block),
    officeSignature,
  )
  drawSignatures(sheet, blocks, y + 14 + offset, officeSignature)
}
