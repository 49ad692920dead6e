import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import type { EnrolmentId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { Joined } from '../../../../shared/kernel/seen.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  enrolled,
  enterScores,
  holdDays,
  panel,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import * as selection from '../../registration-steps.ts'
import { signedIn } from '../../sign-in-steps.ts'

let fixture: Fixture
let code: string
let members: EnrolmentId[]
/** The client that writes: the main computer, or Sari at another desk. */
let client: BackendClient
let sari: BackendClient
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  client = fixture.client
  sari = await signedIn(fixture, 'Sari', ['desk', 'training', 'treasurer', 'head', 'admin'])
  const traineeIds = await addTrainees(fixture, 2)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  code = await createSampleCohort(fixture, { start: '2024-12-16', traineeIds, instructorId })
  members = [(await enrolled(fixture, code, 1)).enrolmentId, (await enrolled(fixture, code, 2)).enrolmentId]
})
afterEach(() => fixture.remove())

type Chosen = { row: string; field: string; theirs: unknown; take: 'theirs' | 'mine' }[]
type Conflict = { row?: string; field: string; theirs: unknown; mine: unknown }

/** The conflicts that a refused write reports. */
async function conflictsOf(writing: Promise<unknown>): Promise<Conflict[]> {
  return (await rejectedAs(writing, 'changed_meanwhile')).conflicts
}

const choose = (conflicts: readonly Conflict[], take: 'theirs' | 'mine'): Chosen =>
  conflicts.map(({ row = '', field, theirs }) => ({ row, field, theirs, take }))

const material = { name: 'Kapas', specification: '', unit: 'bungkus', amount: 400, received: null, note: '' }
const cotton = { ...material, damaged: null, price: null, used: [] }
const thread = { ...cotton, name: 'Benang', unit: 'gulung' }
const budgetLine = {
  ...({ year: 2024, kind: 'MATERIAL', description: 'Bahan', account: '', volume: 1, unit: 'paket' } as const),
  ...({ times: 1, timesUnit: '', price: 500_000, incentive: 'NO', realised: null } as const),
}

/** A list as opened, changes to it by two people, and how it is saved and read. */
type List = {
  opened: object[]
  one: object
  /** Changes the same column as `one`. */
  clash: object
  other: object
  added: object
  save: (rows: object[], seen: object[] | null, chosen?: Chosen) => Promise<Joined>
  read: () => Promise<object[]>
}

const lists: Record<string, () => List> = {
  materials: () => ({
    opened: [cotton, thread],
    one: { received: 300 },
    clash: { received: 310 },
    other: { note: 'lemari 2' },
    added: { ...cotton, name: 'Jarum' },
    save: (materials, seen, chosen = []) => client.provision.saveMaterials({ code, materials, seen, chosen } as never),
    read: async () => (await client.provision.ofCohort({ code })).materials,
  }),
  'weeks of a material': () => ({
    opened: [cotton, thread],
    one: { used: [100] },
    clash: { used: [110] },
    other: { used: [null, 200] },
    added: { ...cotton, name: 'Jarum' },
    save: (materials, seen, chosen = []) => client.provision.saveMaterials({ code, materials, seen, chosen } as never),
    read: async () => (await client.provision.ofCohort({ code })).materials,
  }),
  budget: () => ({
    opened: [budgetLine, { ...budgetLine, description: 'Konsumsi' }],
    one: { price: 600_000 },
    clash: { price: 700_000 },
    other: { account: '5.1.02' },
    added: { ...budgetLine, description: 'Sewa' },
    save: (lines, seen, chosen = []) => client.provision.saveBudget({ code, lines, seen, chosen } as never),
    read: async () => (await client.provision.ofCohort({ code })).money?.budget ?? [],
  }),
  items: () => ({
    opened: [
      { name: 'Buku', unit: 'buah', amount: 1 },
      { name: 'Pena', unit: 'buah', amount: 1 },
    ],
    one: { amount: 3 },
    clash: { amount: 4 },
    other: { unit: 'lusin' },
    added: { name: 'Tas', unit: 'buah', amount: 1 },
    save: (items, seen, chosen = []) =>
      client.provision.saveItems({ code, kind: 'STATIONERY', items, seen, chosen } as never),
    read: async () => (await client.provision.ofCohort({ code })).items.STATIONERY,
  }),
  evaluations: () => ({
    opened: [
      { answers: Array(10).fill(4), comment: '' },
      { answers: Array(10).fill(3), comment: '' },
    ],
    one: { answers: Array(10).fill(2) },
    clash: { answers: Array(10).fill(1) },
    other: { comment: 'Ruang panas' },
    added: { answers: Array(10).fill(1), comment: '' },
    save: (evaluations, seen, chosen = []) =>
      client.provision.saveEvaluations({ code, evaluations, seen, chosen } as never),
    read: async () => (await client.provision.ofCohort({ code })).evaluations,
  }),
  'the table of a year': () => {
    const day = (date: string, name: string) => ({ date, kind: 'regional_holiday', name, source: '', certain: true })
    return {
      opened: [day('2029-03-01', 'Hari jadi'), day('2029-04-02', 'Libur daerah')],
      one: { name: 'Hari jadi kota' },
      clash: { name: 'Hari jadi provinsi' },
      other: { source: 'SK 1/2028' },
      added: day('2029-05-03', 'Libur lain'),
      save: (days, seen, chosen = []) =>
        client.calendar.saveTable({
          ...{ year: 2029, source: 'SKB', removeOthers: true, days, seen, chosen },
        } as never),
      async read() {
        const { days } = await client.calendar.year({ year: 2029 })
        return days.map(({ id: _, ...rest }) => rest)
      },
    }
  },
}

