import type { PaperRules } from '../features/centre/paper-rules.ts'
import type { Signatory } from '../features/centre/signatory.ts'
import type { PayeeStatus } from '../features/instructor/payment.ts'
import type { BudgetLine, Evaluation, Supply } from '../features/provision/budget.ts'
import type { ItemKind } from '../features/provision/provision.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CohortFacts } from './cohort-facts.ts'
import type { TaughtDayFacts } from './teaching-facts.ts'

export type UnitFacts = { code: string; title: string; theoryHours: number; practiceHours: number; elements: string[] }

/** Bank account; '' if unknown. */
export type BankFacts = { name: string; account: string; holder: string }

/** Target group of a person, with its evidence. */
export type TargetFacts = { groups: string[]; decile: number | null; evidence: string }

export type PayeeFacts = { name: string; nip: string; status: PayeeStatus; npwp: string; bank: BankFacts }

/** An applicant for the class, with scores of the selection in hundredths. */
export type CandidateFacts = {
  number: number
  name: string
  nik: string
  village: string
  administration: boolean | null
  test: number | null
  interview: number | null
}

export type AidFacts = { position: number; amount: number; handover: string; paidOn: PlainDate | null }

/** Data of a trainee on lists, besides TraineeFacts. */
export type MemberFacts = {
  /** 'XL'; '' if unknown. */
  clothingSize: string
  /** Number of the BPJS Ketenagakerjaan card; '' if there is none. */
  insuranceCard: string
  photo: Uint8Array | null
  bank: BankFacts
  target: TargetFacts
  /** Number of the certificate; '' if there is none. */
  certificate: string
  /** One entry for each unit. */
  units: ('K' | 'BK' | null)[]
}

export type TeacherFacts = {
  name: string
  nip: string
  /** The technical credential for the trade that is valid longest; null if there is none. */
  credential: { number: string; scheme: string; validUntil: PlainDate } | null
  /** Planned hours (JP) in the class. */
  hours: number
}

export type MaterialFacts = {
  name: string
  specification: string
  unit: string
  /** Hundredths; null if not entered. */
  amount: number | null
  received: number | null
  damaged: number | null
  /** Whole rupiah for one unit. */
  price: number | null
  note: string
  /** Hundredths used in each calendar week of the class. */
  used: (number | null)[]
}

/** `amount` is for each trainee. */
export type ItemFacts = { name: string; unit: string; amount: number }

/** Number of people after each step of the selection; null for a step that was not held. */
export type SelectionFacts = { applicants: number; administration: number | null; interview: number | null }

/** Data of lists, receipts and cards of a class besides CohortFacts. Unknown values are left blank on the paper. */
export type ListFacts = CohortFacts & {
  units: UnitFacts[]
  /** One entry for each trainee. */
  members: MemberFacts[]
  teachers: TeacherFacts[]
  selection: SelectionFacts | null
  budget: { activity: string; subActivity: string; account: string; year: number }
  rules: PaperRules
  /** RAB of the class. */
  budgetLines: BudgetLine[]
  teaching: TaughtDayFacts[]
  payees: PayeeFacts[]
  supply: Supply
  evaluations: Evaluation[]
  /** Applicants by number; null if the class had no registration. */
  candidates: CandidateFacts[] | null
  meetings: { test: PlainDate | null; interview: PlainDate | null }
  aids: AidFacts[]
  /** Null prints a line for the name. */
  officials: { budgetHolder: Signatory | null; technical: Signatory | null; treasurer: Signatory | null }
  /** Whole rupiah a day; null if not set. */
  rates: { transport: number | null; meal: number | null; honorarium: number | null }
  materials: MaterialFacts[]
  items: Record<ItemKind, ItemFacts[]>
  pictures: { bytes: Uint8Array; caption: string }[]
  /** Certificates issued to the class, by number. */
  certificates: { number: string; name: string; issuedOn: PlainDate; collectedOn: PlainDate | null }[]
}
