import { afterEach, beforeEach, expect, test } from 'vitest'
import { importId, type NoteId, type TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { addTrainees, createSampleCohort, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { readImport, runImport } from '../../import-steps.ts'
import { header, row, siti } from '../../people-workbook.ts'
import { signedIn } from '../../sign-in-steps.ts'

let fixture: Fixture
let siti1: TraineeId
let other: TraineeId
let code: string
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  ;[siti1, other] = (await addTrainees(fixture, 2)) as [TraineeId, TraineeId]
  code = await createSampleCohort(fixture)
})
afterEach(() => fixture.remove())

const person = () => ({ traineeId: siti1 })
const write = async (subject: { traineeId: TraineeId } | { code: string }, text: string, due: string | null) =>
  (await fixture.client.note.write({ subject, note: { text, due: due as PlainDate | null } })).id
const today = async () =>
  (await fixture.client.note.ofToday({})).map(note => [note.subject, note.text, note.done !== null])
const audit = () => JSON.stringify(fixture.audit())

test('a note is on the home page from its day until the day after it is done, and everything is in the history', async () => {
  const bring = await write(person(), 'bawa KK asli Senin', '2024-12-16')
  const keys = await write({ code }, 'bawa kunci ruang', '2024-12-16')
  await write(person(), 'lebih suka dihubungi sore', null)
  expect(await today()).toEqual([])
  fixture.setToday('2024-12-17')
  const { name } = await fixture.client.trainee.get({ id: siti1 })
  expect(await today()).toEqual([
    [name, 'bawa KK asli Senin', false],
    ['Tata Rias I', 'bawa kunci ruang', false],
  ])
  expect((await fixture.client.note.ofToday({})).map(note => note.path)).toEqual([
    `/peserta/${siti1}`,
    `/angkatan/${code}`,
  ])
  await fixture.client.note.tick({ id: bring, done: true })
  expect(await today()).toContainEqual([name, 'bawa KK asli Senin', true])
  expect(await fixture.client.note.list({ subject: person() })).toMatchObject([
    { text: 'lebih suka dihubungi sore', done: null },
    { text: 'bawa KK asli Senin', done: { by: 'Wulan Sari' } },
  ])
  await fixture.client.note.change({ id: keys, note: { text: 'kunci di satpam', due: '2024-12-20' } })
  fixture.setToday('2024-12-18')
  expect(await today()).toEqual([])
  await fixture.client.note.tick({ id: bring, done: false })
  await fixture.client.note.remove({ id: keys })
  expect(await today()).toEqual([[name, 'bawa KK asli Senin', false]])
  expect(await fixture.client.note.list({ subject: { code } })).toEqual([])
  const history = await fixture.client.trainee.history({ id: siti1 })
  expect(history.filter(act => act.operation.startsWith('note.')).map(act => act.operation)).toEqual([
    'note.tick:trainee_note',
    'note.tick:trainee_note',
    'note.write:trainee_note',
    'note.write:trainee_note',
  ])
  expect(
    fixture
      .audit()
      .filter(act => act.entity === 'cohort_note')
      .map(act => [act.operation, act.entity_id]),
  ).toEqual(['write', 'change', 'remove'].map(deed => [`note.${deed}`, code]))
})

test('refuses an invalid note with a message, and stores nothing', async () => {
  const draft = (text: string, due: string | null = null) =>
    fixture.client.note.write({ subject: person(), note: { text, due: due as PlainDate | null } })
  await expect(draft('  ')).rejects.toMatchObject({ data: { issues: [{ message: 'Wajib diisi.' }] } })
  await expect(draft('x'.repeat(201))).rejects.toMatchObject({
    data: { issues: [{ message: 'Paling panjang 200 huruf.' }] },
  })
  await expect(draft('x', '2024-02-30')).rejects.toThrow()
  expect(await rejectedAs(fixture.client.note.remove({ id: 99 as NoteId }), 'not_found')).toMatchObject({
    entity: 'quick_note',
  })
  expect(await rejectedAs(write({ code: 'XX-2024-01' }, 'x', null), 'not_found')).toMatchObject({ entity: 'cohort' })
  expect(await fixture.client.note.list({ subject: person() })).toEqual([])
})

test('notes about people are not for every role', async () => {
  const inspector = await signedIn(fixture, 'Pemeriksa', ['inspector'])
  expect(await rejectedAs(inspector.note.ofToday({}), 'not_allowed')).toMatchObject({ code: 'not_allowed' })
  const treasurer = await signedIn(fixture, 'Bendahara', ['treasurer'])
  expect(await treasurer.note.list({ subject: person() })).toEqual([])
  const note = { text: 'x', due: null }
  expect(await rejectedAs(treasurer.note.write({ subject: person(), note }), 'not_allowed')).toMatchObject({
    code: 'not_allowed',
  })
})

