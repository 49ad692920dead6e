import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  PlacedCohort,
  ProgramProposal,
  ProgramRequest,
  ProposalInstructor,
  ProposalRoom,
  UnplacedCohorts,
  WantedCohorts,
} from '../../../../shared/features/cohort/program-request.ts'
import { proposeProgram } from '../../../../shared/features/cohort/propose-program.ts'
import { instructorId, roomId } from '../../../../shared/ids.ts'
import { addDays, daysFrom, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { daysOff, years } from '../../holidays.ts'
import { brokenRules, mostByTrying, sessionsOf } from './program-checks.ts'

const rias: WantedCohorts = {
  trade: 'TR',
  count: 1,
  trainees: 16,
  first: '2025-01-01',
  last: '2025-12-31',
  startYear: null,
}

function room(id: number, changes: Partial<ProposalRoom> = {}): ProposalRoom {
  return { id: roomId.parse(id), capacity: 20, trades: null, booked: [], ...changes }
}

function person(id: number, trades: string[], changes: Partial<ProposalInstructor> = {}): ProposalInstructor {
  return {
    id: instructorId.parse(id),
    credentials: [{ kind: 'TEKNIS', issued: '2023-01-01', validUntil: '2027-12-31', trades }],
    leave: [],
    booked: [],
    ...changes,
  }
}

/** The same time of day on every date. */
const always = (start: string, end: string) => () => ({ start, end })

function request(changes: Partial<ProgramRequest> = {}): ProgramRequest {
  return {
    wanted: [rias],
    rooms: [room(1)],
    instructors: [person(1, ['TR'])],
    requiredKinds: ['TEKNIS'],
    calendar: { week: 5, jointLeave: 'off', daysOff },
    years,
    timesOn: always('08:00', '15:15'),
    withinBudgetYear: true,
    ...changes,
  }
}

/** The reason given for the only line without a place. */
function refused(programRequest: ProgramRequest) {
  const { unplaced } = proposeProgram(programRequest)
  if (unplaced.length !== 1 || !unplaced[0]) throw new Error(`${unplaced.length} lines are unplaced`)
  return unplaced[0]
}

describe('a proposal', () => {
  it('uses the only fifteen days of a window, including both edges', () => {
    const line = { ...rias, first: '2024-12-16', last: '2025-01-08' } as const
    const { placed, unplaced } = proposeProgram(request({ wanted: [line], withinBudgetYear: false }))
    expect(unplaced).toEqual([])
    expect(placed).toHaveLength(1)
    expect(placed[0]?.days.at(0)).toBe('2024-12-16')
    expect(placed[0]?.days.at(-1)).toBe('2025-01-08')
  })

  it('spreads a trade over the year', () => {
    const { placed } = proposeProgram(request({ wanted: [{ ...rias, count: 4 }] }))
    expect(placed.map(one => one.days[0]?.slice(0, 7))).toEqual(['2025-01', '2025-05', '2025-08', '2025-12'])
  })

  it('puts two classes one after the other in a single room, filling the window exactly', () => {
    // Thirty working days from 6 January 2025: the second class begins on the day after the first one ends.
    const programRequest = request({ wanted: [{ ...rias, count: 2, first: '2025-01-06', last: '2025-02-19' }] })
    const { placed, proven } = proposeProgram(programRequest)
    expect(proven).toBe(true)
    expect(placed).toHaveLength(2)
    expect(brokenRules(programRequest, proposeProgram(programRequest))).toEqual([])
  })

  it('can share a room with a class in the afternoon', () => {
    const morning = request({
      wanted: [{ ...rias, first: '2025-01-06', last: '2025-02-10' }],
      timesOn: always('08:00', '12:00'),
    })
    const [first] = proposeProgram(morning).placed
    if (!first) throw new Error('nothing was placed')
    const booked = sessionsOf(morning, first)
    const rooms = [room(1, { booked })]
    expect(proposeProgram({ ...morning, rooms, timesOn: always('12:00', '16:00') }).placed).toHaveLength(1)
    expect(proposeProgram({ ...morning, rooms, timesOn: always('11:59', '16:00') }).placed).toHaveLength(0)
  })
})

describe('why a class has no place', () => {
  it('a window of fourteen working days', () => {
    expect(refused(request({ wanted: [{ ...rias, first: '2025-03-03', last: '2025-03-20' }] }))).toEqual({
      wanted: 0,
      count: 1,
      reason: { code: 'window_too_short', workingDays: 14, needed: 15 },
      nearest: { kind: 'later', start: '2025-03-03', end: '2025-03-21' },
    })
  })

  it('a year without holiday table', () => {
    const line = { ...rias, first: '2030-01-01', last: '2030-12-31' } as const
    expect(refused(request({ wanted: [line] }))).toMatchObject({
      reason: { code: 'no_holiday_table', years: [2030] },
      nearest: null,
    })
  })

  it('31 December, unless the budget year may be crossed', () => {
    const line = { ...rias, first: '2024-12-16', last: '2025-01-08' } as const
    const programRequest = request({ wanted: [line] })
    expect(refused(programRequest).reason).toEqual({ code: 'crosses_budget_year', workingDays: 15, needed: 15 })
    expect(proposeProgram({ ...programRequest, withinBudgetYear: false }).placed).toHaveLength(1)
  })

  it('a window outside the budget year of its activity', () => {
    const programRequest = request({ wanted: [{ ...rias, first: '2026-01-05', last: '2026-03-31', startYear: 2025 }] })
    expect(refused(programRequest)).toMatchObject({ reason: { code: 'other_budget_year', year: 2025 }, nearest: null })
  })

  it('rooms that are too small, with how many people would fit', () => {
    const rooms = [room(1, { capacity: 15 }), room(2, { capacity: 12 }), room(3, { capacity: 30, trades: ['LS'] })]
    expect(refused(request({ rooms }))).toEqual({
      wanted: 0,
      count: 1,
      reason: { code: 'no_room_big_enough', trainees: 16, largest: 15 },
      nearest: { kind: 'fewer_trainees', trainees: 15, start: '2025-01-02' },
    })
    expect(refused(request({ rooms: rooms.slice(2) })).reason).toEqual({ code: 'no_room_for_trade', trade: 'TR' })
  })

  it.each([
    ['on day 15', '2025-03-21', true],
    ['on day 14', '2025-03-20', false],
  ] as const)('a credential that ends %s of the only fifteen days', (_, validUntil, fits) => {
    const credentials = [{ kind: 'TEKNIS', issued: '2022-03-21', validUntil, trades: ['TR'] } as const]
    const programRequest = request({
      wanted: [{ ...rias, first: '2025-03-03', last: '2025-03-21' }],
      instructors: [person(1, ['LS']), person(2, ['TR'], { credentials })],
    })
    const { placed, unplaced } = proposeProgram(programRequest)
    expect(placed).toHaveLength(fits ? 1 : 0)
    if (fits) return
    expect(unplaced[0]?.reason).toEqual({
      code: 'no_licensed_instructor',
      trade: 'TR',
      closest: { instructorId: 2, days: 14, of: 15, until: '2025-03-20' },
    })
    expect(unplaced[0]?.nearest).toEqual({
      kind: 'renewal',
      instructorId: 2,
      start: '2025-03-03',
      end: '2025-03-21',
    })
  })

  it('no instructor with a credential at all', () => {
    expect(refused(request({ instructors: [person(1, ['LS'])] }))).toMatchObject({
      reason: { code: 'no_licensed_instructor', closest: null },
      nearest: null,
    })
  })

  it('leave and existing classes', () => {
    const window = { first: '2025-03-03', last: '2025-03-21' } as const
    const booked = sessionsOf(request(), { days: ['2025-03-12'] })
    const wanted = [{ ...rias, ...window }]
    expect(refused(request({ wanted, rooms: [room(1, { booked }), room(2, { booked })] })).reason).toEqual({
      code: 'rooms_taken',
      rooms: 2,
      freeFrom: '2025-03-13',
      by: 'bookings',
    })
    const away = person(1, ['TR'], { leave: [{ first: '2025-03-21', last: '2025-03-21' }] })
    expect(refused(request({ wanted, instructors: [away] }))).toMatchObject({
      reason: { code: 'instructors_taken', instructors: 1, freeFrom: '2025-03-24', by: 'bookings' },
      nearest: { kind: 'later', start: '2025-03-24' },
    })
  })

  it('other classes of the same proposal', () => {
    const wanted = [{ ...rias, count: 3, first: '2025-01-06', last: '2025-02-19' }] as const
    expect(refused(request({ wanted }))).toMatchObject({
      count: 1,
      reason: { code: 'rooms_taken', rooms: 1, by: 'proposals' },
      nearest: { kind: 'later' },
    })
  })

  it('makes no claim about what is possible when the search was cut short', () => {
    const wanted = [
      { ...rias, count: 2, first: '2025-01-06', last: '2025-03-04' },
      { ...rias, trade: 'LS', count: 2, first: '2025-01-06', last: '2025-03-04' },
    ] as const
    const instructors = [
      person(1, ['TR', 'LS'], { leave: [{ first: '2025-01-24', last: '2025-01-24' }] }),
      person(2, ['LS']),
    ]
    const programRequest = request({ wanted, instructors })
    const hasty = proposeProgram(programRequest, 0)
    if (!hasty.proven) expect(hasty.unplaced.map(one => one.reason.code)).toEqual(['not_found_in_time'])
    expect(proposeProgram(programRequest).proven).toBe(true)
  })
})

const trades = ['TR', 'LS'] as const

/** Small centres in a tight window: it is open whether all fits, and trying everything is quick. */
const smallCentre = fc
  .record({
    wanted: fc.array(
      fc.record({
        trade: fc.constantFrom(...trades),
        count: fc.integer({ min: 1, max: 2 }),
        trainees: fc.constantFrom(10, 16),
        payer: fc.constantFrom(null, null, 2024, 2025),
        from: fc.integer({ min: 0, max: 20 }),
        length: fc.integer({ min: 18, max: 42 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    rooms: fc.array(
      fc.record({
        capacity: fc.constantFrom(12, 20),
        booked: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    people: fc.array(
      fc.record({
        trades: fc.subarray([...trades], { minLength: 1 }),
        until: fc.integer({ min: 15, max: 90 }),
        leave: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    withinBudgetYear: fc.boolean(),
    week: fc.constantFrom(5 as const, 6 as const),
  })
  .map(({ wanted, rooms, people, withinBudgetYear, week }): ProgramRequest => {
    const day = (offset: number): PlainDate => addDays('2024-11-25', offset)
    return request({
      withinBudgetYear,
      calendar: { week, jointLeave: 'off', daysOff },
      wanted: wanted.map(({ from, length, payer, ...line }) => ({
        ...line,
        first: day(from),
        last: day(from + length),
        startYear: payer,
      })),
      rooms: rooms.map(({ capacity, booked }, index) =>
        room(index + 1, {
          capacity,
          booked: booked.map(offset => ({ date: day(offset), start: '10:00', end: '11:00' })),
        }),
      ),
      instructors: people.map(({ trades: own, until, leave }, index) =>
        person(index + 1, own, {
          credentials: [{ kind: 'TEKNIS', issued: '2022-01-01', validUntil: day(until), trades: own }],
          leave: leave.map(offset => ({ first: day(offset), last: day(offset + 2) })),
        }),
      ),
    })
  })

it('breaks no rule, and places as many classes as trying everything does', () => {
  fc.assert(
    fc.property(smallCentre, programRequest => {
      const proposal = proposeProgram(programRequest, 100_000)
      expect(brokenRules(programRequest, proposal)).toEqual([])
      expect(proposal.proven).toBe(true)
      expect(proposal.placed.length).toBe(mostByTrying(programRequest))
    }),
    { numRuns: 150 },
  )
}, 60_000)

/** Whole years with many trades, rooms and instructors, existing classes and leave. */
const largeCentre = fc
  .record({
    lines: fc.array(
      fc.record({
        trade: fc.constantFrom('TR', 'TB', 'LS', 'SM'),
        count: fc.integer({ min: 1, max: 8 }),
        trainees: fc.integer({ min: 8, max: 24 }),
        payer: fc.constantFrom(null, 2025, 2026),
        from: fc.integer({ min: 0, max: 200 }),
        length: fc.integer({ min: 10, max: 365 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    rooms: fc.array(
      fc.record({ capacity: fc.integer({ min: 10, max: 30 }), booked: fc.integer({ min: 0, max: 364 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    people: fc.array(
      fc.record({
        trades: fc.subarray(['TR', 'TB', 'LS', 'SM'], { minLength: 1, maxLength: 2 }),
        until: fc.integer({ min: 0, max: 500 }),
        leave: fc.integer({ min: 0, max: 364 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    withinBudgetYear: fc.boolean(),
  })
  .map(({ lines, rooms, people, withinBudgetYear }): ProgramRequest => {
    const day = (offset: number): PlainDate => addDays('2025-01-01', offset)
    return request({
      withinBudgetYear,
      wanted: lines.map(({ from, length, payer, ...line }) => ({
        ...line,
        first: day(from),
        last: day(from + length),
        startYear: payer,
      })),
      rooms: rooms.map(({ capacity, booked }, index) =>
        room(index + 1, {
          capacity,
          trades: index === 1 ? ['TR', 'TB'] : null,
          booked: daysFrom(day(booked), day(booked + 20)).map(date => ({ date, start: '13:00', end: '16:00' })),
        }),
      ),
      instructors: people.map(({ trades: own, until, leave }, index) =>
        person(index + 1, own, {
          credentials: [{ kind: 'TEKNIS', issued: '2022-01-01', validUntil: day(until), trades: own }],
          leave: [{ first: day(leave), last: day(leave + 11) }],
        }),
      ),
    })
  })

it('breaks no rule in large centres, and its suggested change works', () => {
  fc.assert(
    fc.property(largeCentre, programRequest => {
      const proposal = proposeProgram(programRequest, 100)
      expect(brokenRules(programRequest, proposal)).toEqual([])
      for (const one of proposal.unplaced) {
        if (one.nearest) expect(proposeProgram(withChange(programRequest, proposal, one)).placed).toHaveLength(1)
      }
    }),
    { numRuns: 60 },
  )
})

/** One more class of the line after the suggested change, with everything proposed so far booked. */
function withChange(
  programRequest: ProgramRequest,
  { placed }: ProgramProposal,
  { wanted, nearest }: UnplacedCohorts,
): ProgramRequest {
  const line = programRequest.wanted[wanted]
  if (!line || !nearest) throw new Error(`line ${wanted}`)
  const sessions = (mine: (one: PlacedCohort) => boolean) =>
    placed.filter(mine).flatMap(one => sessionsOf(programRequest, one))
  const renewed = (id: number) => nearest.kind === 'renewal' && nearest.instructorId === id
  return {
    ...programRequest,
    withinBudgetYear: programRequest.withinBudgetYear && nearest.kind !== 'across_years',
    wanted: [
      {
        ...line,
        count: 1,
        trainees: nearest.kind === 'fewer_trainees' ? nearest.trainees : line.trainees,
        last: nearest.kind === 'later' ? nearest.end : line.last,
      },
    ],
    rooms: programRequest.rooms.map(one => ({
      ...one,
      booked: [...one.booked, ...sessions(({ roomId }) => roomId === one.id)],
    })),
    instructors: programRequest.instructors.map(one => ({
      ...one,
      booked: [...one.booked, ...sessions(({ instructorId }) => instructorId === one.id)],
      credentials: one.credentials.map(credential =>
        renewed(one.id) ? { ...credential, validUntil: '2027-12-31' } : credential,
      ),
    })),
  }
}
