import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { paperTitle } from '../../../../../shared/features/paper/paper-key.ts'
import type { Meeting, Occasion } from '../../../../../shared/features/registration/registration.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { drawOfficeLetter } from '../../letter/documents/office-letter.ts'
import { fillLetter, warnOfMissing } from '../../letter/fill-letter.ts'
import type { LetterWords } from '../../letter/letter-facts.ts'
import { invitedTokens } from '../../letter/token-values.ts'
import { openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import type { PersonFacts } from '../../paper/person-facts.ts'
import type { RegistrationFacts } from '../registration-facts.ts'

export type InvitationFacts = Pick<
  RegistrationFacts,
  'centre' | 'title' | 'program' | 'decree' | 'head' | 'printedAt'
> & {
  writtenOn: RegistrationFacts['signedOn']
  invitations: { meeting: Meeting; person: PersonFacts }[]
  letter: LetterWords<'invitation'>
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
      drawFooter(sheet, `${title} · ${paperTitle('invitation')}`, printedWords(printedAt, page, pages))
    })
    warnOfMissing(sheet, filled)
  }
  return sheet.finish()
}
