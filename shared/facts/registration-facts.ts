import type { Signatory } from '../features/centre/signatory.ts'
import type { Ranked, StageResults } from '../features/registration/ranking.ts'
import type { Meeting, Stage } from '../features/registration/registration.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CentreFacts } from './cohort-facts.ts'
import type { LetterText } from './letter-facts.ts'
import type { PersonFacts } from './person-facts.ts'

/** An applicant as the papers of a registration say it: nothing of welfare, health or the group of priority. */
export type ApplicantFacts = Omit<Ranked, 'id'> & { person: PersonFacts; results: StageResults }

/** Everything that the papers of one registration say, as plain data. */
export type RegistrationFacts = {
  centre: CentreFacts
  title: string
  /** 'Tata Rias (MUA)' */
  program: string
  year: number
  opens: PlainDate
  closes: PlainDate
  quota: number
  stages: Stage[]
  meetings: Meeting[]
  decree: { number: string; date: PlainDate } | null
  /** In the order of the ranking; who had withdrawn is left out. */
  applicants: ApplicantFacts[]
  /** Signs: of the stipulation once there is one. */
  head: Signatory
  signedOn: PlainDate
  printedAt: string
}

/** Letters to people who applied, each with the meeting it calls them to. */
export type InvitationFacts = Pick<
  RegistrationFacts,
  'centre' | 'title' | 'program' | 'decree' | 'head' | 'printedAt'
> & {
  writtenOn: RegistrationFacts['signedOn']
  invitations: { meeting: Meeting; person: PersonFacts }[]
  letter: LetterText<'invitation'>
}
