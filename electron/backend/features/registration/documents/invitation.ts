import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Meeting, Occasion } from '../../../../../shared/features/registration/registration.ts'
import { fullDate, longDate } from '../../../../../shared/kernel/date-words.ts'
import { showTime } from '../../../../../shared/kernel/time.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawParagraph, type ParagraphStyle } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawSignatures, officeSignature, type SignatureStyle, signatureNameOffset } from '../../../pdf/signatures.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import type { PersonFacts } from '../../paper/person-facts.ts'
import { officialBlock } from '../../paper/signature-blocks.ts'
import type { RegistrationFacts } from '../registration-facts.ts'

export type InvitationFacts = RegistrationFacts & {
  meeting: Meeting
  invited: PersonFacts[]
  writtenOn: RegistrationFacts['signedOn']
}

const body: ParagraphStyle = { face: 'arimo', size: 11, leading: 5.9, justify: true }
const signature: SignatureStyle = { ...officeSignature, size: 11, leading: 5.2 }

const subjects: Record<Occasion, string> = {
  TEST: 'Undangan tes tertulis',
  INTERVIEW: 'Undangan wawancara',
  RE_REGISTRATION: 'Undangan daftar ulang',
}
const brought: Record<Occasion, string> = {
  TEST: 'KTP asli dan alat tulis',
  INTERVIEW: 'KTP asli dan ijazah terakhir',
  RE_REGISTRATION: 'KTP dan KK asli, salinan ijazah terakhir, dan pas foto 3 × 4 cm',
}

/** A letter for each person who is asked to come. */
export function drawInvitations(facts: InvitationFacts, size: PaperSize): DrawnPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'letter',
    title: `${subjects[facts.meeting.occasion]} ${facts.title}`,
    createdOn: printedDate(facts.printedAt),
  })
  for (const [index, person] of facts.invited.entries()) drawInvitation(sheet, facts, person, index)
  return sheet.finish()
}

function drawInvitation(sheet: Sheet, facts: InvitationFacts, person: PersonFacts, index: number): void {
  const { centre, meeting } = facts
  const { left, right } = sheet
  const width = right - left
  const info = { right, size: body.size, leading: body.leading, wraps: true }
  sheet.addPage()
  let y = drawLetterhead(sheet, letterheadOf(centre)) + 11
  sheet.text(`${centre.city}, ${longDate(facts.writtenOn)}`, right, y, { ...body, align: 'right' })
  const heads = [
    { label: 'Nomor', value: '..............................' },
    { label: 'Sifat', value: 'Biasa' },
    { label: 'Lampiran', value: '–' },
    { label: 'Hal', value: subjects[meeting.occasion] },
  ]
  y = drawInfoRows(sheet, left, y, heads, { ...info, labelWidth: 20, right: right - 56 }) + 11.8
  sheet.text('Yth.', left, y, body)
  y = drawParagraph(sheet, left, y + body.leading, width, [`Sdr. ${person.name}`], { ...body, justify: false })
  const home = person.village === '' ? 'di tempat' : `di Kelurahan ${person.village}`
  y = drawParagraph(sheet, left, y + body.leading, width, [home], { ...body, justify: false })
  y = drawParagraph(sheet, left, y + body.leading * 2, width, [openingWords(facts)], body) + 8.2
  y = drawInfoRows(sheet, left + 8, y, meetingRows(facts), { ...info, labelWidth: 32 }) + 8.2
  const closing = `Harap membawa ${brought[meeting.occasion]}. ${absence[meeting.occasion]}`
  y = drawParagraph(sheet, left, y, width, [closing], body)
  y = drawParagraph(sheet, left, y + 8.2, width, ['Atas perhatian Saudara kami sampaikan terima kasih.'], body)
  const block = officialBlock(facts.head, [], true)
  drawSignatures(sheet, [{ block, centre: right - 39 }], y + 12 + signatureNameOffset([block], signature), signature)
  drawFooter(
    sheet,
    `${facts.title} · ${subjects[meeting.occasion]}`,
    printedWords(facts.printedAt, index, facts.invited.length),
  )
}

const absence: Record<Occasion, string> = {
  TEST: 'Yang tidak hadir tanpa kabar dianggap mengundurkan diri.',
  INTERVIEW: 'Yang tidak hadir tanpa kabar dianggap mengundurkan diri.',
  RE_REGISTRATION: 'Yang tidak daftar ulang tanpa kabar dianggap mengundurkan diri dan digantikan cadangan.',
}

function openingWords({ meeting, program, title, decree }: InvitationFacts): string {
  const basis =
    meeting.occasion === 'RE_REGISTRATION' && decree
      ? `Berdasarkan Keputusan Nomor ${decree.number} tanggal ${longDate(decree.date)}, Saudara dinyatakan lulus seleksi ${title}, program ${program}.`
      : `Sehubungan dengan pendaftaran Saudara pada ${title}, program ${program}.`
  const act = basis.startsWith('Berdasarkan') ? `${basis} Untuk itu Saudara` : `${basis.slice(0, -1)}, Saudara`
  return `Dengan hormat, ${lowerFirst(act)} kami undang pada:`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function meetingRows({ meeting, centre }: InvitationFacts) {
  const zone = centre.zone === '' ? '' : ` ${centre.zone}`
  return [
    { label: 'Hari, tanggal', value: fullDate(meeting.date) },
    { label: 'Waktu', value: `${showTime(meeting.time)}${zone} s.d. selesai` },
    { label: 'Tempat', value: meeting.place },
    {
      label: 'Acara',
      value: subjects[meeting.occasion].replace('Undangan ', '').replace(/^./, first => first.toUpperCase()),
    },
  ]
}
