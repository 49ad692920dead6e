import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '../../../../electron/cli/command-line.ts'
import type { OfficeFormKey } from '../../../../shared/facts/paper-key.ts'
import { nearest } from '../../../../shared/features/office-form/check-tokens.ts'
import { formTokens } from '../../../../shared/features/office-form/form-tokens.ts'
import { formSubjects } from '../../../../shared/features/office-form/office-form.ts'
import { addInstructor, addTrainees, createSampleCohort, enrolled, samplePerson, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { asFile, excelCells, excelFile, paragraph, table, wordFile, wordText } from '../../office/office-files.ts'
import { openRegistration } from '../../registration-steps.ts'

let fixture: Fixture
let code: string
let instructorId: Awaited<ReturnType<typeof addInstructor>>
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 3) })
})
afterAll(() => fixture.remove())

const bytesOf = async (file: { arrayBuffer(): Promise<ArrayBuffer> }) => new Uint8Array(await file.arrayBuffer())
const forms = () => fixture.client.officeForm
const letter = (words: string, margin = '') =>
  asFile('surat.docx', wordFile({ body: paragraph(words), header: margin }))
const add = async (title: string, subject: (typeof formSubjects)[number], file: File) =>
  (await forms().add({ title, subject, file })).key

test('a file with unknown tokens is refused: each is named with its place and the likely token', async () => {
  const file = asFile(
    'nominatif.docx',
    wordFile({
      body: `${paragraph('{kode_kelaz}')}${table(['{#peserta}{nma}', '{pos_kode}{/peserta}'])}${paragraph('{nama} {#hari}{tanggal}')}`,
    }),
  )
  const { problems } = await forms().check({ subject: 'COHORT', file })
  expect(problems.map(({ token, place, suggestion }) => [token, place.split(':')[0], suggestion])).toEqual([
    ['{kode_kelaz}', 'paragraf 1', '{kode_kelas}'],
    ['{nma}', 'tabel 1 baris 1 kolom 1', '{nama}'],
    ['{pos_kode}', 'tabel 1 baris 1 kolom 2', null],
    ['{nama}', 'paragraf 3', null],
    ['{#hari}', 'paragraf 3', '{/hari}'],
  ])
  expect(problems.at(-2)?.words).toBe('hanya di antara {#peserta} dan {/peserta}')
  expect(await rejectedAs(forms().add({ title: 'Nominatif', subject: 'COHORT', file }), 'form_wrong')).toMatchObject({
    count: 5,
  })
  expect(await forms().list({})).toEqual([])
})

test('a form of a class is filled, versioned, reset and retired, and is in the checklist and the print log', async () => {
  const key = await add('Daftar kota', 'COHORT', letter('{kode_kelas}{#peserta}; {no} {nama_kapital} {nik}{/peserta}'))
  expect(key).toBe('kantor-daftar-kota')
  const made = await forms().make({ key, code })
  const [first, second] = [samplePerson(0), samplePerson(1)]
  const text = wordText(await bytesOf(made.file))
  expect(text).toContain(`${code}; 1 ${first.name.toUpperCase()} ${first.nik.slice(0, 6)}`)
  expect(text).toContain(`2 ${second.name.toUpperCase()}`)
  // The middle of the NIK is hidden, as the paper rules say.
  expect(text).not.toContain(first.nik)
  await forms().record({ key, code, version: made.version, drawnFrom: made.drawnFrom })
  const row = async () => (await fixture.client.folder.get({ code })).rows.find(one => one.key === key)
  expect(await row()).toMatchObject({
    section: 'Formulir kantor',
    state: 'PRINTED',
    printed: { times: 1, changed: [] },
  })
  expect(await fixture.client.print.log({ code, key })).toMatchObject([{ way: 'FILE', formVersion: 1, size: null }])
  const { traineeId } = await enrolled(fixture, code, 1)
  const { trainee } = await fixture.client.trainee.get({ id: traineeId }).then(found => ({ trainee: found }))
  expect(trainee.name).toBe(first.name)

  await forms().replace({ key, basedOn: 1, file: letter('Kelas {kode_kelas}') })
  expect((await row())?.printed?.changed).toEqual(['other'])
  await rejectedAs(forms().replace({ key, basedOn: 1, file: letter('{tahun}') }), 'form_changed')
  const workbook = asFile('a.xlsx', excelFile({ rows: '' }))
  await rejectedAs(forms().replace({ key, basedOn: 2, file: workbook }), 'form_other_kind')
  expect(await forms().restore({ key, version: 1 })).toMatchObject({ version: 3, restoredFrom: 1 })
  expect((await forms().versions({ key })).map(one => one.version)).toEqual([3, 2, 1])
  expect(wordText(await bytesOf(await forms().template({ key, version: 2 })))).toContain('Kelas {kode_kelas}')

  await rejectedAs(
    forms().add({ title: 'DAFTAR KOTA', subject: 'COHORT', file: letter('{tahun}') }),
    'form_title_taken',
  )
  await forms().change({ key, title: 'Daftar kota', retired: true })
  await rejectedAs(forms().make({ key, code }), 'form_retired')
  // It was printed, so the file of the class still lists it.
  expect(await row()).toMatchObject({ waitsFor: 'Formulir ini tidak dipakai lagi.' })
})

