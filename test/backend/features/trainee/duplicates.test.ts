import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { movedTables } from '../../../../electron/backend/features/duplicate/merge-store.ts'
import { likenessReasons } from '../../../../shared/features/trainee/name/likeness.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { likeness } from '../../../likeness.ts'
import {
  addInstructor,
  createSampleCohort,
  decidedCohort,
  enrolled,
  issueAll,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { oneDigitOff } from '../../contract-inputs.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const jpeg = (byte: string) => `data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA${byte}=`

async function add(trainee: TraineeDraft): Promise<TraineeId> {
  return (await fixture.client.trainee.save({ id: null, trainee })).id
}

/** The first sample person twice; the second record has a mistyped NIK and data that the desk learned later. */
async function twins(changes: Partial<TraineeDraft> = {}) {
  const right = samplePerson(0)
  const first = await add(right)
  const second = await add({
    ...right,
    nik: oneDigitOff(right.nik),
    phone: '6281999999999',
    email: 'baru@contoh.id',
    ...changes,
  })
  return { first, second, right }
}

/** All data of all people except the history, to compare before and after. */
function everything(): unknown {
  const { read } = fixture.backend.workspace
  const tables = read
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    // Without search indexes, which keep words once added, and without row seals.
    .filter(
      ({ name }) =>
        !/^(audit|history_day|seen_person|row_seal|seal_root|name_word)$|^(trainee|certificate)_search/.test(name),
    )
  return tables.map(({ name }) => [name, read.all(`SELECT * FROM ${name}`)])
}

const pdf = () => new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' })

describe('candidates', () => {
  test('come with reasons, likeliest first; weak candidates are separate', async () => {
    const { first, second, right } = await twins()
    const stranger = await add(
      samplePerson(1, { nik: oneDigitOff(oneDigitOff(right.nik)), birthDate: right.birthDate }),
    )
    const rows = await fixture.client.duplicate.list({ view: 'likely', limit: 10, offset: 0 })
    expect(rows.map(row => [row.first.id, row.second.id, row.reasons])).toEqual([
      [first, second, ['nik_one_digit', 'same_name_and_birth']],
    ])
    expect(rows[0]?.first.maskedNik).toContain('******')
    const near = await fixture.client.duplicate.list({ view: 'near', limit: 10, offset: 0 })
    expect(near.map(row => [row.first.id, row.second.id])).toContainEqual([second, stranger])
    expect(await fixture.client.duplicate.counts({})).toMatchObject({ likely: 1, different: 0, merged: 0 })
  })

  test('follow corrections', async () => {
    const { second } = await twins()
    await fixture.client.trainee.save({ id: second, trainee: samplePerson(7) })
    expect(await fixture.client.duplicate.list({ view: 'likely', limit: 10, offset: 0 })).toEqual([])
  })

  test('are exactly those of the rule, for any people in any order', async () => {
    const digit = fc.constantFrom('0', '1', '2')
    const nik = fc
      .tuple(digit, digit, digit, digit)
      .map(([a, b, c, d]) => `36711${a}12059${b}00${c}${d}`)
      // No NIK ends in 0000.
      .filter(one => !one.endsWith('0000'))
    const drawn = fc.record({
      nik,
      name: fc.constantFrom('Siti Rahayu', "Siti Nur'aini", 'SITI RAHAYU', 'Ani "Nur" Rahayu', 'Al', 'Budi'),
      birthDate: fc.constantFrom('1990-05-12' as const, '1991-05-12' as const),
      familyCard: fc.constantFrom('', '3671130101150001'),
      phone: fc.constantFrom('', '6281234567890'),
    })
    type Drawn = Pick<TraineeDraft, 'nik' | 'name' | 'birthDate' | 'familyCard' | 'phone'>
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(drawn, { selector: one => one.nik, minLength: 2, maxLength: 9 }),
        async people => {
          const other = openFixture()
          try {
            await setUp(other)
            const rows = people.map(one => samplePerson(0, one as Drawn))
            const { all } = await other.client.trainee.importRows({ fileName: 'a.xlsx', rows })
            const wanted = rows.flatMap((a, i) =>
              rows.flatMap((b, j) =>
                i < j && likenessReasons(a, b).length > 0
                  ? [{ first: all[i], second: all[j], likeness: likeness(a, b) }]
                  : [],
              ),
            )
            const stored = other.backend.workspace.read.all(
              'SELECT first_id AS first, second_id AS second, likeness FROM possible_double ORDER BY first_id, second_id',
            )
            expect(stored).toEqual(wanted)
          } finally {
            await other.remove()
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('"bukan orang yang sama" is remembered in both directions, with person and time, and can be undone', async () => {
    const { first, second } = await twins()
    await fixture.client.duplicate.setDifferent({ firstId: second, secondId: first })
    expect(await fixture.client.duplicate.counts({})).toMatchObject({ likely: 0, different: 1 })
    const [row] = await fixture.client.duplicate.list({ view: 'different', limit: 10, offset: 0 })
    expect(row).toMatchObject({ first: { id: first }, second: { id: second }, decided: { at: '2024-12-10T08:00:00' } })
    expect(row?.decided?.by).not.toBe('')
    await fixture.client.trainee.save({
      id: second,
      trainee: { ...samplePerson(0), nik: oneDigitOff(samplePerson(0).nik) },
    })
    await fixture.reopen()
    expect(await fixture.client.duplicate.counts({})).toMatchObject({ likely: 0, different: 1 })
    await fixture.client.duplicate.undoDifferent({ firstId: first, secondId: second })
    expect(await fixture.client.duplicate.counts({})).toMatchObject({ likely: 1, different: 0 })
    await rejectedAs(fixture.client.duplicate.undoDifferent({ firstId: first, secondId: second }), 'not_found')
  })
})

describe('merge and split', () => {
  test('moves all data to one record, and the split restores it exactly', async () => {
    const { client } = fixture
    const { first, second, right } = await twins()
    await client.trainee.save({
      id: second,
      trainee: { ...right, nik: oneDigitOff(right.nik), phone: '6281999999999', email: 'baru@contoh.id' },
      evidence: { source: 'DTSEN', groups: ['POOR', 'STUNTING'], decile: 2, dataDate: '2024-10-01' },
      restricted: {
        stuntedChild: 'Rizki',
        disability: null,
        disabilityNeeds: '',
        bankName: 'Bank',
        bankAccount: '12',
        bankHolder: 'S',
      },
    })
    await client.trainee.save({
      id: first,
      trainee: right,
      restricted: {
        stuntedChild: '',
        disability: null,
        disabilityNeeds: '',
        bankName: 'Lain',
        bankAccount: '99',
        bankHolder: 'T',
      },
    })
    await client.trainee.setPhoto({ id: first, photo: jpeg('g') })
    await client.trainee.setPhoto({ id: second, photo: jpeg('k') })
    await client.trainee.addFile({ id: second, kind: 'KTP', file: pdf() })
    const stranger = await add(samplePerson(3))
    await client.duplicate.setDifferent({ firstId: second, secondId: stranger })
    const code = await createSampleCohort(fixture, { traineeIds: [second] })
    const consent = { signedOn: '2024-12-09', signer: 'SELF', guardian: '', basis: 'CONSENT' } as const
    await client.rights.recordConsent({ id: second, consent })
    const before = everything()

    const taken = ['nik', 'phone', 'email', 'photo'] as const
    const { mergeId } = await client.duplicate.merge({ survivorId: first, awayId: second, taken: [...taken] })
    const one = await client.trainee.get({ id: first })
    expect(one).toMatchObject({
      nik: oneDigitOff(right.nik),
      name: right.name,
      phone: '6281999999999',
      email: 'baru@contoh.id',
    })
    expect(one.photo).toBe(jpeg('k'))
    expect(one.evidence.map(row => row.source)).toEqual(['DTSEN'])
    expect(one.files.map(row => row.kind)).toEqual(['KTP'])
    expect(one.cohorts.map(row => row.code)).toEqual([code])
    const shown = await client.trainee.showRestricted({ id: first })
    expect(shown).toMatchObject({ stuntedChild: 'Rizki', bankName: 'Lain', bankAccount: '99', bankHolder: 'T' })
    // The old NIK and the old address lead to the surviving record.
    expect((await client.trainee.get({ id: second })).id).toBe(first)
    expect((await client.trainee.byNik({ nik: right.nik }))?.id).toBe(first)
    expect((await client.trainee.list({ search: right.name, limit: 10, offset: 0 })).total).toBe(1)
    await rejectedAs(client.trainee.save({ id: null, trainee: right }), 'nik_taken')
    expect(await client.duplicate.merges({ limit: 10, offset: 0 })).toMatchObject([
      { id: mergeId, survivor: { id: first }, away: { name: right.name } },
    ])
    expect(await client.duplicate.counts({})).toMatchObject({ likely: 0, different: 1, merged: 1 })
    // A search for the dropped NIK finds the survivor: whole, masked, by its last digits, together with a name.
    const gone = oneDigitOff(right.nik)
    for (const text of [gone, maskNik(gone), gone.slice(-6), `${right.name.split(' ')[0]} ${gone}`]) {
      const { hits } = await client.home.search({ text })
      expect(hits, text).toContainEqual(expect.objectContaining({ title: right.name }))
    }
    const newcomer = await add(samplePerson(9))
    expect(newcomer).toBeGreaterThan(second)
    fixture.backend.workspace.transaction(() =>
      fixture.backend.workspace.write.run('DELETE FROM trainee WHERE id = ?', [newcomer]),
    )

    expect(await client.duplicate.split({ mergeId })).toEqual({ survivorId: first, awayId: second })
    expect(everything()).toEqual(before)
    expect(JSON.stringify(fixture.audit())).not.toMatch(/Rizki|"bankAccount":"\d/)
    const entities = fixture
      .audit()
      .filter(row => row.operation === 'duplicate.merge')
      .map(row => row.entity)
    expect(entities).toEqual(['trainee', 'trainee_merge', 'trainee_photo', 'trainee_restricted'])
  })

  test('keep later corrections', async () => {
    const { client } = fixture
    const { first, second, right } = await twins()
    const { mergeId } = await client.duplicate.merge({ survivorId: first, awayId: second, taken: ['phone', 'email'] })
    await client.trainee.save({ id: first, trainee: { ...right, phone: '6281777777777', email: 'baru@contoh.id' } })
    await client.duplicate.split({ mergeId })
    expect(await client.trainee.get({ id: first })).toMatchObject({ phone: '6281777777777', email: right.email })
    expect(await client.trainee.get({ id: second })).toMatchObject({ phone: '6281999999999', email: 'baru@contoh.id' })
  })

  test('of three records can be split one by one', async () => {
    const { client } = fixture
    const { first, second, right } = await twins()
    const third = await add({ ...right, nik: oneDigitOff(oneDigitOff(right.nik)), address: 'Jl. Lain' })
    const before = everything()
    const one = await client.duplicate.merge({ survivorId: second, awayId: first, taken: ['nik'] })
    const two = await client.duplicate.merge({ survivorId: third, awayId: second, taken: ['nik'] })
    expect((await client.trainee.get({ id: first })).id).toBe(third)
    expect(await rejectedAs(client.duplicate.split({ mergeId: one.mergeId }), 'merged_later')).toMatchObject({
      name: right.name,
    })
    await client.duplicate.split({ mergeId: two.mergeId })
    await client.duplicate.split({ mergeId: one.mergeId })
    expect(everything()).toEqual(before)
  })

  test('is refused with a message where a class has both, or two of their classes overlap', async () => {
    const { client } = fixture
    const { first, second } = await twins()
    await createSampleCohort(fixture, { traineeIds: [first, second] })
    const domainError = await rejectedAs(
      client.duplicate.merge({ survivorId: first, awayId: second, taken: [] }),
      'both_in_class',
    )
    const { obstacle } = await client.duplicate.compare({ firstId: first, secondId: second })
    expect(obstacle).toMatchObject({ code: 'both_in_class', cohort: domainError.cohort })
    const other = await add({ ...samplePerson(0), nik: oneDigitOff(oneDigitOff(samplePerson(0).nik)) })
    await createSampleCohort(fixture, { number: 2, traineeIds: [other] })
    await rejectedAs(client.duplicate.merge({ survivorId: first, awayId: other, taken: [] }), 'trainee_busy')
    await rejectedAs(client.duplicate.split({ mergeId: 7 as never }), 'not_found')
  })

  test('never gives one person modal kerja twice', async () => {
    const { client } = fixture
    const { first, second } = await twins({ villageCode: samplePerson(1).villageCode })
    expect(samplePerson(1).villageCode).not.toBe(samplePerson(0).villageCode)
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const aids = []
    for (const [index, traineeId] of [first, second].entries()) {
      const start = (['2024-12-16', '2025-01-20'] as const)[index] ?? '2025-01-20'
      const heldOn = (['2025-01-09', '2025-02-28'] as const)[index] ?? '2025-02-28'
      const draft = { number: index + 1, start, instructorId, traineeIds: [traineeId] }
      const code = await decidedCohort(fixture, draft, { heldOn })
      const { enrolmentId } = await enrolled(fixture, code, 1)
      aids.push(await client.aid.propose({ budgetYear: 2025, enrolmentId, amount: 20_000_000, proposedOn: heldOn }))
    }
    const merge = () => client.duplicate.merge({ survivorId: first, awayId: second, taken: [] })
    expect(await rejectedAs(merge(), 'both_have_aid')).toMatchObject({ years: [2025, 2025] })
    const step = { state: 'CANCELLED', on: '2025-02-28', reason: 'Orang yang sama' } as const
    await client.aid.step({ id: aids[1]?.id ?? (0 as never), step })
    await merge()
  })

  test('never makes an issued paper name another person', async () => {
    const { client } = fixture
    const { first, second, right } = await twins({ name: 'Siti Rahayu Ningsi', birthDate: '1990-05-13' })
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const code = await decidedCohort(fixture, { instructorId, traineeIds: [first] }, { heldOn: '2025-01-09' })
    const [number] = await issueAll(fixture, code, '2025-01-09')
    const wrong = client.duplicate.merge({ survivorId: first, awayId: second, taken: ['name'] })
    expect(await rejectedAs(wrong, 'certificate_says')).toMatchObject({ number, name: right.name })
    // In the other direction name and birth date of the paper are taken over.
    const { mergeId } = await client.duplicate.merge({
      survivorId: second,
      awayId: first,
      taken: ['name', 'birthDate'],
    })
    expect((await client.trainee.get({ id: second })).cohorts).toMatchObject([{ certificate: number }])
    await client.duplicate.split({ mergeId })
    expect((await client.trainee.get({ id: first })).cohorts).toMatchObject([{ certificate: number }])
  })

  test('cannot be split once a paper was issued to the merged person', async () => {
    const { client } = fixture
    const { first, second } = await twins({ name: 'Siti Rahayu Ningsi' })
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const code = await decidedCohort(fixture, { instructorId, traineeIds: [second] }, { heldOn: '2025-01-09' })
    const { mergeId } = await client.duplicate.merge({ survivorId: first, awayId: second, taken: [] })
    const [number] = await issueAll(fixture, code, '2025-01-09')
    expect(await rejectedAs(client.duplicate.split({ mergeId }), 'certificate_since_merge')).toMatchObject({ number })
  })

  test('cannot be split once a place depends on evidence of the other, or the NIK is taken', async () => {
    const { client } = fixture
    const { first, second, right } = await twins()
    const evidence = {
      source: 'SKTM' as const,
      groups: ['POOR' as const],
      decile: null,
      dataDate: '2024-10-01' as const,
    }
    await client.trainee.save({ id: second, trainee: { ...right, nik: oneDigitOff(right.nik) }, evidence })
    const { mergeId } = await client.duplicate.merge({ survivorId: first, awayId: second, taken: ['nik'] })
    const code = await createSampleCohort(fixture, { traineeIds: [first] })
    await rejectedAs(client.duplicate.split({ mergeId }), 'evidence_used_since_merge')
    const [place] = await client.cohort.trainees({ code })
    if (!place) throw new Error('nobody is there')
    await client.cohort.unenrol({ enrolmentId: place.enrolmentId })
    await client.trainee.save({ id: first, trainee: { ...right, nik: '3671070101800001' } })
    await add({ ...samplePerson(5), nik: oneDigitOff(right.nik) })
    const domainError = await rejectedAs(client.duplicate.split({ mergeId }), 'nik_taken_since_merge')
    expect(domainError.name).toBe(samplePerson(5).name)
  })
})

test('is refused for a frozen person, and cannot be split after anonymising', async () => {
  const { client } = fixture
  const { first, second, right } = await twins()
  await client.rights.freeze({ id: second, requestedOn: '2024-12-09', reason: 'Diminta orangnya lewat surat' })
  const merge = () => client.duplicate.merge({ survivorId: first, awayId: second, taken: ['nik'] })
  await rejectedAs(merge(), 'person_frozen')
  await client.rights.thaw({ id: second, reason: 'Diminta orangnya lewat surat' })
  const { mergeId } = await merge()
  await client.rights.anonymise({ ids: [first], reason: 'Diminta orangnya lewat surat' })
  await rejectedAs(client.duplicate.split({ mergeId }), 'person_anonymised')
  expect(JSON.stringify(everything())).not.toContain(right.nik)
})

test('a merge handles every table that refers to a trainee', () => {
  const handledSeparately = [
    'trainee_photo',
    'trainee_restricted',
    'possible_double',
    'different_people',
    'trainee_merge',
    // Anonymised people cannot be merged: assertUsable.
    'trainee_anonymity',
  ]
  const { read } = fixture.backend.workspace
  const referring = read
    .all<{ name: string }>(
      `SELECT DISTINCT tables.name FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS key
       WHERE tables.type = 'table' AND key."table" = 'trainee' ORDER BY tables.name`,
    )
    .map(({ name }) => name)
  expect(referring).toEqual([...movedTables.map(({ table }) => table), ...handledSeparately].toSorted())
})
