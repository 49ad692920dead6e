import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { LetterText } from '../../../../../shared/features/letter/letter-facts.ts'
import { paperTitle } from '../../../../../shared/features/paper/paper-key.ts'
import type { Meeting, Occasion } from '../../../../../shared/features/registration/registration.ts'
import type { RegistrationFacts } from '../../../../../shared/features/registration/registration-facts.ts'
import type { PersonFacts } from '../../../../../shared/features/trainee/person-facts.ts'
import { fillLetter, warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { drawOfficeLetter } from '../../../paper-kit/office-letter.ts'
import { formatPrinted, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { invitedTokens } from '../../../paper-kit/token-values.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

export type InvitationFacts = Pick<
  RegistrationFacts,
  'centre' | 'title' | 'program' | 'decree' | 'head' | 'printedAt'
> & {
  writtenOn: RegistrationFacts['signedOn']
  invitations: { meeting: Meeting; person: PersonFacts }[]
  letter: LetterText<'invitation'>
}

/** Part of the letter that says what to bring and what staying away means. */
const messages: Record<Occasion, string> = {
  TEST: 'tes',
  INTERVIEW: 'wawancara',
  RE_REGISTRATION: 'daftar_ulang',
}

/** A letter for each person who is asked to come. */
export function drawInvitations(facts: InvitationFacts, size: PaperSize): DrawnPaper {
  const { centre, head, letter, decree, writtenOn, title, printedAt } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'letter',
    title: `${paperTitle('invitation')} ${title}`,
    createdOn: printedDate(printedAt),
  })
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
    drawOfficeLetter(sheet, own, (page, pages) => {
      drawFooter(sheet, `${title} · ${paperTitle('invitation')}`, formatPrinted(printedAt, page, pages))
    })
    warnOfMissing(sheet, filled)
  }
  return sheet.finish()
}