test('is hidden while the person is frozen, moves with a merge and its split, and is deleted when the person is anonymised', async () => {
  const id = await write(person(), 'ibunya sakit, tanya lagi', '2024-12-10')
  await fixture.client.rights.freeze({ id: siti1, requestedOn: '2024-12-10', reason: 'Diminta orangnya lewat surat' })
  expect(await today()).toEqual([])
  expect(await rejectedAs(fixture.client.note.tick({ id, done: true }), 'person_frozen')).toMatchObject({
    code: 'person_frozen',
  })
  await fixture.client.rights.thaw({ id: siti1, reason: 'Diminta orangnya kembali' })
  expect(await today()).toHaveLength(1)

  const json = await (await fixture.client.rights.exportPerson({ id: siti1, format: 'json' })).text()
  expect(JSON.parse(json)['Catatan singkat']).toMatchObject([{ Catatan: 'ibunya sakit, tanya lagi' }])

  const { mergeId } = await fixture.client.duplicate.merge({ survivorId: other, awayId: siti1, taken: [] })
  expect(await fixture.client.note.list({ subject: { traineeId: other } })).toHaveLength(1)
  await fixture.client.duplicate.split({ mergeId })
  expect(await fixture.client.note.list({ subject: { traineeId: other } })).toEqual([])

  expect(audit()).toContain('ibunya sakit')
  await fixture.client.rights.anonymise({ ids: [siti1], reason: 'Diminta orangnya lewat surat' })
  expect(audit()).not.toContain('ibunya sakit')
  expect(await fixture.client.note.list({ subject: person() })).toEqual([])
})

test('the remark of a list becomes a note once, where chosen, and is deleted when the import is undone', async () => {
  const lines = [
    [...header, 'Ket'],
    [...row(), 'KK masih\nfotokopi'],
  ]
  const read = await readImport(fixture, lines)
  expect(read.columns.at(-1)).toMatchObject({ title: 'Ket', field: null })
  const columns = read.columns.map(({ index, title, field }) => ({
    index,
    field: title === 'Ket' ? ('remark' as const) : field,
  }))
  const { id } = await runImport(fixture, lines, [], { columns })
  const found = await fixture.client.trainee.byNik({ nik: siti })
  const subject = { traineeId: found?.id as TraineeId }
  expect(await fixture.client.note.list({ subject })).toMatchObject([{ text: 'KK masih fotokopi', due: null }])
  expect(await today()).toEqual([])

  const again = await readImport(fixture, lines, { columns })
  expect(again.rows).toMatchObject([{ note: 'Sama persis, tidak ada yang diubah', remark: '' }])
  expect(await runImport(fixture, lines, [], { columns })).toMatchObject({ id: null })
  const more = [lines[0] ?? [], [...row(), 'datang hari Kamis']]
  const second = await runImport(fixture, more, [], { columns })
  expect(second).toMatchObject({ counts: { matched: 1 }, rows: [{ reason: 'keterangannya menjadi catatan' }] })
  await fixture.client.import.undo({ id: importId.parse(second.id) })
  expect(await fixture.client.note.list({ subject })).toHaveLength(1)

  const byHand = await write(subject, 'sudah ditelepon', null)
  expect((await fixture.client.import.receipt({ id: importId.parse(id) })).holds).toEqual([
    expect.stringMatching(/sudah punya catatan$/),
  ])
  await fixture.client.note.remove({ id: byHand })
  await fixture.client.import.undo({ id: importId.parse(id) })
  expect(await fixture.client.trainee.byNik({ nik: siti })).toBeNull()
})

test('the database refuses a note about nobody, about two, too long, or done by nobody', async () => {
  await write(person(), 'satu', null)
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  const refuses = (columns: string, values: string) =>
    expect(
      () => raw.exec(`INSERT INTO quick_note (${columns}, recorded_at, recorded_by) VALUES (${values}, '', '')`),
      values,
    ).toThrow()
  refuses('text', "'x'")
  refuses('trainee_id, cohort_id, text', "1, 1, 'x'")
  refuses('trainee_id, text', "1, ' '")
  refuses('trainee_id, text', `1, '${'x'.repeat(201)}'`)
  refuses('trainee_id, text, due', "1, 'x', '2024-02-30'")
  refuses('trainee_id, text, done_at', "1, 'x', '2024-12-10T08:00:00'")
  refuses('cohort_id, text, import_id', "1, 'x', 1")
  expect(() => raw.exec("UPDATE quick_note SET recorded_by = 'x'")).toThrow('append_only')
  raw.close()
})
