import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brokenAuditRow } from '../../../../electron/backend/database/audit.ts'
import {
  sectionedTables,
  tablesOfPeople,
} from '../../../../electron/backend/features/rights/sections/other-records-store.ts'
import { nothingRestricted } from '../../../../shared/features/trainee/restricted.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  issueAll,
  issuedPapers,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

const scan = new File(['%PDF-1.7'], 'ktp.pdf', { type: 'application/pdf' })
const reason = 'Diminta orangnya lewat surat'
const consent = { signedOn: '2024-12-10', signer: 'SELF', guardian: '', basis: 'CONSENT' } as const

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

async function somebody(index = 0): Promise<TraineeId> {
  return (await fixture.client.trainee.save({ id: null, trainee: samplePerson(index) })).id
}

/** A graduate with data of every kind: restricted data, evidence, photo, scan, a class with marks, a certificate. */
async function graduate(): Promise<{ id: TraineeId; other: TraineeId; code: string; number: string }> {
  const { client } = fixture
  const id = await somebody()
  const [other] = await addTrainees(fixture, 1, 1)
  if (other === undefined) throw new Error('nobody')
  await client.trainee.save({
    id,
    trainee: samplePerson(0, { email: 'siti@contoh.id', emergencyName: 'Budi Kakaknya', address: 'Jl. Rahasia 7' }),
    evidence: { source: 'DTSEN', groups: ['EXTREME_POOR', 'STUNTING'], decile: 1, dataDate: '2024-10-01' },
    restricted: { ...nothingRestricted, stuntedChild: 'Rizki', bankAccount: '9988776655' },
    correction: 'Alamat pada KTP sudah berubah',
  })
  await client.trainee.setPhoto({ id, photo: 'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAg=' })
  await client.trainee.addFile({ id, kind: 'KTP', file: scan })
  await client.rights.recordConsent({ id, consent })
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const code = await decidedCohort(fixture, { instructorId, traineeIds: [id, other] }, { heldOn: '2025-01-09' })
  const [number] = await issueAll(fixture, code, '2025-01-09')
  if (number === undefined) throw new Error('nothing was issued')
  return { id, other, code, number }
}

const audit = () => JSON.stringify(fixture.audit())
const brokenRow = () => brokenAuditRow(fixture.backend.workspace.read)

describe('the copy for a person', () => {
  test('contains everything in both formats, and is recorded', async () => {
    const { id, number } = await graduate()
    const json = await fixture.client.rights.exportPerson({ id, format: 'json' })
    expect(json.name).toBe(`salinan-data-peserta-${id}.json`)
    const text = await json.text()
    const { nik, name } = samplePerson(0)
    for (const word of [nik, name, 'Jl. Rahasia 7', 'Rizki', '9988776655', 'Keluarga stunting', number, 'base64'])
      expect(text).toContain(word)
    expect(JSON.parse(text)).toMatchObject({
      'Kehadiran Tata Rias I': expect.arrayContaining([expect.objectContaining({ Kehadiran: 'Hadir' })]),
      Persetujuan: [expect.objectContaining({ Oleh: 'Peserta sendiri' })],
      Berkas: [expect.objectContaining({ Berkas: 'KTP', 'Sidik berkas': expect.stringMatching(/^[0-9a-f]{64}$/) })],
    })
    const pdf = await fixture.client.rights.exportPerson({ id, format: 'pdf' })
    const words = (await readPdf(new Uint8Array(await pdf.arrayBuffer()))).pages.map(page => page.text).join(' ')
    for (const word of ['SALINAN DATA PRIBADI', nik, 'Rizki', '9988776655']) expect(words).toContain(word)
    const rows = fixture.audit().filter(row => row.entity === 'trainee_export')
    expect(rows.map(row => JSON.parse(row.after ?? '').format)).toEqual(['json', 'pdf'])
    expect(audit()).not.toContain('9988776655')
  })

  test('covers every table that refers to a person', () => {
    const tables = new Set(tablesOfPeople(fixture.backend.workspace.read).map(row => row.name))
    expect([...tables].filter(name => !sectionedTables.has(name))).toEqual([])
    expect([...sectionedTables].filter(name => !tables.has(name))).toEqual([])
  })
})