test.each(Object.keys(lists))('%s: different rows and columns are merged, the same cell is asked about', async name => {
  const { opened, one, clash, other, added, save, read } = (lists[name] as () => List)()
  const [first = {}, second = {}] = opened
  await save(opened, null)
  client = sari
  await save([{ ...first, ...one }, second], opened)
  client = fixture.client
  // Another person has had the list open all the time, and changes another column of the row and adds a row.
  expect((await save([{ ...first, ...other }, second, added], opened)).joined?.fields).toHaveLength(1)
  const both = await read()
  expect(both).toHaveLength(3)
  expect(both[0]).toMatchObject(name === 'weeks of a material' ? { used: [100, 200] } : { ...one, ...other })
  // A change of the same cell as the first one: it asks, and writes nothing meanwhile; the row that was never seen stays.
  const late = [{ ...first, ...clash }, second]
  const conflicts = await conflictsOf(save(late, opened))
  expect(conflicts).toHaveLength(1)
  expect(await read()).toEqual(both)
  await save(late, opened, choose(conflicts, 'theirs'))
  expect(await read()).toEqual(both)
  await save(late, opened, choose(conflicts, 'mine'))
  const chosen = await read()
  expect(chosen[0]).toMatchObject(name === 'weeks of a material' ? { used: [110, 200] } : clash)
  expect(chosen).toHaveLength(3)
  // A choice counts only against the value that was shown, not against a third one.
  expect(await conflictsOf(save([{ ...first, ...one }, second], opened, choose(conflicts, 'mine')))).toHaveLength(1)
  if (name === 'evaluations') return
  // A row deleted by one and changed by the other is asked about as a whole.
  expect(await conflictsOf(save([second], opened))).toMatchObject([{ field: '', mine: null }])
  expect(await read()).toEqual(chosen)
  // A write without the seen values overwrites, like an import from a file.
  await save(opened, null)
  expect(await read()).toHaveLength(2)
})

/** Cells that are never merged: two people write them, from what they saw. */
type Cells = {
  write: (value: 'first' | 'second', seen: 'before' | 'first' | null, chosen?: Chosen) => Promise<unknown>
  read: () => Promise<unknown>
}

