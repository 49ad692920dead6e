import type { PaperRules } from '../features/centre/paper-rules.ts'
import type { Signatory } from '../features/centre/signatory.ts'
import type { PayeeStatus } from '../features/instructor/payment.ts'
import type { BudgetLine, Evaluation, Supply } from '../features/provision/budget.ts'
import type { ItemKind } from '../features/provision/provision.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CohortFacts } from './cohort-facts.ts'
import type { TaughtDayFacts } from './teaching-facts.ts'

export type UnitFacts = { code: string; title: string; theoryHours: number; practiceHours: number; elements: string[] }

/** Where money is sent; '' for what is not recorded. */
export type BankFacts = { name: string; account: string; holder: string }

/** Why somebody belongs to the people that the money is for, with its proof. */
export type TargetFacts = { groups: string[]; decile: number | null; evidence: string }

export type PayeeFacts = { name: string; nip: string; status: PayeeStatus; npwp: string; bank: BankFacts }

/** One who applied for the class, with what was reached in the selection; hundredths. */
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

/** What lists say about one trainee besides TraineeFacts. */
export type MemberFacts = {
  /** 'XL'; '' while nobody knows. */
  clothingSize: string
  /** Number of the BPJS Ketenagakerjaan card; '' while there is none. */
  insuranceCard: string
  photo: Uint8Array | null
  bank: BankFacts
  target: TargetFacts
  /** Number of the certificate; '' while there is none. */
  certificate: string
  /** One entry a unit, in their order. */
  units: ('K' | 'BK' | null)[]
}

export type TeacherFacts = {
  name: string
  nip: string
  /** The technical credential for the trade that is valid longest; null where none is recorded. */
  credential: { number: string; scheme: string; validUntil: PlainDate } | null
  /** JP in the plan of the class. */
  hours: number
}

export type MaterialFacts = {
  name: string
  specification: string
  unit: string
  /** Hundredths; null while nobody has written it. */
  amount: number | null
  received: number | null
  damaged: number | null
  /** Whole rupiah for one unit. */
  price: number | null
  note: string
  /** Hundredths used in each calendar week of the class, in their order. */
  used: (number | null)[]
}

/** `amount` for each trainee. */
export type ItemFacts = { name: string; unit: string; amount: number }

/** How many came through the steps of the selection; null for a step that was not held. */
export type SelectionFacts = { applicants: number; administration: number | null; interview: number | null }

/** Lists, receipts and cards of a class say this besides CohortFacts. Whatever is not known is left open on the paper. */
export type ListFacts = CohortFacts & {
  units: UnitFacts[]
  /** One entry a trainee, in their order. */
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
  /** Everybody who applied, in the order of their numbers; null where the class was filled without a registration. */
  candidates: CandidateFacts[] | null
  meetings: { test: PlainDate | null; interview: PlainDate | null }
  aids: AidFacts[]
  /** Null leaves a line for the name. */
  officials: { budgetHolder: Signatory | null; technical: Signatory | null; treasurer: Signatory | null }
  /** Whole rupiah a day; null while nobody has set it. */
  rates: { transport: number | null; meal: number | null; honorarium: number | null }
  materials: MaterialFacts[]
  items: Record<ItemKind, ItemFacts[]>
  pictures: { bytes: Uint8Array; caption: string }[]
  /** Certificates that were issued to the class, in the order of their numbers. */
  certificates: { number: string; name: string; issuedOn: PlainDate; collectedOn: PlainDate | null }[]
}
