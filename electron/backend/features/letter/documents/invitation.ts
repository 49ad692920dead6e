import { paperTitle } from '../../../../../shared/facts/paper-key.ts'
import type { InvitationFacts } from '../../../../../shared/facts/registration-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Occasion } from '../../../../../shared/features/registration/registration.ts'
import { fillLetter, warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { drawOfficeLetter } from '../../../paper-kit/office-letter.ts'
import { openPaper } from '../../../paper-kit/paper-sheet.ts'
import { invitedTokens } from '../../../paper-kit/person-tokens.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** The part of the letter about what to bring and consequences of absence. */
const messages: Record<Occasion, string> = {
  TEST: 'tes',
  INTERVIEW: 'wawancara',
  RE_REGISTRATION: 'daftar_ulang',
}

/** A letter for each invited person. */
export function drawInvitations(facts: InvitationFacts, size: PaperSize): DrawnPaper {
  const { centre, head, letter, decree, writtenOn, title } = facts
  const sheet = openPaper(facts, size, 'letter', `${paperTitle('invitation')} ${title}`)
  for (const { meeting, person } of facts.invitations) {
    const filled = fillLetter(letter.body, invitedTokens(facts, meeting, person))
    const isPlace = meeting.occasion === 'RE_REGISTRATION' && decree !== null
    const parts = {
      opening: filled.lines(isPlace ? 'pembuka_daftar_ulang' : 'pembuka'),
      event: filled.rows('acara'),
      closing: [...filled.lines(messages[meeting.occasion]), ...filled.lines('penutup')],
      copies: [],
    }
    const own = { centre, number: '', date: writtenOn, signatory: head, filled, ...parts }
    drawOfficeLetter(sheet, own, { printedAt: null, footer: '' })
    warnOfMissing(sheet, filled)
  }
  return sheet.finish()
}