const cells: Record<string, () => Promise<Cells>> = {
  async marks() {
    fixture.setToday('2024-12-17')
    const [enrolmentId = 0 as EnrolmentId] = members
    const entry = (mark: 'S' | 'I' | null) => ({ enrolmentId, n: 1, mark, arrivedAt: null, note: '' })
    const of = { before: entry(null), first: entry('S'), second: entry('I') }
    return {
      write: (value, seen, chosen = []) =>
        client.attendance.mark({ code, marks: [of[value]], reason: null, seen: seen && [of[seen]], chosen }),
      read: async () => (await client.attendance.grid({ code })).rows[0]?.cells[0]?.mark,
    }
  },
  async 'the line of a day'() {
    fixture.setToday('2024-12-17')
    const [enrolmentId = 0 as EnrolmentId] = members
    const of = { before: null, first: 'S', second: 'I' } as const
    return {
      write: (value, seen, chosen = []) =>
        client.attendance.fillDay({
          ...{ code, n: 1, chosen, seen: seen && [{ enrolmentId, mark: of[seen] }] },
          exceptions: [{ enrolmentId, mark: of[value], arrivedAt: null, note: '' }],
        }),
      read: async () => (await client.attendance.grid({ code })).rows[0]?.cells[0]?.mark,
    }
  },
  async scores() {
    const { units } = await client.score.grid({ code })
    const [enrolmentId = 0 as EnrolmentId] = members
    const unitId = units[0]?.id as (typeof units)[number]['id']
    const of = {
      before: { enrolmentId, theory: null, units: [{ unitId, result: null }] },
      first: { enrolmentId, theory: 7000, units: [{ unitId, result: 'BK' }] },
      second: { enrolmentId, theory: 8000, units: [{ unitId, result: 'K' }] },
    } as const
    const listed = (key: keyof typeof of) => [{ ...of[key], units: [...of[key].units] }]
    return {
      write: (value, seen, chosen = []) =>
        client.score.save({ code, entries: listed(value), seen: seen && listed(seen), chosen }),
      async read() {
        const row = (await client.score.grid({ code })).rows[0]
        return [row?.theory, row?.units[0]?.result]
      },
    }
  },
  async 'results of an LSP'() {
    const [enrolmentId = 0 as EnrolmentId] = members
    const draft = { testedOn: '2024-12-10', lsp: 'LSP', scheme: 'Rias', registration: '', validUntil: null } as const
    const of = {
      before: null,
      first: { ...draft, result: 'K', number: 'A 1' },
      second: { ...draft, result: 'BK', number: '' },
    } as const
    return {
      write: (value, seen, chosen = []) =>
        client.competence.save({
          ...{ code, tests: [{ enrolmentId, test: of[value] }] },
          ...{ seen: seen && [{ enrolmentId, test: of[seen] }], chosen },
        }),
      read: async () => (await client.competence.list({ code }))[0]?.test?.result,
    }
  },
  async 'sizes and cards'() {
    const [enrolmentId = 0 as EnrolmentId] = members
    const kit = (clothingSize: 'M' | 'L' | null, insuranceCard: string) => ({
      enrolmentId,
      clothingSize,
      insuranceCard,
    })
    const of = { before: kit(null, ''), first: kit('M', '11112222'), second: kit('L', '33334444') }
    return {
      write: (value, seen, chosen = []) =>
        client.provision.saveKits({ code, kits: [of[value]], seen: seen && [of[seen]], chosen }),
      async read() {
        const kits = (await client.provision.ofCohort({ code })).kits
        return [kits[0]?.clothingSize, kits[0]?.insuranceCard]
      },
    }
  },
  async rates() {
    const of = { before: null, first: 10_000, second: 20_000 }
    return {
      write: (value, seen, chosen = []) =>
        client.provision.saveRate({
          ...{ code, kind: 'TRANSPORT', level: 'cohort', amount: of[value], chosen },
          ...(seen === null ? {} : { seen: of[seen] }),
        }),
      read: async () => (await client.provision.ofCohort({ code })).money?.rates[0]?.cohort,
    }
  },
  async 'results of a selection'() {
    const id = await selection.openRegistration(fixture)
    const people = (await client.trainee.list({ search: '', limit: 2, offset: 0 })).rows.map(row => row.id)
    const [applicantId] = await selection.applyAll(fixture, id, people)
    if (!applicantId) throw new Error('nobody applied')
    const of = {
      before: { applicantId, administration: null, test: null },
      first: { applicantId, administration: true, test: 7000 },
      second: { applicantId, administration: false, test: 8000 },
    }
    return {
      write: (value, seen, chosen = []) =>
        client.registration.saveResults({ id, entries: [of[value]], seen: seen && [of[seen]], chosen }),
      async read() {
        const { applicants } = await client.registration.get({ id })
        return applicants.find(one => one.id === applicantId)?.results
      },
    }
  },
  async 'the order of the hours'() {
    const { days } = await client.timetable.get({ code })
    const blocks = days.flatMap(day => day.blocks)
    const theory = blocks.filter(block => block.kind === 'theory')
    const rest = blocks.filter(block => block.kind !== 'theory')
    const of = { before: blocks, first: [...theory, ...rest], second: [...theory, ...rest.toReversed()] }
    return {
      write: (value, seen, chosen = []) =>
        client.timetable.arrange({ code, blocks: of[value], seen: seen && of[seen], chosen }),
      read: async () => (await client.timetable.get({ code })).days.map(day => day.blocks),
    }
  },
}

test.each(Object.keys(cells))('%s are never merged: the same cell is asked about', async name => {
  const { write, read } = await (cells[name] as () => Promise<Cells>)()
  client = sari
  await write('first', 'before')
  client = fixture.client
  const first = await read()
  const conflicts = await conflictsOf(write('second', 'before'))
  expect(await read()).toEqual(first)
  await write('second', 'before', choose(conflicts, 'theirs'))
  expect(await read()).toEqual(first)
  await write('second', 'before', choose(conflicts, 'mine'))
  const second = await read()
  expect(second).not.toEqual(first)
  // Writing the same value is no conflict, and neither is one's own last value.
  await write('second', 'before')
  await write('first', 'before')
  await write('second', 'before')
  client = sari
  expect((await conflictsOf(write('first', 'first', choose(conflicts, 'mine')))).length).toBeGreaterThan(0)
  expect(await read()).toEqual(second)
})

