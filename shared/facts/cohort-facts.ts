import type { Mark } from '../features/attendance/mark.ts'
import type { Signatory } from '../features/centre/signatory.ts'
import type { LeaveKind } from '../features/cohort/cohort.ts'
import type { Skipped } from '../features/cohort/working-days.ts'
import type { Decision, PanelMember } from '../features/graduation/contract.ts'
import type { Reason } from '../features/graduation/graduation.ts'
import type { PlainDate } from '../kernel/plain-date.ts'

/** The centre as printed on its papers. */
export type CentreFacts = {
  /** Letterhead, one to three lines from the largest office to the smallest; the last is the centre itself. */
  lines: string[]
  /** One or two lines; parts within a line are separated by ' · '. */
  address: string[]
  logo: Uint8Array | null
  city: string
  /** 'WIB', 'WITA' or 'WIT'; '' prints none. */
  zone: string
  /** A practice centre: every page is marked LATIHAN. */
  practice: boolean
}

export type DayFacts = {
  n: number
  date: PlainDate
  /** Times of this day: a Friday is longer than the class says because of the prayer. */
  startTime: string
  endTime: string
  hours: number
  topic: string
  /** The first one signs the sheet of the day. */
  instructors: InstructorFacts[]
  /** Instructors without a valid credential, with the official who permits it. */
  overrides: { name: string; official: string }[]
  closed: boolean
}

export type InstructorFacts = { name: string; nip: string }

export type TraineeFacts = {
  position: number
  /** As on the KTP. */
  name: string
  sex: 'L' | 'P'
  nik: string
  birthPlace: string
  birthDate: PlainDate
  /** Label as printed: 'SMA'. */
  education: string
  address: string
  /** RT and RW, '' where unknown. */
  rt: string
  rw: string
  village: string
  district: string
  /** As stored: '6281234567890'. */
  phone: string
  joinedDay: number
  left: { afterDay: number; kind: LeaveKind } | null
  /** One entry for each planned day; null is 'belum diisi'. */
  marks: (Mark | null)[]
  /** Hundredths. */
  theory: number | null
  practice: number | null
  final: number | null
  decision: Decision | null
  reasons: Reason[]
  /** Why the panel decided otherwise than the rules; '' if it did not. */
  overrideReason: string
}

type PanelFacts = {
  /** Number of the minutes; null prints a dotted line. */
  number: string | null
  heldOn: PlainDate
  place: string
  members: PanelMember[]
}

/** All data of the papers of one class, without ids. */
export type CohortFacts = {
  centre: CentreFacts
  cohort: {
    code: string
    /** Name of the trade: 'Tata Rias'. */
    trade: string
    /** Title of the programme: 'Tata Rias (MUA)'. */
    program: string
    number: number
    year: number
    start: PlainDate
    end: PlainDate
    startTime: string
    endTime: string
    room: string
    decree: { number: string; date: PlainDate | null; subject: string } | null
    activity: string
    fundingSource: string
    /** Whole percent. */
    minimumAttendance: number
    /** Whole percent; together 100. */
    weights: { theory: number; practice: number }
    /** Hundredths. */
    passMark: number
    /** A compulsory unit that is BK means not passed. */
    unitsRequired: boolean
    /** Minutes of an hour (JP). */
    minutesPerHour: number
    /** 1 for the first plan, then counted up whenever days move; sheets of an older plan must not be used any more. */
    planVersion: number
    /** Version printed on attendance sheets: counted up when participants, days or row positions changed since the last print. */
    sheetVersion: number
  }
  days: DayFacts[]
  /** Every calendar day between start and end without training, weekends included. */
  skipped: Skipped[]
  trainees: TraineeFacts[]
  head: Signatory
  /** Signs papers of the whole class; null prints a dotted line. */
  instructor: InstructorFacts | null
  panel: PanelFacts | null
  /** Last day with marks; 0 before the first. */
  recordedUntilDay: number
  /** The last working day before the first day. */
  preparedOn: PlainDate
  /** When the plan was last changed; null if never. */
  changedOn: PlainDate | null
  /** Date beside the place, above the signatures; null prints a line. Differs by paper, see paper-date.ts. */
  signedOn: PlainDate | null
  /** Wall time of the centre, 'YYYY-MM-DDTHH:MM'. */
  printedAt: string
}
