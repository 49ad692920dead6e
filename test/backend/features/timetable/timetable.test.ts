import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { usualClock } from '../../../../shared/features/cohort/day-clock.ts'
import type { TimetableBlock } from '../../../../shared/features/timetable/contract.ts'
import { hoursByPart, practiceBeforeTheory } from '../../../../shared/features/timetable/timetable.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, createSampleCohort, holdDays, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture } from '../../fixture.ts'

// How the units of a class are laid out over its days.

let fixture: Fixture
let rina: InstructorId
let code: string
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', {})
  code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 1) })
})
afterEach(() => fixture.remove())

const read = () => fixture.client.timetable.get({ code })
const openRow = async () => (await read()).days.filter(day => !day.held).flatMap(day => day.blocks)
const arrange = (blocks: TimetableBlock[]) => fixture.client.timetable.arrange({ code, blocks })
const topics = async () => (await fixture.client.cohort.get({ code })).days.map(day => day.topic)
const brief = (blocks: readonly TimetableBlock[]) => blocks.map(({ unitId, kind, hours }) => [unitId, kind, hours])

test('a new class gets its curriculum laid out: theory first, no day over its hours, every unit as planned', async () => {
  const { days, units, teachers } = await read()
  for (const day of days) expect(day.blocks.reduce((sum, block) => sum + block.hours, 0)).toBe(day.hours)
  for (const unit of units) expect(unit.laid).toEqual({ theory: unit.theoryHours, practice: unit.practiceHours })
  expect(practiceBeforeTheory(days.flatMap(day => day.blocks))).toBeNull()
  expect(teachers).toEqual([{ id: rina, name: 'Rina', hours: 120 }])
  expect(fixture.backend.workspace.read.value('SELECT sum(hours) FROM session')).toBe(120)
})

test('a class without stored blocks shows the default layout, and its first change stores it', async () => {
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  raw.exec('DELETE FROM session')
  raw.close()
  await fixture.reopen()
  const row = await openRow()
  expect(fixture.backend.workspace.read.value('SELECT count(*) FROM session')).toBe(0)
  expect(row.reduce((sum, block) => sum + block.hours, 0)).toBe(120)
  await arrange(row)
  expect(fixture.backend.workspace.read.value('SELECT sum(hours) FROM session')).toBe(120)
  expect(brief(await openRow())).toEqual(brief(row))
})