test('a form of a person is one document for all, separate files where its header names the person, or one for a single person', async () => {
  const plain = await add(
    'Surat orang',
    'PERSON',
    letter('Untuk {nama}, {umur} tahun, kelas {kode_kelas} {qr}', '{nama_balai}'),
  )
  const all = await forms().make({ key: plain, code })
  expect(all.file.name).toMatch(/\.docx$/)
  const xml = wordText(await bytesOf(all.file))
  for (const index of [0, 1, 2]) expect(xml).toContain(`Untuk ${samplePerson(index).name}, `)
  expect(Object.keys(unzipSync(await bytesOf(all.file))).filter(path => path.startsWith('word/media/'))).toHaveLength(3)

  const named = await add('Surat kop', 'PERSON', letter('Isi', '{nama}'))
  const archive = unzipSync(await bytesOf((await forms().make({ key: named, code })).file))
  expect(Object.keys(archive)).toEqual([0, 1, 2].map(index => `Surat kop ${samplePerson(index).name}.docx`))

  const { traineeId } = await enrolled(fixture, code, 2)
  const one = await forms().make({ key: plain, traineeId })
  expect(one.file.name).toBe(`Surat orang ${samplePerson(1).name}.docx`)
  expect(wordText(await bytesOf(one.file))).not.toContain(samplePerson(0).name)
  const [newcomer] = await addTrainees(fixture, 1, 9)
  if (!newcomer) throw new Error('nobody came')
  const early = await forms().make({ key: plain, traineeId: newcomer })
  expect(wordText(await bytesOf(early.file))).toContain('kelas ……………')
  await rejectedAs(forms().make({ key: plain, instructorId }), 'form_other_subject')
})

test('unmasked numbers are only for people who may open them, and are recorded', async () => {
  const key = await add(
    'NIK lengkap',
    'COHORT',
    asFile(
      'nik.xlsx',
      excelFile({
        rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
        strings: ['{#peserta}{no}', '{nik_lengkap}{/peserta}'],
      }),
    ),
  )
  const cells = excelCells(await bytesOf((await forms().make({ key, code })).file))
  expect([cells.A1, cells.B1, cells.B3]).toEqual(['1', samplePerson(0).nik, samplePerson(2).nik])
  expect(fixture.audit().at(-1)).toMatchObject({
    operation: 'officeForm.make',
    after: expect.stringContaining('nik_lengkap'),
  })
})

test('forms of a registration and of an instructor use their data', async () => {
  const registrationId = await openRegistration(fixture)
  const list = await add(
    'Pendaftar',
    'REGISTRATION',
    letter('{pendaftaran}, {daya_tampung} tempat{#pendaftar}{nama}{/pendaftar}'),
  )
  const { title, quota } = await fixture.client.registration.get({ id: registrationId })
  expect(wordText(await bytesOf((await forms().make({ key: list, registrationId })).file))).toContain(
    `${title}, ${quota} tempat`,
  )
  const about = await add('Instruktur', 'INSTRUCTOR', letter('{nama}{#kelas}; {kode}{/kelas}'))
  expect(wordText(await bytesOf((await forms().make({ key: about, instructorId })).file))).toContain(
    `Rina Marliana, S.Pd.; ${code}`,
  )
})

