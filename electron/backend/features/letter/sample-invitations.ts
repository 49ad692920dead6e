import type { LetterText } from '../../../../shared/facts/letter-facts.ts'
import { emptyPerson, type PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { InvitationFacts } from '../../../../shared/facts/registration-facts.ts'
import { occasions } from '../../../../shared/features/registration/registration.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'

/** Labels are tried on a class, whether or not it came from a registration: an invitation of each kind to its first trainee. */
export function sampleInvitations(
  { centre, head, people, signedOn, printedAt }: PersonPaperFacts,
  { title, program, startTime, room, decreeNumber, decreeDate }: CohortRecord,
  letter: LetterText<'invitation'>,
): InvitationFacts {
  const [person = emptyPerson] = people
  const where = [room, letter.names.name].filter(Boolean).join(', ')
  return {
    ...{ centre, head, program, letter, printedAt },
    title: `Pendaftaran ${title}`,
    decree: decreeDate && { number: decreeNumber, date: decreeDate },
    writtenOn: signedOn,
    invitations: occasions.map(occasion => ({
      meeting: { occasion, date: signedOn, time: startTime, place: where },
      person,
    })),
  }
}