describe('moving blocks', () => {
  test('lays them out again, keeps every hour, and moves the topics along', async () => {
    const row = await openRow()
    const before = await topics()
    // Move the practice of the second unit behind the block that follows it.
    const from = row.findIndex(block => block.unitId === row[2]?.unitId && block.kind === 'practice')
    await arrange(movedBlock(row, from, from + 2))
    const after = await openRow()
    expect(brief(after)).not.toEqual(brief(row))
    expect([...hoursByPart(after)].toSorted()).toEqual([...hoursByPart(row)].toSorted())
    expect(await topics()).not.toEqual(before)
    const audited = fixture.audit().at(-1)
    expect([audited?.operation, audited?.entity]).toEqual(['timetable.arrange', 'timetable'])
    await arrange(row)
    expect(await topics()).toEqual(before)
  })

  test('keeps a typed topic', async () => {
    const row = await openRow()
    await fixture.client.timetable.updateDays({
      code,
      days: [{ n: 1, hours: 8, topic: 'Pembukaan', instructorIds: [rina] }],
    })
    await arrange(movedBlock(row, 1, 3))
    expect((await topics())[0]).toBe('Pembukaan')
  })

  test('refuses practice before its theory, naming the unit, and a changed number of hours', async () => {
    const row = await openRow()
    const { units } = await read()
    expect(await domainErrorOf(arrange(movedBlock(row, 1, 0)))).toEqual({
      code: 'practice_before_theory',
      unit: units[0]?.title,
    })
    expect(await domainErrorOf(arrange(row.slice(1)))).toEqual({ code: 'timetable_changed' })
    expect(await domainErrorOf(arrange(row.map(block => ({ ...block, hours: block.hours + 1 }))))).toEqual({
      code: 'timetable_changed',
    })
  })

  test('still works after practice was held before its theory: that order only counts for days to come', async () => {
    const { days } = await read()
    // A day with practice whose theory is completely on earlier days.
    const held = days.find(({ blocks }) =>
      blocks.some(
        ({ unitId, kind }) =>
          kind === 'practice' && blocks.every(one => one.unitId !== unitId || one.kind === 'practice'),
      ),
    )
    fixture.setToday(held?.date ?? '2024-12-17')
    await fixture.client.attendance.fillDay({ code, n: held?.n ?? 2, exceptions: [] })
    // The earlier days lose hours, so that the theory of this unit is laid out after it.
    const before = days.filter(day => day.n < (held?.n ?? 0))
    const short = before.map(({ n }) => ({ n, hours: 1, topic: 'Pendek', instructorIds: [rina] }))
    await fixture.client.timetable.updateDays({ code, days: short })
    const laid = (await read()).days.flatMap(day => day.blocks)
    expect(practiceBeforeTheory(laid)).not.toBeNull()
    const row = await openRow()
    const last = row.at(-1)?.unitId
    await arrange([...row.filter(block => block.unitId === last), ...row.filter(block => block.unitId !== last)])
    expect((await openRow())[0]?.unitId).toBe(last)
  })

  test('leaves held days unchanged', async () => {
    await holdDays(fixture, code, { until: 2 })
    const held = (await read()).days.slice(0, 2).map(day => day.blocks)
    const row = await openRow()
    await arrange(
      movedBlock(row, row.length - 1, row.length - 2)
        .toReversed()
        .toReversed(),
    )
    await fixture.client.timetable.layAgain({ code })
    expect((await read()).days.slice(0, 2).map(day => day.blocks)).toEqual(held)
    expect(brief(await openRow())).toEqual(brief(row))
  })
})

test('changed hours of a day lay out the rest again; what does not fit is reported missing until there is room', async () => {
  const day = { n: 3, topic: (await topics())[2] ?? '', instructorIds: [rina] }
  const missing = async () =>
    (await read()).units.reduce(
      (sum, unit) => sum + unit.theoryHours + unit.practiceHours - unit.laid.theory - unit.laid.practice,
      0,
    )
  const before = await openRow()
  await fixture.client.timetable.updateDays({ code, days: [{ ...day, hours: 5 }] })
  expect(await missing()).toBe(3)
  expect((await read()).days[2]?.blocks.reduce((sum, block) => sum + block.hours, 0)).toBe(5)
  await fixture.client.timetable.updateDays({ code, days: [{ ...day, topic: (await topics())[2] ?? '', hours: 8 }] })
  expect(await missing()).toBe(0)
  expect(brief(await openRow())).toEqual(brief(before))
})