test('two people with the same name in one class are asked about apart', async () => {
  fixture.setToday('2024-12-17')
  for (const [index, { traineeId: id }] of (await client.cohort.trainees({ code })).entries())
    await client.trainee.save({ id, trainee: samplePerson(index, { name: 'Siti Aminah' }) })
  const marks = (mark: 'S' | 'I' | 'H') =>
    members.map(enrolmentId => ({ enrolmentId, n: 1, mark, arrivedAt: null, note: '' }))
  await client.attendance.mark({ code, marks: marks('H'), reason: null })
  await sari.attendance.mark({ code, marks: marks('S'), reason: null })
  const save = (chosen?: Chosen) =>
    client.attendance.mark({ code, marks: marks('I'), reason: null, seen: marks('H'), ...(chosen && { chosen }) })
  const conflicts = await conflictsOf(save())
  expect(conflicts.map(cell => cell.row)).toEqual(['Siti Aminah (no. 1)', 'Siti Aminah (no. 2)'])
  await save([...choose(conflicts.slice(0, 1), 'mine'), ...choose(conflicts.slice(1), 'theirs')])
  const { rows } = await client.attendance.grid({ code })
  expect(rows.map(row => row.cells[0]?.mark)).toEqual(['I', 'S'])
})

test('different hours, topics and instructors of a day are merged; the same one is asked about, naming who wrote it', async () => {
  const days = (await client.cohort.get({ code })).days
  const [opened] = days.map(({ n, hours, topic, instructors }) => ({
    ...{ n, hours, topic, instructorIds: instructors.map(one => one.id) },
  }))
  if (!opened) throw new Error('no day')
  const save = (change: object) =>
    client.timetable.updateDays({ code, days: [{ ...opened, ...change }], seen: [opened] })
  client = sari
  await save({ topic: 'Pembukaan' })
  client = fixture.client
  expect(await save({ hours: opened.hours - 1 })).toMatchObject({ joined: { fields: ['hari ke-1'], by: 'Sari' } })
  const stands = (await client.cohort.get({ code })).days[0]
  expect(stands).toMatchObject({ topic: 'Pembukaan', hours: opened.hours - 1 })
  const refused = await rejectedAs(save({ topic: 'Praktik' }), 'changed_meanwhile')
  expect(refused).toMatchObject({
    by: 'Sari',
    desk: 'Meja Sari',
    conflicts: [{ row: 'hari ke-1', field: 'topic', theirs: 'Pembukaan', mine: 'Praktik' }],
  })
})

test('a panel or decree decides only what its page showed', async () => {
  await holdDays(fixture, code, { until: 15 })
  const heldOn = ((await client.cohort.get({ code })).days.at(-1)?.date ?? '') as PlainDate
  await enterScores(fixture, code)
  const seen = (await client.graduation.get({ code })).rows.map(({ enrolmentId, proposal }) => ({
    ...{ enrolmentId, proposal },
  }))
  await client.score.save({
    code,
    entries: [{ enrolmentId: seen[0]?.enrolmentId as EnrolmentId, theory: 100 }],
  })
  const decide = client.graduation.decide({ code, heldOn, ...panel, seen })
  expect((await rejectedAs(decide, 'decided_otherwise')).names).toHaveLength(1)
  await client.graduation.decide({ code, heldOn, ...panel })
})

test('a decree stipulates the ranking that its page showed', async () => {
  const id = await selection.openRegistration(fixture)
  const people = (await client.trainee.list({ search: '', limit: 2, offset: 0 })).rows.map(row => row.id)
  const ids = await selection.applyAll(fixture, id, people)
  await selection.enterScores(
    fixture,
    id,
    ids.map((one, index) => [one, 90 - index, 80] as const),
  )
  const seen = (await client.registration.get({ id })).applicants.map(one => ({
    ...{ applicantId: one.id, decision: one.decision },
  }))
  const [first] = ids
  if (!first) throw new Error('nobody applied')
  const reason = 'Tidak membawa KTP asli'
  await client.registration.override({ applicantId: first, decision: 'rejected', reason })
  const [officer] = (await client.centre.get({})).officers
  const stipulation = { decreeNumber: '1/2024', decreeDate: '2024-12-10' as const, officerId: officer?.id as never }
  const late = client.registration.stipulate({ id, stipulation, seen })
  expect((await rejectedAs(late, 'decided_otherwise')).names).toHaveLength(1)
  await client.registration.stipulate({ id, stipulation })
})
