import type { InstructorId, RoomId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { CredentialFacts, CredentialKind } from '../instructor/credential.ts'
import type { Session } from './overlap.ts'
import type { WorkCalendar } from './working-days.ts'

/** A line of a programme of work: so many classes of one trade, each wholly inside the window. */
export type WantedCohorts = {
  trade: string
  count: number
  /** People in each class. */
  trainees: number
  first: PlainDate
  last: PlainDate
  /** The budget year that pays: every class begins in it. Null for any. */
  startYear: number | null
}

export type ProposalRoom = {
  id: RoomId
  capacity: number
  /** Trades that can be taught here; null for every trade. */
  trades: readonly string[] | null
  booked: readonly Session[]
}

export type ProposalInstructor = {
  id: InstructorId
  credentials: readonly CredentialFacts[]
  /** Both dates belong to the leave. */
  leave: readonly { first: PlainDate; last: PlainDate }[]
  booked: readonly Session[]
}

export type ProgramRequest = {
  wanted: readonly WantedCohorts[]
  rooms: readonly ProposalRoom[]
  instructors: readonly ProposalInstructor[]
  requiredKinds: readonly CredentialKind[]
  calendar: WorkCalendar
  /** Years whose holidays are known; no class is proposed into another one. */
  years: readonly number[]
  /** When a proposed class would meet on a date, 'HH:MM': a Friday lasts longer by its prayer. */
  timesOn: (date: PlainDate) => { start: string; end: string }
  /** Every class must end in the calendar year in which it starts. */
  withinBudgetYear: boolean
}

/** A class that keeps every rule, together with all others of the same proposal. */
export type PlacedCohort = {
  /** Index of the line in the request. */
  wanted: number
  /** The fifteen days in order. */
  days: PlainDate[]
  roomId: RoomId
  instructorId: InstructorId
}

/** Whose classes are in the way: those that exist, or those of the same proposal. */
export type TakenBy = 'bookings' | 'proposals'

export type UnplacedReason =
  | { code: 'window_too_short'; workingDays: number; needed: number }
  | { code: 'no_holiday_table'; years: number[] }
  /** Long enough, but on both sides of 31 December too short. */
  | { code: 'crosses_budget_year'; workingDays: number; needed: number }
  /** The window holds no class that begins in the budget year of its activity. */
  | { code: 'other_budget_year'; year: number }
  | { code: 'no_room_for_trade'; trade: string }
  | { code: 'no_room_big_enough'; trainees: number; largest: number }
  /** `closest` may teach on most of the working days of the window, and until when. */
  | {
      code: 'no_licensed_instructor'
      trade: string
      closest: { instructorId: InstructorId; days: number; of: number; until: PlainDate | null } | null
    }
  /** No suitable room is free for fifteen working days before `freeFrom`; null when that is beyond the holiday tables. */
  | { code: 'rooms_taken'; rooms: number; freeFrom: PlainDate | null; by: TakenBy }
  /** The same for those who may teach: they teach or are on leave. */
  | { code: 'instructors_taken'; instructors: number; freeFrom: PlainDate | null; by: TakenBy }
  /** There are rooms and there are instructors, but never both on the same fifteen days. */
  | { code: 'never_together'; rooms: number; instructors: number; by: TakenBy }
  /** The search ended before it was certain; nothing is said about whether it could be done. */
  | { code: 'not_found_in_time' }

/** The nearest thing that would work for one more class, everything else left as it is. */
export type NearestWay =
  | { kind: 'later'; start: PlainDate; end: PlainDate }
  | { kind: 'across_years'; start: PlainDate; end: PlainDate }
  | { kind: 'fewer_trainees'; trainees: number; start: PlainDate }
  /** With the credential of this person renewed for these days. */
  | { kind: 'renewal'; instructorId: InstructorId; start: PlainDate; end: PlainDate }

export type UnplacedCohorts = { wanted: number; count: number; reason: UnplacedReason; nearest: NearestWay | null }

export type ProgramProposal = {
  /** In the order of their first days. */
  placed: PlacedCohort[]
  unplaced: UnplacedCohorts[]
  /** No other proposal would place more classes. */
  proven: boolean
}
