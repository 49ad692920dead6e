import { overlaps, type Session } from '../../../../shared/features/cohort/overlap.ts'
import type {
  PlacedCohort,
  ProgramProposal,
  ProgramRequest,
} from '../../../../shared/features/cohort/program-request.ts'
import { planDays, whyOff } from '../../../../shared/features/cohort/working-days.ts'
import { permits } from '../../../../shared/features/instructor/credential.ts'
import { daysFrom, type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'

// The rules of a work program, written again without bit sets. Uses nothing of the program under test except rules with their own tests.

/** Every rule that a proposal breaks, in words; empty if it can be accepted as it is. */
export function brokenRules(request: ProgramRequest, { placed, unplaced }: ProgramProposal): string[] {
  const broken: string[] = []
  for (const [wanted, line] of request.wanted.entries()) {
    const count = placed.filter(one => one.wanted === wanted).length
    const missing = unplaced.filter(one => one.wanted === wanted).reduce((sum, one) => sum + one.count, 0)
    if (count + missing !== line.count) broken.push(`line ${wanted}: ${count} + ${missing} of ${line.count}`)
  }
  for (const [index, one] of placed.entries()) {
    broken.push(...brokenByItself(request, one).map(words => `class ${index}: ${words}`))
    for (const other of placed.slice(0, index)) {
      const clash = sessionsOf(request, one).some(a => sessionsOf(request, other).some(b => overlaps(a, b)))
      if (clash && one.roomId === other.roomId) broken.push(`class ${index}: room ${one.roomId} twice`)
      if (clash && one.instructorId === other.instructorId) broken.push(`class ${index}: ${one.instructorId} twice`)
    }
  }
  return broken
}

export function sessionsOf(request: ProgramRequest, { days }: Pick<PlacedCohort, 'days'>): Session[] {
  return days.map(date => ({ date, ...request.timesOn(date) }))
}

export function brokenByItself(request: ProgramRequest, proposed: PlacedCohort): string[] {
  const line = request.wanted[proposed.wanted]
  const room = request.rooms.find(one => one.id === proposed.roomId)
  const person = request.instructors.find(one => one.id === proposed.instructorId)
  const [first] = proposed.days
  const last = proposed.days.at(-1)
  if (!line || !room || !person || !first || !last) return ['unknown line, room or instructor']
  const broken: string[] = []
  if (whyOff(first, request.calendar)) return [`starts on a day off ${first}`]
  const plan = planDays({ ...request.calendar, start: first, count: 15, hours: 8, years: request.years })
  if (plan.days.map(day => day.date).join() !== proposed.days.join()) broken.push('not fifteen working days in a row')
  if (first < line.first || last > line.last) broken.push(`${first} to ${last} outside the window`)
  if (plan.warnings.includes('no_holiday_table')) broken.push('in a year without holiday table')
  if (request.withinBudgetYear && yearOf(first) !== yearOf(last)) broken.push('crosses the budget year')
  if (line.startYear !== null && yearOf(first) !== line.startYear) broken.push(`starts outside ${line.startYear}`)
  if (room.capacity < line.trainees) broken.push('room too small')
  if (room.trades && !room.trades.includes(line.trade)) broken.push('room for other trades')
  for (const date of proposed.days) {
    if (!permits(person.credentials, request.requiredKinds, line.trade, date)) broken.push(`no credential on ${date}`)
    if (person.leave.some(leave => leave.first <= date && date <= leave.last)) broken.push(`on leave on ${date}`)
  }
  const sessions = sessionsOf(request, proposed)
  if (room.booked.some(a => sessions.some(b => overlaps(a, b)))) broken.push('room is booked')
  if (person.booked.some(a => sessions.some(b => overlaps(a, b)))) broken.push('instructor is booked')
  return broken
}

/** The largest number of classes that fit, by trying every first day, room and instructor for each class in turn. */
export function mostByTrying(request: ProgramRequest): number {
  const classes = request.wanted.flatMap(({ count }, wanted) => Array.from({ length: count }, () => wanted))
  const options = request.wanted.map((line, wanted) => {
    const starts = daysFrom(line.first, line.last).filter(date => whyOff(date, request.calendar) === null)
    return starts.flatMap(start =>
      request.rooms.flatMap(room =>
        request.instructors.flatMap(person => {
          const one = { wanted, days: fifteenFrom(request, start), roomId: room.id, instructorId: person.id }
          return brokenByItself(request, one).length === 0 ? [one] : []
        }),
      ),
    )
  })
  let most = 0
  const chosen: PlacedCohort[] = []
  function choose(index: number, from: number): void {
    most = Math.max(most, chosen.length)
    if (most === classes.length || chosen.length + classes.length - index <= most) return
    const wanted = classes[index]
    if (wanted === undefined) return
    // Classes of one line are interchangeable, so the next one only tries options after that of the one before.
    const begin = classes[index - 1] === wanted ? from : 0
    for (const [position, option] of (options[wanted] ?? []).entries()) {
      if (position < begin || chosen.some(other => clash(option, other))) continue
      chosen.push(option)
      choose(index + 1, position + 1)
      chosen.pop()
    }
    choose(index + 1, Number.POSITIVE_INFINITY)
  }
  choose(0, 0)
  return most
}

/** Both use every working day between first and last, so they share a day as soon as these ranges overlap. */
function clash(a: PlacedCohort, b: PlacedCohort): boolean {
  if (a.roomId !== b.roomId && a.instructorId !== b.instructorId) return false
  const [aFirst = '', aLast = '', bFirst = '', bLast = ''] = [a.days[0], a.days.at(-1), b.days[0], b.days.at(-1)]
  return aFirst <= bLast && bFirst <= aLast
}

function fifteenFrom(request: ProgramRequest, start: PlainDate): PlainDate[] {
  const plan = planDays({ ...request.calendar, start, count: 15, hours: 8, years: request.years })
  return plan.days.map(day => day.date)
}
