import type { InstructorId, RoomId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { CredentialFacts, CredentialKind } from '../instructor/credential.ts'
import type { Session } from './overlap.ts'
import type { WorkCalendar } from './working-days.ts'

/** A line of a yearly plan: a number of classes of one trade, each within the window. */
export type WantedCohorts = {
  trade: string
  count: number
  /** People in each class. */
  trainees: number
  first: PlainDate
  last: PlainDate
  /** The budget year that pays, in which every class must start; null for any. */
  startYear: number | null
}

export type ProposalRoom = {
  id: RoomId
  capacity: number
  /** Trades that can be taught in the room; null for all. */
  trades: readonly string[] | null
  booked: readonly Session[]
}

export type ProposalInstructor = {
  id: InstructorId
  credentials: readonly CredentialFacts[]
  /** First and last day of a leave, both included. */
  leave: readonly { first: PlainDate; last: PlainDate }[]
  booked: readonly Session[]
}

export type ProgramRequest = {
  wanted: readonly WantedCohorts[]
  rooms: readonly ProposalRoom[]
  instructors: readonly ProposalInstructor[]
  requiredKinds: readonly CredentialKind[]
  calendar: WorkCalendar
  /** Years with known holidays; no class is proposed in others. */
  years: readonly number[]
  /** Times of a proposed class on a date, 'HH:MM': longer on Fridays. */
  timesOn: (date: PlainDate) => { start: string; end: string }
  /** Every class must end in the calendar year in which it starts. */
  withinBudgetYear: boolean
}

/** A class that satisfies all rules together with the others of its proposal. */
export type PlacedCohort = {
  /** Index of the line in the request. */
  wanted: number
  /** The fifteen days in order. */
  days: PlainDate[]
  roomId: RoomId
  instructorId: InstructorId
}

/** What occupies a resource: existing classes, or others of the same proposal. */
export type TakenBy = 'bookings' | 'proposals'

export type UnplacedReason =
  | { code: 'window_too_short'; workingDays: number; needed: number }
  | { code: 'no_holiday_table'; years: number[] }
  /** The window is long enough, but too short on each side of 31 December. */
  | { code: 'crosses_budget_year'; workingDays: number; needed: number }
  /** The window has no class that starts in the budget year of its activity. */
  | { code: 'other_budget_year'; year: number }
  | { code: 'no_room_for_trade'; trade: string }
  | { code: 'no_room_big_enough'; trainees: number; largest: number }
  /** `closest` may teach on the most working days of the window, until the given day. */
  | {
      code: 'no_licensed_instructor'
      trade: string
      closest: { instructorId: InstructorId; days: number; of: number; until: PlainDate | null } | null
    }
  /** No suitable room is free for fifteen working days before `freeFrom`; null if that is beyond the holiday tables. */
  | { code: 'rooms_taken'; rooms: number; freeFrom: PlainDate | null; by: TakenBy }
  /** The same for instructors, who teach or are on leave. */
  | { code: 'instructors_taken'; instructors: number; freeFrom: PlainDate | null; by: TakenBy }
  /** Rooms and instructors are free, but never on the same fifteen days. */
  | { code: 'never_together'; rooms: number; instructors: number; by: TakenBy }
  /** The search ended before it was certain. */
  | { code: 'not_found_in_time' }

/** The smallest change that would allow one more class, with everything else unchanged. */
export type NearestWay =
  | { kind: 'later'; start: PlainDate; end: PlainDate }
  | { kind: 'across_years'; start: PlainDate; end: PlainDate }
  | { kind: 'fewer_trainees'; trainees: number; start: PlainDate }
  /** If the credential of this person were renewed for these days. */
  | { kind: 'renewal'; instructorId: InstructorId; start: PlainDate; end: PlainDate }

export type UnplacedCohorts = { wanted: number; count: number; reason: UnplacedReason; nearest: NearestWay | null }

export type ProgramProposal = {
  /** By first day. */
  placed: PlacedCohort[]
  unplaced: UnplacedCohorts[]
  /** No proposal can place more classes. */
  proven: boolean
}