describe('several teachers a day', () => {
  let sari: InstructorId
  beforeEach(async () => {
    sari = await addInstructor(fixture, 'Sari', {})
    const [topic = ''] = await topics()
    await fixture.client.timetable.updateDays({ code, days: [{ n: 1, hours: 8, topic, instructorIds: [rina, sari] }] })
  })

  test('a block has its own instructor, who gets its hours; a person who does not teach the day is left out', async () => {
    const row = await openRow()
    await arrange(row.map((block, index) => ({ ...block, instructorId: index === 0 || index === 5 ? sari : null })))
    const { days, teachers } = await read()
    expect(days[0]?.blocks[0]?.instructorId).toBe(sari)
    expect(days.slice(1).every(day => day.blocks.every(block => block.instructorId === null))).toBe(true)
    expect(teachers.find(row => row.id === sari)?.hours).toBe(days[0]?.blocks[0]?.hours)
  })

  test('an instructor removed from the day is removed from its blocks too', async () => {
    const row = await openRow()
    await arrange(row.map((block, index) => ({ ...block, instructorId: index === 0 ? sari : null })))
    await fixture.client.timetable.updateDays({
      code,
      days: [{ n: 1, hours: 8, topic: '', instructorIds: [sari, rina] }],
    })
    expect((await read()).days[0]?.blocks[0]?.instructorId).toBe(sari)
    await fixture.client.timetable.updateDays({ code, days: [{ n: 1, hours: 8, topic: '', instructorIds: [rina] }] })
    expect((await read()).days[0]?.blocks[0]?.instructorId).toBeNull()
  })

  test('a substitute takes over day and blocks, and the history says who, when and why', async () => {
    const row = await openRow()
    await arrange(row.map((block, index) => ({ ...block, instructorId: index === 0 ? sari : null })))
    const tuti = await addInstructor(fixture, 'Tuti', {})
    const reason = 'Sari sakit, surat dokter terlampir'
    await fixture.client.timetable.substitute({ code, days: [1], outId: sari, inId: tuti, reason })
    const { days, substitutions } = await read()
    expect(days[0]?.instructors.map(teacher => teacher.name)).toEqual(['Rina', 'Tuti'])
    expect(days[0]?.blocks[0]?.instructorId).toBe(tuti)
    expect(substitutions).toEqual([
      { n: 1, out: 'Sari', in: 'Tuti', reason, at: '2024-12-10T08:00:00', by: 'Wulan Sari' },
    ])
    expect(
      await domainErrorOf(fixture.client.timetable.substitute({ code, days: [1], outId: sari, inId: tuti, reason })),
    ).toEqual({ code: 'not_teaching', name: 'Sari', n: 1 })
  })

  test('possible substitutes are listed with the days on which they may not or cannot, and why', async () => {
    const umi = await addInstructor(fixture, 'Umi')
    const busy = await addInstructor(fixture, 'Vera', {})
    await createSampleCohort(fixture, { number: 2, instructorId: busy, traineeIds: await addTrainees(fixture, 1, 20) })
    await holdDays(fixture, code, { until: 1 })
    const people = await fixture.client.timetable.substitutes({ code })
    const problems = (id: InstructorId) => people.find(person => person.id === id)?.problems ?? []
    expect(problems(rina)).toEqual([])
    expect(problems(umi).map(({ n, kind }) => [n, kind])).toEqual(
      Array.from({ length: 14 }, (_, index) => [index + 2, 'credential']),
    )
    expect(problems(busy)[0]).toMatchObject({ n: 2, kind: 'busy', reason: 'mengajar Tata Rias II' })
  })

  test('nobody can substitute themselves', async () => {
    const same = { code, days: [1], outId: rina, inId: rina, reason: 'Rina mengikuti diklat di Bandung' }
    expect(await inputProblems(fixture.client.timetable.substitute(same))).toEqual([
      'Pilih pengganti, bukan orang yang sama.',
    ])
  })

  test('a substitute needs a credential too', async () => {
    const nobody = await addInstructor(fixture, 'Umi')
    const action = fixture.client.timetable.substitute({
      code,
      days: [1, 2],
      outId: rina,
      inId: nobody,
      reason: 'Rina mengikuti diklat di Bandung',
    })
    expect(await domainErrorOf(action)).toMatchObject({ code: 'instructor_not_permitted', name: 'Umi', n: 1 })
  })
})

