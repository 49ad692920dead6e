import { afterEach, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { activityDraft } from '../../../../shared/features/activity/activity.ts'
import { dayOffDraft } from '../../../../shared/features/calendar/day-off.ts'
import { centreDraft, officerDraft, rulesDraft } from '../../../../shared/features/centre/centre.ts'
import { cohortDetails } from '../../../../shared/features/cohort/cohort.ts'
import { credentialDraft, instructorDraft } from '../../../../shared/features/instructor/contract.ts'
import { leaveDraft } from '../../../../shared/features/instructor/leave.ts'
import { programDraft, roomDraft } from '../../../../shared/features/program/contract.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import { createSampleCohort, programOf, sampleActivity, setUp, technical } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

type Draft = Record<string, unknown>
/** A stored record as its form is opened on it, how it is saved, and two fields that two people change. */
type Form = {
  opened: Draft
  save: (draft: Draft, seen: Draft | null) => Promise<{ joined: string[] }>
  one: Draft
  other: Draft
}

/** What a form takes of what it reads. */
function formOf<Value>(schema: z.ZodType<Value>, read: object, fields: readonly string[]): Value {
  const known = new Map<string, unknown>(Object.entries(read))
  return schema.parse(Object.fromEntries(fields.map(field => [field, known.get(field)])))
}

const forms: Record<string, (of: Fixture) => Promise<Form>> = {
  async room({ client }) {
    const opened = { name: 'R. 9', capacity: 9, note: '', trades: [], active: true }
    const { id } = await client.program.saveRoom({ id: null, room: opened })
    const save: Form['save'] = (draft, seen) =>
      client.program.saveRoom({ id, room: roomDraft.parse(draft), seen: seen && roomDraft.parse(seen) })
    return { opened, save, one: { capacity: 20 }, other: { note: 'lantai 2' } }
  },
  async instructor({ client }) {
    const opened = { name: 'Rina', nip: '', institution: '', phone: '', active: true }
    const { id } = await client.instructor.save({ id: null, instructor: opened })
    const parse = (draft: Draft) => instructorDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.instructor.save({ id, instructor: parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { name: 'Rina, S.Pd.' }, other: { institution: 'LPK Ayu' } }
  },
  async credential({ client }) {
    const instructor = { name: 'Rina', nip: '', institution: '', phone: '', active: true }
    const { id: instructorId } = await client.instructor.save({ id: null, instructor })
    const { id } = await client.instructor.saveCredential({ instructorId, id: null, credential: technical })
    const parse = (draft: Draft) => credentialDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.instructor.saveCredential({ instructorId, id, credential: parse(draft), seen: seen && parse(seen) })
    return { opened: technical, save, one: { lsp: 'LSP Lain' }, other: { registration: 'TIK.1565.07438.2030' } }
  },
  async leave({ client }) {
    const instructor = { name: 'Rina', nip: '', institution: '', phone: '', active: true }
    const { id: instructorId } = await client.instructor.save({ id: null, instructor })
    const opened = leaveDraft.parse({ from: '2025-07-01', until: '2025-07-04', reason: 'Cuti' })
    const { id } = await client.instructor.saveLeave({ instructorId, id: null, leave: opened })
    const parse = (draft: Draft) => leaveDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.instructor.saveLeave({ instructorId, id, leave: parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { until: '2025-07-08' }, other: { reason: 'Diklat' } }
  },
  async program(of) {
    const { client } = of
    const id = await programOf(of, 'TR' as TradeCode)
    const opened = formOf(programDraft, await client.program.get({ id }), [
      'trade',
      'title',
      'standard',
      'active',
      'units',
    ])
    const parse = (draft: Draft) => programDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.program.save({ id, program: parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { units: opened.units.slice(1) }, other: { standard: 'SKKNI 1' } }
  },
  async officer({ client }) {
    const opened = officerDraft.parse({
      ...{ role: 'HEAD', prefix: '', title: 'Kepala', name: 'Surya', rank: '', nip: '' },
      ...{ validFrom: '2024-01-01', validUntil: null },
    })
    const { id } = await client.centre.saveOfficer({ id: null, officer: opened })
    const parse = (draft: Draft) => officerDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.centre.saveOfficer({ id, officer: parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { rank: 'Pembina' }, other: { title: 'Kepala Balai' } }
  },
  async centre({ client }) {
    const opened = formOf(centreDraft, (await client.centre.get({})).centre, Object.keys(centreDraft.shape))
    const parse = (draft: Draft) => centreDraft.parse(draft)
    const save: Form['save'] = (draft, seen) => client.centre.update({ ...parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { address: 'Jl. Baru 1' }, other: { phone: '021 5550199' } }
  },
  async rules({ client }) {
    const opened = rulesDraft.parse((await client.centre.get({})).rules)
    const parse = (draft: Draft) => rulesDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.centre.updateRules({ ...parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { passMark: 71 }, other: { minimumAttendance: 85 } }
  },
  async dayOff({ client }) {
    const opened = dayOffDraft.parse({ date: '2025-02-03', kind: 'national_holiday', name: 'Libur', source: '' })
    const { id } = await client.calendar.saveDay({ id: null, day: opened })
    const parse = (draft: Draft) => dayOffDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.calendar.saveDay({ id, day: parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { name: 'Libur daerah' }, other: { source: 'SE 1/2025' } }
  },
  async activity({ client }) {
    const { id } = await client.activity.save({ id: null, activity: sampleActivity })
    const parse = (draft: Draft) => activityDraft.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.activity.save({ id, activity: parse(draft), seen: seen && parse(seen) })
    return { opened: parse(sampleActivity), save, one: { title: 'Lain' }, other: { accountCode: '5.1.02' } }
  },
  async cohort(of) {
    const { client } = of
    const code = await createSampleCohort(of, {})
    const fields = ['startTime', 'endTime', 'decreeIssuer', 'decreeNumber', 'decreeDate', 'decreeSubject']
    const opened = formOf(cohortDetails, await client.cohort.get({ code }), [
      ...fields,
      ...['activity', 'fundingSource', 'roomId'],
    ])
    const parse = (draft: Draft) => cohortDetails.parse(draft)
    const save: Form['save'] = (draft, seen) =>
      client.cohort.update({ code, facts: parse(draft), seen: seen && parse(seen) })
    return { opened, save, one: { decreeNumber: '7/2024' }, other: { decreeSubject: 'Penetapan' } }
  },
}

test.each(Object.keys(forms))('a form of %s joins different fields and asks the same one', async name => {
  const { opened, save, one, other } = await (forms[name] as (of: Fixture) => Promise<Form>)(fixture)
  await save({ ...opened, ...one }, opened)
  // Somebody else has had it open all the while.
  expect(await save({ ...opened, ...other }, opened)).toMatchObject({ joined: Object.keys(one) })
  const both = { ...opened, ...one, ...other }
  expect(await save(both, both)).toMatchObject({ joined: [] })
  const [field = ''] = Object.keys(other)
  const third = typeof other[field] === 'number' ? other[field] + 1 : 'x'
  const refused = await rejectedAs(
    save({ ...both, [field]: opened[field] }, { ...both, [field]: third }),
    'changed_meanwhile',
  )
  expect(refused).toMatchObject({ asked: [{ field, theirs: other[field], mine: opened[field] }] })
  // Who does not say what he saw overwrites, as a table from Excel does.
  expect(await save(opened, null)).toMatchObject({ joined: [] })
  expect(await save(opened, opened)).toMatchObject({ joined: [] })
})