test('every token of the list can be filled, and a similar name is suggested', async () => {
  const class1 = [...formTokens.COHORT].map(({ name, kind, fields = [] }) =>
    kind === 'list'
      ? `{#${name}}${fields.map(one => (one.kind === 'condition' ? `{#${one.name}}x{/${one.name}}` : `{${one.name}}`)).join('|')}{/${name}}`
      : kind === 'condition'
        ? `{#${name}}x{/${name}}`
        : `{${name}}`,
  )
  const key = await add('Semua token', 'COHORT', letter(class1.join('; ').replaceAll('|', ' ')))
  const { file } = await forms().make({ key, code })
  expect(wordText(await bytesOf(file))).not.toMatch(/undefined|\[object|[{}]/)
  expect(nearest('tgl_lahir', formTokens.PERSON)?.name).toBe('tanggal_lahir')
  expect(nearest('Nama Lengkap', formTokens.PERSON)?.name).toBe('nama')
  expect(nearest('xyz', formTokens.PERSON)).toBeNull()
  for (const subject of formSubjects)
    for (const { example, explanation } of formTokens[subject]) expect([example, explanation]).not.toContain('')
})

test('the command line checks, adds, lists and writes a form', async () => {
  const root = fixture.folder
  await fixture.backend.close()
  const path = join(root, 'form.docx')
  const { writeFileSync } = await import('node:fs')
  const run = async (...args: string[]) => {
    let output = ''
    const exit = await runCommandLine(
      [...args, '--data', root, '--json'],
      { write: text => (output += text) },
      { write: () => 0 },
    )
    return { exit, json: JSON.parse(output) }
  }
  writeFileSync(path, wordFile({ body: paragraph('{kode_klas}') }))
  expect(await run('form', '--check', path, '--subject', 'kelas')).toMatchObject({
    exit: 1,
    json: { problems: [{ token: '{kode_klas}', suggestion: '{kode_kelas}' }] },
  })
  writeFileSync(path, wordFile({ body: paragraph('Kelas {kode_kelas}') }))
  const added = await run('form', '--add', path, '--subject', 'kelas', '--title', 'Lembar kelas')
  expect(added).toMatchObject({ exit: 0, json: { key: 'kantor-lembar-kelas', version: 1 } })
  const key: OfficeFormKey = added.json.key
  const listed = await run('papers', '--cohort', code, '--list')
  expect(listed.json).toContainEqual({ key, title: 'Lembar kelas' })
  const written = await run('papers', '--cohort', code, '--paper', key, '--out', join(root, 'out'))
  expect(written.json).toEqual([expect.objectContaining({ key, file: `${key}-${code}.docx`, pages: null })])
  expect(wordText(new Uint8Array(readFileSync(join(root, 'out', `${key}-${code}.docx`))))).toContain(`Kelas ${code}`)
})

test('a version of a form never changes, and the print log records the version', () => {
  const db = fixture.rawDatabase()
  const refused = (sql: string) => expect(() => db.exec(sql), sql)
  refused("UPDATE office_form_version SET file_name = 'x.docx'").toThrow(/append_only/)
  refused('DELETE FROM office_form_version').toThrow(/append_only/)
  refused(
    `INSERT INTO office_form_version (form_key, version, file_name, content, tokens, saved_at, saved_by)
     SELECT key, 99, 'x.docx', x'50', '[]', '', '' FROM office_form LIMIT 1`,
  ).toThrow(/follow one another/)
  refused("INSERT INTO office_form VALUES ('schedule', 'X', 'COHORT', 'docx', 0)").toThrow(/CHECK/)
  const printed = (way: string, version: string, size: string) =>
    `INSERT INTO print_log (cohort_id, paper_key, way, form_version, plan_version, digests, size, printer, copies, page_range, pages,
       printed_at, printed_by)
     SELECT id, 'kantor-x', '${way}', ${version}, 1, '{}', ${size}, '', 1, '', ${size === 'NULL' ? 'NULL' : '1'}, '', '' FROM cohort LIMIT 1`
  refused(printed('FILE', 'NULL', 'NULL')).toThrow(/CHECK/)
  refused(printed('PDF', '1', "'A4'")).toThrow(/CHECK/)
  refused(printed('FILE', '1', 'NULL')).not.toThrow()
  db.close()
})
