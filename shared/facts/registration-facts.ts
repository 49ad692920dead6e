import type { Signatory } from '../features/centre/signatory.ts'
import type { Ranked, StageResults } from '../features/registration/ranking.ts'
import type { Meeting, Stage } from '../features/registration/registration.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CentreFacts } from './cohort-facts.ts'
import type { LetterText } from './letter-facts.ts'
import type { PersonFacts } from './person-facts.ts'

/** An applicant on the papers of a registration, without welfare, health or priority group. */
export type ApplicantFacts = Omit<Ranked, 'id'> & { person: PersonFacts; results: StageResults }

/** All data of the papers of one registration. */
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
  /** By rank, without those who withdrew. */
  applicants: ApplicantFacts[]
  /** Signatory; that of the stipulation once there is one. */
  head: Signatory
  signedOn: PlainDate
  printedAt: string
}

/** Invitations of applicants, each with its meeting. */
export type InvitationFacts = Pick<
  RegistrationFacts,
  'centre' | 'title' | 'program' | 'decree' | 'head' | 'printedAt'
> & {
  writtenOn: RegistrationFacts['signedOn']
  invitations: { meeting: Meeting; person: PersonFacts }[]
  letter: LetterText<'invitation'>
}