describe('the clock', () => {
  test('is the default until it is set, with the Friday prayer kept free', async () => {
    const { days } = await read()
    expect(days[0]?.clock.at(-1)).toMatchObject({ hour: 8, end: '15:15' })
    expect(days[4]).toMatchObject({ clockKind: 'friday' })
    expect(days[4]?.clock.find(row => row.hour === null)).toMatchObject({ start: '11:00', end: '13:00' })
  })

  test('is kept per class, shorter in the fasting month', async () => {
    const usual = usualClock('08:00', 45)
    const clock = {
      ...usual,
      ramadan: { startTime: '08:30', minutesPerHour: 35, breaks: [{ after: 4, minutes: 20, name: 'Istirahat' }] },
      fasting: { from: '2024-12-17' as const, until: '2024-12-17' as const },
    }
    await fixture.client.timetable.setClock({ code, clock })
    const { days, clock: kept } = await read()
    expect(kept).toEqual(clock)
    expect(days[0]?.clock.at(-1)?.end).toBe('15:15')
    expect(days[1]).toMatchObject({ clockKind: 'ramadan' })
    expect(days[1]?.clock.at(-1)?.end).toBe('13:30')
    // The class shows the times of an ordinary day; days of the fasting month end earlier, Fridays later.
    expect(await fixture.client.cohort.get({ code })).toMatchObject({
      startTime: '08:00',
      endTime: '15:15',
      days: expect.arrayContaining([
        expect.objectContaining({ n: 2, startTime: '08:30', endTime: '13:30' }),
        expect.objectContaining({ n: 5, startTime: '08:00', endTime: '16:00' }),
      ]),
    })
    const wrong = { ...clock, friday: { ...clock.friday, breaks: [] } }
    expect(await domainErrorOf(fixture.client.timetable.setClock({ code, clock: wrong }))).toEqual({
      code: 'teaching_in_prayer',
      date: '2024-12-20',
    })
    const late = { ...clock, ordinary: { ...clock.ordinary, startTime: '20:00' } }
    expect(await domainErrorOf(fixture.client.timetable.setClock({ code, clock: late }))).toEqual({
      code: 'clock_past_midnight',
    })
  })
})

test('a clock that overlaps another class of the same instructor is refused, and changes nothing', async () => {
  await createSampleCohort(fixture, { number: 2, hours: 2, startTime: '16:00', endTime: '17:30', instructorId: rina })
  const { clock } = await read()
  const later = { ...clock, ordinary: { ...clock.ordinary, startTime: '09:00' } }
  expect(await domainErrorOf(fixture.client.timetable.setClock({ code, clock: later }))).toMatchObject({
    code: 'instructor_busy',
    n: 1,
  })
  expect((await read()).clock).toEqual(clock)
})

test('the database refuses too many hours in a day, units of another class and changed history', async () => {
  const tuti = await addInstructor(fixture, 'Tuti', {})
  const reason = 'Rina mengikuti diklat di Bandung'
  await fixture.client.timetable.substitute({ code, days: [2], outId: rina, inId: tuti, reason })
  await createSampleCohort(fixture, { number: 2, start: '2025-03-03' })
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  const insert = (unit: number, instructor: number | null = null) =>
    raw
      .prepare(
        "INSERT INTO session (day_id, position, unit_id, kind, hours, instructor_id) VALUES (1, 99, ?, 'theory', 1, ?)",
      )
      .run(unit, instructor)
  expect(() => insert(1)).toThrow('day_over_its_hours')
  raw.exec('DELETE FROM session WHERE day_id = 1')
  const foreign = Number(raw.prepare('SELECT max(id) FROM cohort_unit').pluck().get())
  expect(() => insert(foreign)).toThrow('session_of_other_cohort')
  expect(() => insert(1, tuti)).toThrow('session_without_teaching')
  expect(insert(1, rina).changes).toBe(1)
  raw.exec('DELETE FROM teaching WHERE day_id = 1')
  expect(raw.prepare('SELECT instructor_id FROM session WHERE day_id = 1').pluck().get()).toBeNull()
  expect(() => raw.exec('UPDATE cohort_day SET hours = 7 WHERE n = 3')).toThrow('day_over_its_hours')
  expect(() => raw.exec('UPDATE session SET hours = 2')).toThrow('session_rewritten')
  expect(() => raw.exec("UPDATE substitution SET reason = 'sepuluh huruf lebih'")).toThrow('append_only')
  expect(() => raw.exec('DELETE FROM substitution')).toThrow('append_only')
  raw.close()
})

/** Moves the block at `from` before the one at `to`; `to` may be the length of the row. */
function movedBlock<Moved>(blocks: readonly Moved[], from: number, to: number): Moved[] {
  const block = blocks[from]
  if (block === undefined) throw new RangeError(`block ${from} of ${blocks.length}`)
  const rest = blocks.filter((_, index) => index !== from)
  const place = Math.max(0, Math.min(rest.length, to > from ? to - 1 : to))
  return [...rest.slice(0, place), block, ...rest.slice(place)]
}
