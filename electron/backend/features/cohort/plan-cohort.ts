import { dayCount, type PlanDraft } from '../../../../shared/features/cohort/cohort.ts'
import { cohortCode } from '../../../../shared/features/cohort/cohort-code.ts'
import {
  type InstructorLane,
  type PlanReading,
  type RoomLane,
  roomPurposes,
} from '../../../../shared/features/cohort/contract.ts'
import { usualClock } from '../../../../shared/features/cohort/day-clock.ts'
import {
  latestStart,
  nextWorkingDay,
  type Plan,
  planDays,
  type WorkCalendar,
  whyOff,
} from '../../../../shared/features/cohort/working-days.ts'
import { redDays } from '../../../../shared/features/instructor/credential.ts'
import { type TradeCode, tradeName } from '../../../../shared/features/program/trades.ts'
import { addDays, daysBetween, type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { daysOff, holidayYears } from '../calendar/calendar-store.ts'
import { closuresOfCohort } from '../calendar/closure-store.ts'
import { getRules, requiredKinds } from '../centre/centre-store.ts'
import { listTeachers } from '../instructor/instructor-store.ts'
import { findProgram, listRooms } from '../program/program-store.ts'
import { type BookedDay, roomBookings } from './booking-store.ts'
import { teachingProblems } from './check-teaching.ts'
import { nextNumber } from './cohort-store.ts'
import { statedTimes, timed } from './time-days.ts'

/** Enough for sixty training days over the longest holidays. */
const reach = 200

/** The calendar around a date; `id` adds the days off of an existing class. */
export function workCalendar(
  db: ReadDatabase,
  around: PlainDate,
  choice: { week: 5 | 6; jointLeave: 'off' | 'work'; id?: number },
): WorkCalendar & { years: number[] } {
  return {
    week: choice.week,
    jointLeave: choice.jointLeave,
    daysOff: [
      ...daysOff(db, addDays(around, -reach), addDays(around, reach)),
      ...(choice.id === undefined ? [] : closuresOfCohort(db, choice.id)),
    ],
    years: holidayYears(db).map(row => row.year),
  }
}

type Choice = Pick<PlanDraft, 'start' | 'week' | 'jointLeave' | 'hours'> & { id?: number }

/** @throws DomainError start_on_day_off */
export function planFromStart(db: ReadDatabase, choice: Choice): Plan {
  const calendar = workCalendar(db, choice.start, choice)
  const off = whyOff(choice.start, calendar)
  if (off) {
    throw new DomainError({
      code: 'start_on_day_off',
      date: choice.start,
      reason: off.reason,
      next: nextWorkingDay(choice.start, calendar),
    })
  }
  return planDays({ ...calendar, start: choice.start, count: dayCount, hours: choice.hours })
}

/** Classes are saved only if their holidays are known. @throws DomainError no_holiday_table */
export function assertHolidayTables(db: ReadDatabase, plan: Plan): void {
  const present = new Set(holidayYears(db).map(row => row.year))
  const years = [...new Set([yearOf(plan.start), yearOf(plan.end)])].filter(year => !present.has(year))
  if (years.length > 0) throw new DomainError({ code: 'no_holiday_table', years })
}

export function readPlan(db: ReadDatabase, draft: PlanDraft): PlanReading {
  const plan = planFromStart(db, draft)
  const trade = draft.programId === null ? null : (findProgram(db, draft.programId)?.trade ?? null)
  const year = yearOf(plan.start)
  const clock = usualClock(draft.startTime, getRules(db).minutesPerHour)
  const days = timed(plan.days, clock, draft)
  const number = trade === null ? 1 : nextNumber(db, trade, year)
  return {
    start: plan.start,
    end: plan.end,
    days,
    skipped: plan.skipped,
    totalHours: plan.totalHours,
    warnings: plan.warnings,
    latestStartInYear: plan.warnings.includes('crosses_budget_year')
      ? latestStart(`${year}-12-31` as PlainDate, dayCount, workCalendar(db, plan.start, draft))
      : null,
    hoursEnd: statedTimes(draft.hours, clock).endTime,
    number,
    code: trade === null ? '' : cohortCode(trade, year, number),
    instructors: trade === null ? [] : instructorLanes(db, plan, days, trade),
    rooms: roomLanes(db, days, trade),
  }
}

/** All active instructors, those available every day first. */
function instructorLanes(db: ReadDatabase, plan: Plan, days: readonly BookedDay[], trade: TradeCode): InstructorLane[] {
  const required = new Set(requiredKinds(db))
  return listTeachers(db)
    .filter(instructor => instructor.active)
    .map(instructor => {
      const problems = teachingProblems(db, instructor, days, { trade, cohortId: null })
      const relevant = instructor.credentials.filter(credential => required.has(credential.kind))
      const covering = relevant.filter(
        credential => credential.trades.length === 0 || credential.trades.includes(trade),
      )
      const last = covering
        .map(credential => credential.validUntil)
        .sort()
        .at(-1)
      const after = last === undefined ? null : daysBetween(plan.end, last)
      const notice =
        problems.length === 0 && last !== undefined && after !== null && after <= redDays
          ? `berakhir ${shortDate(last)}, ${after === 0 ? 'tepat pada hari terakhir' : `${after} hari setelah kelas selesai`}`
          : null
      return {
        id: instructor.id,
        name: instructor.name,
        detail: laneDetail(instructor, covering.at(0)?.lsp, last),
        problems,
        notice,
      }
    })
    .sort((a, b) => Number(a.problems.length > 0) - Number(b.problems.length > 0))
}

function laneDetail(
  instructor: { institution: string; credentials: readonly { scheme: string }[] },
  lsp: string | undefined,
  last: PlainDate | undefined,
): string {
  if (last !== undefined) return `s.d. ${shortDate(last)} ${yearOf(last)}${lsp ? ` · ${lsp}` : ''}`
  return instructor.credentials[0]
    ? `Skema: ${instructor.credentials[0].scheme}`
    : instructor.institution || 'Belum ada sertifikat'
}

/** Rooms of the trade first, then those for all, then those for other trades, which cause a warning. */
function roomLanes(db: ReadDatabase, days: readonly BookedDay[], trade: TradeCode | null): RoomLane[] {
  const purpose = ({ trades }: { trades: readonly TradeCode[] }): RoomLane['purpose'] =>
    trades.length === 0 || trade === null ? 'all' : trades.includes(trade) ? 'trade' : 'others'
  return listRooms(db)
    .filter(room => room.active)
    .map(room => ({ ...room, purpose: purpose(room) }))
    .toSorted((a, b) => roomPurposes.indexOf(a.purpose) - roomPurposes.indexOf(b.purpose))
    .map(room => ({
      id: room.id,
      name: room.name,
      detail: [`${room.capacity} kursi`, room.note].filter(Boolean).join(' · '),
      purpose: room.purpose,
      notice: room.purpose === 'others' ? `untuk ${room.trades.map(tradeName).join(', ')}` : null,
      problems: roomBookings(db, room.id, days, null).map(({ n, date, cohort }) => ({
        n,
        date,
        reason: `dipakai ${cohort}`,
        kind: 'busy' as const,
      })),
    }))
    .sort((a, b) => a.problems.length - b.problems.length)
}