describe('anonymising', () => {
  test('waits for the retention years of the centre, and lists the people who are due', async () => {
    const { client } = fixture
    const { id, other, number, code } = await graduate()
    expect((await rejectedAs(client.rights.anonymise({ ids: [id], reason }), 'kept_for_class')).until).toBe(
      '2035-01-08',
    )
    fixture.setToday('2035-01-08')
    expect(await client.rights.due({})).toEqual([])
    fixture.setToday('2035-01-09')
    expect(await client.rights.due({})).toMatchObject([{ since: '2035-01-08' }, { since: '2035-01-08' }])
    const [newest] = await issuedPapers(client)
    const paper = await client.certificate.file({ id: newest?.id ?? (0 as never) })
    const grid = await client.attendance.grid({ code })
    const before = await client.activity.board({ year: 2024, fundingSource: null })

    expect(await client.rights.anonymise({ ids: [id], reason: null })).toEqual({ people: 1, files: 1, left: 0 })
    expect((await client.rights.due({})).map(row => row.id)).toEqual([other])
    const person = await client.trainee.get({ id })
    expect(person).toMatchObject({
      state: 'ANONYMOUS',
      name: `Peserta dianonimkan #${id}`,
      sex: samplePerson(0).sex,
      villageCode: samplePerson(0).villageCode,
      birthDate: `${samplePerson(0).birthDate.slice(0, 4)}-01-01`,
      phone: '',
      photo: null,
      evidence: [],
      files: [],
      cohorts: [{ certificate: number, outcome: 'passed', target: { source: 'DTSEN', groups: ['EXTREME_POOR'] } }],
    })
    expect(readdirSync(join(fixture.folder, 'files'))).toEqual([])
    // Counts, marks and issued papers are unchanged.
    const marksOf = ({ rows }: typeof grid) => rows.map(({ cells }) => cells)
    expect(marksOf(await client.attendance.grid({ code }))).toEqual(marksOf(grid))
    expect(await client.activity.board({ year: 2024, fundingSource: null })).toEqual(before)
    const again = await client.certificate.file({ id: newest?.id ?? (0 as never) })
    expect(await again.text()).toBe(await paper.text())

    await rejectedAs(client.rights.anonymise({ ids: [id], reason }), 'person_anonymised')
    await rejectedAs(client.trainee.save({ id, trainee: samplePerson(0) }), 'person_anonymised')
    await rejectedAs(client.rights.exportPerson({ id, format: 'pdf' }), 'person_anonymised')
    // The NIK is free, so the same person can register again.
    await client.trainee.save({ id: null, trainee: samplePerson(0) })
  })

  test('erases the values from the audit, keeps those of other people, and keeps the chain', async () => {
    const { id, other } = await graduate()
    await fixture.client.trainee.save({ id: other, trainee: samplePerson(1, { phone: '6281311112222' }) })
    fixture.setToday('2035-01-09')
    const { nik, name } = samplePerson(0)
    expect(audit()).toContain(nik)
    const rows = fixture.audit().length
    await fixture.client.rights.anonymise({ ids: [id], reason: null })
    for (const word of [nik, name, 'Jl. Rahasia 7', 'Budi Kakaknya', 'siti@contoh.id', 'Alamat pada KTP'])
      expect(audit()).not.toContain(word)
    expect(audit()).toContain(samplePerson(1).nik)
    expect(fixture.audit()).toHaveLength(rows + 2)
    expect(brokenRow()).toBeNull()
    const history = await fixture.client.trainee.history({ id })
    expect(history.find(row => row.operation === 'trainee.save:trainee' && row.fields.length > 0)?.fields).toContain(
      'address',
    )
    // The NIK is in no table either, except in the issued paper.
    const { read } = fixture.backend.workspace
    const tables = read.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'certificate' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    const everything = tables.map(table => JSON.stringify(read.all(`SELECT * FROM "${table.name}"`))).join('')
    for (const word of [nik, name, 'Jl. Rahasia 7', 'Budi Kakaknya', 'siti@contoh.id', samplePerson(0).phone])
      expect(everything).not.toContain(word)
    // The second person shares audit rows with the first.
    await fixture.client.rights.anonymise({ ids: [other], reason: null })
    expect(audit()).not.toContain(samplePerson(1).nik)
    expect(brokenRow()).toBeNull()
    // It is nowhere in the bytes of the database file.
    await fixture.reopen()
    const raw = readFileSync(join(fixture.folder, 'balai.db'), 'latin1')
    expect(raw).not.toContain('Jl. Rahasia 7')
    expect(raw).not.toContain('9988776655')
  })

  test('a later change of an erased row is found', async () => {
    const id = await somebody()
    await fixture.client.rights.anonymise({ ids: [id], reason })
    await fixture.backend.close()
    const raw = fixture.rawDatabase()
    const erased = raw.prepare('SELECT audit_id FROM audit_erasure').pluck().get()
    raw.prepare(`UPDATE audit SET after = '{"erased":["phone"]}' WHERE id = ?`).run(erased)
    raw.close()
    await fixture.reopen()
    expect(brokenRow()).toBe(erased)
  })

  test('a person who never was in a class needs only a reason', async () => {
    const id = await somebody()
    await fixture.client.rights.freeze({ id, requestedOn: '2024-12-10', reason })
    await rejectedAs(fixture.client.rights.anonymise({ ids: [id], reason: null }), 'reason_of_request')
    await fixture.client.rights.anonymise({ ids: [id], reason })
    expect(await fixture.client.rights.get({ id })).toMatchObject({
      state: 'ANONYMOUS',
      anonymised: { ground: 'REQUEST' },
      freezes: [{ reason: '(dihapus)' }],
    })
  })

  test('several people is all or nothing, and says how long snapshots still contain them', async () => {
    const { client } = fixture
    const id = await somebody(0)
    const held = await somebody(1)
    await createSampleCohort(fixture, { traineeIds: [held] })
    await rejectedAs(client.rights.anonymise({ ids: [id, held], reason }), 'kept_for_class')
    expect((await client.rights.get({ id })).state).toBe('OPEN')
    expect(await client.rights.oldCopies({})).toEqual({ count: 0, until: null, lasting: 0 })
    await client.session.takeSnapshot({})
    expect(await client.rights.oldCopies({})).toEqual({ count: 1, until: '2025-12-01', lasting: 0 })
  })
})
