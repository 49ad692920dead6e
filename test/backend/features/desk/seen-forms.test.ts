import { afterEach, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { activityDraft } from '../../../../shared/features/activity/activity.ts'
import { followUpDraft } from '../../../../shared/features/alumni/follow-up.ts'
import { dayOffDraft } from '../../../../shared/features/calendar/day-off.ts'
import { centreDraft, officerDraft, rulesDraft } from '../../../../shared/features/centre/centre.ts'
import { builtInDesigns } from '../../../../shared/features/certificate-design/built-in.ts'
import { cohortDetails } from '../../../../shared/features/cohort/cohort.ts'
import { recordKinds } from '../../../../shared/features/desk/record-kinds.ts'
import { credentialDraft, instructorDraft } from '../../../../shared/features/instructor/contract.ts'
import { leaveDraft } from '../../../../shared/features/instructor/leave.ts'
import { cohortLetterDraft, emptyCohortLetter } from '../../../../shared/features/letter/cohort-letter.ts'
import { programDraft, roomDraft } from '../../../../shared/features/program/contract.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import { noSupply, supplyDraft } from '../../../../shared/features/provision/budget.ts'
import { registrationDraft as openedRegistration } from '../../../../shared/features/registration/registration.ts'
import { cohortClock } from '../../../../shared/features/timetable/contract.ts'
import type { Joined, UnchosenValue } from '../../../../shared/kernel/seen.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  enrolled,
  programOf,
  sampleActivity,
  setUp,
  technical,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { registrationDraft } from '../../registration-steps.ts'
import { signedIn } from '../../sign-in-steps.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

type Draft = Record<string, unknown>
/** A stored record as a form opens it, how it is saved, and two fields that two people change. */
type Form = {
  opened: Draft
  save: (draft: Draft, seen: Draft | null, unchosen?: UnchosenValue[]) => Promise<Joined>
  /** As the form names its record. */
  subject: string
  one: Draft
  other: Draft
  /** Another value of the same field as `other`, where 'x' is not valid. */
  third?: unknown
}

/** The fields of the form, from the record that it reads. */
function formOf<Value>(schema: z.ZodType<Value>, read: object, fields: readonly string[]): Value {
  const known = new Map<string, unknown>(Object.entries(read))
  return schema.parse(Object.fromEntries(fields.map(field => [field, known.get(field)])))
}

const forms: Record<string, (of: Fixture) => Promise<Form>> = {
  async room({ client }) {
    const opened = { name: 'R. 9', capacity: 9, note: '', trades: [], active: true }
    const { id } = await client.program.saveRoom({ id: null, room: opened })
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.program.saveRoom({ id, room: roomDraft.parse(draft), seen: seen && roomDraft.parse(seen), unchosen })
    return { subject: `ruang ${id}`, opened, save, one: { capacity: 20 }, other: { note: 'lantai 2' } }
  },
  async instructor({ client }) {
    const opened = { name: 'Rina', nip: '', institution: '', phone: '', active: true }
    const { id } = await client.instructor.save({ id: null, instructor: opened })
    const parse = (draft: Draft) => instructorDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.instructor.save({ id, instructor: parse(draft), seen: seen && parse(seen), unchosen })
    return {
      subject: `instruktur ${id}`,
      opened,
      save,
      one: { name: 'Rina, S.Pd.' },
      other: { institution: 'LPK Ayu' },
    }
  },
  async credential({ client }) {
    const instructor = { name: 'Rina', nip: '', institution: '', phone: '', active: true }
    const { id: instructorId } = await client.instructor.save({ id: null, instructor })
    const { id } = await client.instructor.saveCredential({ instructorId, id: null, credential: technical })
    const parse = (draft: Draft) => credentialDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.instructor.saveCredential({
        instructorId,
        id,
        credential: parse(draft),
        seen: seen && parse(seen),
        unchosen,
      })
    return {
      subject: `sertifikat instruktur ${id}`,
      opened: technical,
      save,
      one: { lsp: 'LSP Lain' },
      other: { registration: 'TIK.1565.07438.2030' },
    }
  },
  async leave({ client }) {
    const instructor = { name: 'Rina', nip: '', institution: '', phone: '', active: true }
    const { id: instructorId } = await client.instructor.save({ id: null, instructor })
    const opened = leaveDraft.parse({ from: '2025-07-01', until: '2025-07-04', reason: 'Cuti' })
    const { id } = await client.instructor.saveLeave({ instructorId, id: null, leave: opened })
    const parse = (draft: Draft) => leaveDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.instructor.saveLeave({ instructorId, id, leave: parse(draft), seen: seen && parse(seen), unchosen })
    return { subject: `cuti ${id}`, opened, save, one: { until: '2025-07-08' }, other: { reason: 'Diklat' } }
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
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.program.save({ id, program: parse(draft), seen: seen && parse(seen), unchosen })
    return {
      subject: `program ${id}`,
      opened,
      save,
      one: { units: opened.units.slice(1) },
      other: { standard: 'SKKNI 1' },
    }
  },
  async officer({ client }) {
    const opened = officerDraft.parse({
      ...{ role: 'HEAD', prefix: '', title: 'Kepala', name: 'Surya', rank: '', nip: '' },
      ...{ validFrom: '2024-01-01', validUntil: null },
    })
    const { id } = await client.centre.saveOfficer({ id: null, officer: opened })
    const parse = (draft: Draft) => officerDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.centre.saveOfficer({ id, officer: parse(draft), seen: seen && parse(seen), unchosen })
    return { subject: `pejabat ${id}`, opened, save, one: { rank: 'Pembina' }, other: { title: 'Kepala Balai' } }
  },
  async centre({ client }) {
    const opened = formOf(centreDraft, (await client.centre.get({})).centre, Object.keys(centreDraft.shape))
    const parse = (draft: Draft) => centreDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.centre.update({ ...parse(draft), seen: seen && parse(seen), unchosen })
    return { subject: 'balai', opened, save, one: { address: 'Jl. Baru 1' }, other: { phone: '021 5550199' } }
  },
  async rules({ client }) {
    const opened = rulesDraft.parse((await client.centre.get({})).rules)
    const parse = (draft: Draft) => rulesDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.centre.updateRules({ ...parse(draft), seen: seen && parse(seen), unchosen })
    return { subject: 'aturan', opened, save, one: { passMark: 71 }, other: { minimumAttendance: 85 } }
  },
  async dayOff({ client }) {
    const opened = dayOffDraft.parse({ date: '2025-02-03', kind: 'national_holiday', name: 'Libur', source: '' })
    const { id } = await client.calendar.saveDay({ id: null, day: opened })
    const parse = (draft: Draft) => dayOffDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.calendar.saveDay({ id, day: parse(draft), seen: seen && parse(seen), unchosen })
    return { subject: `libur ${id}`, opened, save, one: { name: 'Libur daerah' }, other: { source: 'SE 1/2025' } }
  },
  async activity({ client }) {
    const { id } = await client.activity.save({ id: null, activity: sampleActivity })
    const parse = (draft: Draft) => activityDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.activity.save({ id, activity: parse(draft), seen: seen && parse(seen), unchosen })
    return {
      subject: `kegiatan ${id}`,
      opened: parse(sampleActivity),
      save,
      one: { title: 'Lain' },
      other: { accountCode: '5.1.02' },
    }
  },
  async supply(of) {
    const { client } = of
    const code = await createSampleCohort(of, {})
    const parse = (draft: Draft) => supplyDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.provision.saveSupply({ code, supply: parse(draft), seen: seen && parse(seen), unchosen })
    return {
      subject: `perlengkapan ${code}`,
      opened: noSupply,
      save,
      one: { supplier: 'Toko Jaya' },
      other: { keeper: 'Rina' },
    }
  },
  async registration(of) {
    const { client } = of
    const opened = await registrationDraft(of)
    const { id } = await client.registration.save({ id: null, registration: opened })
    const parse = (draft: Draft) => openedRegistration.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.registration.save({ id, registration: parse(draft), seen: seen && parse(seen), unchosen })
    return { subject: `pendaftaran ${id}`, opened, save, one: { quota: 3 }, other: { title: 'Gelombang 2' } }
  },
  async 'letter of a class'(of) {
    const { client } = of
    const code = await createSampleCohort(of, {})
    const parse = (draft: Draft) => cohortLetterDraft.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.letter.saveOfCohort({
        code,
        paper: 'decree-training',
        values: parse(draft),
        seen: seen && parse(seen),
        unchosen,
      })
    return {
      subject: `surat ${code} decree-training`,
      opened: emptyCohortLetter,
      save,
      one: { place: 'Aula' },
      other: { number: '800/1/2024' },
    }
  },
  async 'clock of a class'(of) {
    const { client } = of
    const code = await createSampleCohort(of, {})
    const opened = cohortClock.parse((await client.timetable.get({ code })).clock)
    const parse = (draft: Draft) => cohortClock.parse(draft)
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.timetable.setClock({ code, clock: parse(draft), seen: seen && parse(seen), unchosen })
    const { ramadan } = opened
    return {
      subject: `jam ${code}`,
      ...{ opened, save, one: { fasting: { from: '2025-03-01', until: '2025-03-29' } } },
      other: { ramadan: { ...ramadan, startTime: '08:15' } },
      third: { ...ramadan, startTime: '08:30' },
    }
  },
  async 'news of a graduate'(of) {
    const { client } = of
    const instructorId = await addInstructor(of, 'Rina', {})
    const traineeIds = await addTrainees(of, 1)
    const code = await decidedCohort(of, { instructorId, traineeIds }, { heldOn: '2025-01-09' })
    const { enrolmentId } = await enrolled(of, code, 1)
    of.setToday('2025-04-30')
    const parse = (draft: Draft) => followUpDraft.parse(draft)
    const opened = parse({
      ...{ status: 'EMPLOYED', place: 'Salon', work: 'Penata', income: null, relevant: null },
      ...{ note: '', askedOn: '2025-04-30' },
    })
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.alumni.saveFollowUp({ enrolmentId, month: 3, answer: parse(draft), seen: seen && parse(seen), unchosen })
    await save(opened, null)
    // Another person opened the form before the first answer was saved.
    const blind = client.alumni.saveFollowUp({
      enrolmentId,
      month: 3,
      answer: { ...opened, note: 'sibuk' },
      seen: 'nothing',
    })
    await rejectedAs(blind, 'changed_meanwhile')
    return {
      subject: `hubungan ${enrolmentId} 3`,
      opened,
      save,
      one: { note: 'Pindah' },
      other: { place: 'Salon Ayu' },
    }
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
    const save: Form['save'] = (draft, seen, unchosen) =>
      client.cohort.update({ code, facts: parse(draft), seen: seen && parse(seen), unchosen })
    return {
      subject: `keterangan ${code}`,
      opened,
      save,
      one: { decreeNumber: '7/2024' },
      other: { decreeSubject: 'Penetapan' },
    }
  },
}

test('a design merges changes to different blocks, and asks where both moved the same one', async () => {
  const { client } = fixture
  const base = { ...builtInDesigns.klasik, name: 'Milik balai' }
  const { id } = await client.certificateDesign.save({ id: null, design: base })
  const { design: opened } = await client.certificateDesign.get({ id })
  const [title, second] = opened.blocks
  const moved = (key: string | undefined, x: number, y?: number) => ({
    ...opened,
    blocks: opened.blocks.map(block => (block.key === key ? { ...block, x, ...(y ? { y } : {}) } : block)),
  })
  await client.certificateDesign.save({ id, design: moved(title?.key, 20), seen: opened })
  const later = { ...moved(second?.key, 30), palette: 'hitam' as const }
  expect(await client.certificateDesign.save({ id, design: later, seen: opened })).toMatchObject({
    joined: { fields: [title?.key] },
    version: 3,
  })
  const { design: both } = await client.certificateDesign.get({ id })
  expect(both).toMatchObject({ palette: 'hitam' })
  expect(both.blocks.slice(0, 2).map(block => block.x)).toEqual([20, 30])
  const clash = client.certificateDesign.save({ id, design: moved(title?.key, 25, 40), seen: opened })
  const { conflicts } = await rejectedAs(clash, 'changed_meanwhile')
  expect(conflicts).toMatchObject([{ row: title?.key, field: 'x', before: title?.x, theirs: 20, mine: 25 }])
  const chosen = [{ row: title?.key ?? '', field: 'x', theirs: 20, take: 'theirs' as const }]
  await client.certificateDesign.save({ id, design: moved(title?.key, 25, 40), seen: opened, chosen })
  expect((await client.certificateDesign.get({ id })).design.blocks[0]).toMatchObject({ x: 20, y: 40 })
})

test.each(Object.keys(forms))('a form of %s merges different fields and asks about the same one', async name => {
  const { opened, save, one, other, third: own } = await (forms[name] as (of: Fixture) => Promise<Form>)(fixture)
  await save({ ...opened, ...one }, opened)
  const [act] = await fixture.client.history.acts({ limit: 1 })
  // Another person has had the form open all the time, and is told whose change was joined.
  const joined = { fields: Object.keys(one), by: act?.operator, at: act?.at, act: act?.id }
  expect((await save({ ...opened, ...other }, opened)).joined).toEqual(joined)
  const both = { ...opened, ...one, ...other }
  expect(await save(both, both)).toMatchObject({ joined: null })
  const [field = ''] = Object.keys(other)
  const third = own ?? (typeof other[field] === 'number' ? other[field] + 1 : 'x')
  const refused = await rejectedAs(
    save({ ...both, [field]: opened[field] }, { ...both, [field]: third }),
    'changed_meanwhile',
  )
  expect(refused).toMatchObject({ conflicts: [{ field, theirs: other[field], mine: opened[field] }] })
  // A write without the seen values overwrites, like an import from Excel.
  expect(await save(opened, null)).toMatchObject({ joined: null })
  expect(await save(opened, opened)).toMatchObject({ joined: null })
})

// The clock of a class is no form: its values are chosen in their fields.
const records = Object.keys(forms).filter(name => name !== 'clock of a class')

test('every record that has a form is tried below', () => {
  expect(records).toHaveLength(Object.keys(recordKinds).length)
})

test.each(records)('what was not chosen in a form of %s is offered to those who may edit it', async name => {
  const { opened, save, other, subject } = await (forms[name] as (of: Fixture) => Promise<Form>)(fixture)
  const [field = ''] = Object.keys(other)
  const unchosen = [{ field, value: other[field] }]
  await save(opened, opened, unchosen)
  const [act] = await fixture.client.history.acts({ limit: 1 })
  const { client } = fixture
  expect(await client.desk.unchosen({ subject })).toEqual([{ ...unchosen[0], at: act?.at, by: act?.operator }])
  // Another record of the same kind, and the same graduate in another month.
  for (const another of [`${subject}9`, subject.replace(/ 3$/, ' 6')])
    if (another !== subject) expect(await client.desk.unchosen({ subject: another })).toEqual([])
  const inspector = await signedIn(fixture, 'Bima', ['inspector'])
  expect(await inspector.desk.unchosen({ subject })).toEqual([])
})
