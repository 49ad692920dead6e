import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Design, designSchema } from '../../../../shared/features/certificate-design/design.ts'
import { readDesignFile } from '../../../../shared/features/certificate-design/design-file.ts'
import { klasik } from '../../../../shared/features/certificate-design/klasik.ts'
import type { DesignId, OfficerId, TraineeId } from '../../../../shared/ids.ts'
import { inkShare, readPdf } from '../../../papers/read-pdf.ts'
import { addInstructor, addTrainees, decidedCohort, enrolled, setUp, setUpAnew } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'
import { pngOf } from '../../pictures.ts'

let fixture: Fixture
let code: string
let people: TraineeId[]
let officerId: OfficerId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  people = await addTrainees(fixture, 3)
  code = await decidedCohort(
    fixture,
    { start: '2024-12-02', instructorId, traineeIds: people },
    { heldOn: '2024-12-20' },
  )
  const [officer] = (await fixture.client.centre.get({})).officers
  if (!officer) throw new Error('nobody signs')
  officerId = officer.id
})
afterEach(() => fixture.remove())

const designs = () => fixture.client.certificateDesign
const idOf = async (name: string) => {
  const row = (await designs().list({})).designs.find(one => one.name === name)
  if (!row) throw new Error(`no design ${name}`)
  return row.id
}

/** Klasik under another name, with the name of the holder moved. */
function moved(name: string, down = 0): Design {
  return {
    ...klasik,
    name,
    blocks: klasik.blocks.map(block => (block.key === 'nama' ? { ...block, y: block.y + down } : block)),
  }
}

const picture = (red: number) => Buffer.from(pngOf(red, 60, 40).split(',')[1] ?? '', 'base64')

async function issue(position: number) {
  const { enrolmentId } = await enrolled(fixture, code, position)
  const request = { code, kind: 'certificate' as const, issuedOn: '2024-12-20' as const, officerId }
  const { issued } = await fixture.client.certificate.issue({ ...request, enrolmentIds: [enrolmentId] })
  const [paper] = issued
  if (!paper) throw new Error('nothing issued')
  return paper.id
}

async function bytesOf(file: Promise<Blob>): Promise<Uint8Array> {
  return new Uint8Array(await (await file).arrayBuffer())
}

async function textOf(file: Promise<Blob>): Promise<string> {
  return (await readPdf(await bytesOf(file))).pages.map(page => page.text).join('\n')
}

test('a centre begins with Klasik, Modern and Polos, and issues with Klasik', async () => {
  const { designs: rows, choices } = await designs().list({})
  expect(rows.map(row => [row.name, row.builtIn, row.version])).toEqual([
    ['Klasik', 'klasik', 0],
    ['Modern', 'modern', 0],
    ['Polos', 'polos', 0],
  ])
  expect(choices).toEqual([])
  await issue(1)
  const [first] = (await designs().list({})).designs
  expect(first).toMatchObject({ version: 1, issued: 1 })
  await issue(2)
  expect((await designs().list({})).designs[0]).toMatchObject({ version: 1, issued: 2 })
})

describe('saving', () => {
  test('makes a version each time, but none when nothing changed', async () => {
    const { id, version } = await designs().save({ id: null, design: moved('Balai kami') })
    expect(version).toBe(1)
    expect((await designs().save({ id, design: moved('Balai kami', 2) })).version).toBe(2)
    expect((await designs().save({ id, design: moved('Balai kami', 2) })).version).toBe(2)
    expect((await designs().get({ id })).design).toEqual(moved('Balai kami', 2))
  })

  test('keeps every version, and an old one saved again is a new version', async () => {
    const { id } = await designs().save({ id: null, design: moved('Balai kami') })
    await designs().choose({ programId: null, designId: id })
    await issue(1)
    await designs().save({ id, design: moved('Balai kami', 2) })
    const old = await designs().version({ id, version: 1 })
    expect(old).toEqual(moved('Balai kami'))
    expect(await designs().save({ id, design: old })).toMatchObject({ id, version: 3 })
    const { name } = (await fixture.client.session.status({})).operator ?? { name: '' }
    const versions = await designs().versions({ id })
    expect(versions.map(one => [one.version, one.issued, one.savedBy])).toEqual([
      [3, 0, name],
      [2, 0, name],
      [1, 1, name],
    ])
    expect(await designs().version({ id, version: 2 })).toEqual(moved('Balai kami', 2))
    expect(await domainErrorOf(designs().version({ id, version: 4 }))).toEqual({
      code: 'not_found',
      entity: 'design_version',
    })
    expect(await designs().versions({ id: await idOf('Polos') })).toEqual([])
  })

  test('keeps the built-in ones unchanged, and names unique', async () => {
    expect(await domainErrorOf(designs().save({ id: await idOf('Klasik'), design: moved('Klasik', 1) }))).toEqual({
      code: 'design_built_in',
      name: 'Klasik',
    })
    await rejectedAs(designs().save({ id: null, design: moved('Modern') }), 'name_taken')
  })

  test('refuses an invalid design, and says what is wrong', async () => {
    const broken = { ...moved('Rusak'), blocks: [...klasik.blocks, ...klasik.blocks.slice(0, 1)] }
    expect(await inputProblems(designs().save({ id: null, design: broken }))).toEqual(['Blok “logo” ada dua kali.'])
    const unknown = klasik.blocks.map(one =>
      one.key === 'nomor' ? { ...one, text: '{nomer}' } : one,
    ) as Design['blocks']
    expect(await inputProblems(designs().save({ id: null, design: { ...moved('Rusak'), blocks: unknown } }))).toEqual([
      'Blok “nomor”: kolom {nomer} tidak dikenal.',
    ])
  })
})

describe('the design of an issued certificate', () => {
  test('stays fixed: later versions, another choice and the file of the class change nothing', async () => {
    const { id } = await designs().save({ id: null, design: moved('Balai kami') })
    await designs().choose({ programId: null, designId: id })
    const paper = await issue(1)
    const before = Buffer.from(await bytesOf(fixture.client.certificate.file({ id: paper })))
    const cohortBefore = Buffer.from(
      await bytesOf(fixture.client.certificate.cohortFile({ code, kind: 'certificate' })),
    )
    await designs().save({ id, design: moved('Balai kami', 3) })
    await designs().choose({ programId: null, designId: await idOf('Modern') })
    expect(before.equals(await bytesOf(fixture.client.certificate.file({ id: paper })))).toBe(true)
    expect(
      cohortBefore.equals(await bytesOf(fixture.client.certificate.cohortFile({ code, kind: 'certificate' }))),
    ).toBe(true)
    await issue(2)
    const { pages } = await readPdf(await bytesOf(fixture.client.certificate.cohortFile({ code, kind: 'certificate' })))
    expect(pages[0]?.text).toContain('SERTIFIKAT PELATIHAN')
    expect(pages[2]?.text).toContain('diberikan kepada')
    expect((await designs().list({})).designs.map(row => [row.name, row.version, row.issued])).toEqual([
      ['Klasik', 0, 0],
      ['Modern', 1, 1],
      ['Polos', 0, 0],
      ['Balai kami', 2, 1],
    ])
  })

  test('can neither be changed nor deleted in the database', async () => {
    await issue(1)
    const statements = [
      "UPDATE certificate_design_version SET content = json_set(content, '$.name', 'Lain')",
      'DELETE FROM certificate_design_version',
      `INSERT OR REPLACE INTO certificate_design_version (id, design_id, n, content, saved_at, saved_by)
       SELECT id, design_id, n, '{}', saved_at, saved_by FROM certificate_design_version`,
    ]
    await fixture.backend.close()
    const raw = fixture.rawDatabase()
    try {
      for (const sql of statements) expect(() => raw.exec(sql), sql).toThrow('certificate_frozen')
    } finally {
      raw.close()
    }
  })

  test('is that of the programme, where it has its own', async () => {
    const { programId } = await fixture.client.cohort.get({ code })
    await designs().choose({ programId: null, designId: await idOf('Polos') })
    await designs().choose({ programId, designId: await idOf('Modern') })
    expect(await textOf(fixture.client.certificate.file({ id: await issue(1) }))).toContain('diberikan kepada')
    await designs().choose({ programId, designId: null })
    // Polos prints values only, no sentences.
    expect(await textOf(fixture.client.certificate.file({ id: await issue(2) }))).not.toMatch(/lahir|diberikan kepada/)
  })
})

describe('a design as one file', () => {
  test('is imported unchanged, with its picture', async () => {
    const { sha256 } = await designs().addPicture({ file: new File([picture(200)], 'latar.png') })
    const design: Design = { ...moved('Bergambar'), background: { kind: 'picture', sha256 } }
    const { id } = await designs().save({ id: null, design })
    const file = await designs().exportFile({ id })
    const other = openFixture()
    try {
      await setUpAnew(other)
      const imported = await other.client.certificateDesign.importFile({ file: new File([file], 'r.json') })
      expect((await other.client.certificateDesign.get({ id: imported.id })).design).toEqual(design)
      const trial = { design, code: null, two: false }
      const pdf = await bytesOf(other.client.certificateDesign.preview(trial))
      expect(await inkShare(pdf, 0, { left: 5, top: 5, width: 20, height: 20 })).toBeGreaterThan(0.9)
    } finally {
      await other.remove()
    }
  })

  test('is imported a second time under another name', async () => {
    const file = await designs().exportFile({ id: await idOf('Klasik') })
    const { name } = await designs().importFile({ file: new File([file], 'k.json') })
    expect(name).toBe('Klasik 2')
  })

  test.each([
    ['{}', 'Berkas ini bukan rancangan sertifikat dari Balai.'],
    ['bukan JSON', 'Berkas ini bukan rancangan sertifikat dari Balai.'],
    [
      '{"balai":"rancangan-sertifikat","version":2}',
      'Rancangan ini dari Balai yang lebih baru. Pasang versi baru dulu.',
    ],
  ])('that is invalid is refused: %s', async (text, message) => {
    const file = new File([text], 'x.json')
    expect(await domainErrorOf(designs().importFile({ file }))).toEqual({
      code: 'design_unreadable',
      problems: [message],
    })
  })

  test('whose picture was changed or is invalid is refused', async () => {
    const { sha256 } = await designs().addPicture({ file: new File([picture(200)], 'latar.png') })
    const { id } = await designs().save({
      id: null,
      design: { ...moved('Bergambar'), background: { kind: 'picture', sha256 } },
    })
    const content = JSON.parse(await (await designs().exportFile({ id })).text())
    const withPicture = (picture: string | null) => new File([JSON.stringify({ ...content, picture })], 'r.json')
    expect(await domainErrorOf(designs().importFile({ file: withPicture(null) }))).toMatchObject({
      problems: ['Gambar latarnya tidak ada di dalam berkas.'],
    })
    await rejectedAs(designs().importFile({ file: withPicture('aGFsbG8=') }), 'design_picture_unreadable')
    await rejectedAs(
      designs().importFile({ file: withPicture(Buffer.from(picture(90)).toString('base64')) }),
      'design_unreadable',
    )
    await rejectedAs(designs().addPicture({ file: new File(['teks'], 'x.png') }), 'design_picture_unreadable')
  })

  test('is written and read without a difference', async () => {
    for (const { id } of (await designs().list({})).designs) {
      const { design } = await designs().get({ id })
      const file = await designs().exportFile({ id: id as DesignId })
      expect(readDesignFile(await file.text())).toEqual({ design, picture: null })
      expect(designSchema.parse(design)).toEqual(design)
    }
  })
})

test('a trial print shows the longest name of the class, and warns of texts that do not fit', async () => {
  const trial = { design: klasik, code, two: false }
  expect((await designs().layOut(trial)).warnings).toEqual([])
  const text = await textOf(designs().preview(trial))
  const longest = (await fixture.client.cohort.trainees({ code })).toSorted((a, b) => b.name.length - a.name.length)[0]
  expect(text).toContain(longest?.name.toUpperCase())
  expect(text).toContain('CONTOH')
  const low = { ...klasik, blocks: klasik.blocks.map(one => (one.key === 'lahir' ? { ...one, y: 101 } : one)) }
  expect((await designs().layOut({ ...trial, design: low })).warnings).toContainEqual({
    key: 'nama',
    words: 'Nama bertumpuk dengan Tempat, tanggal lahir.',
  })
})

test('a printer with an offset prints blanks moved by the measured offset', async () => {
  await designs().choose({ programId: null, designId: await idOf('Polos') })
  const paper = await issue(1)
  const numberAt = async (pdf: Promise<Blob>) => {
    const [page] = (await readPdf(await bytesOf(pdf))).pages
    const item = page?.items.find(one => one.text.includes('500.15/'))
    return [item?.left ?? 0, item?.bottom ?? 0] as const
  }
  const [left, bottom] = await numberAt(fixture.client.certificate.file({ id: paper }))
  expect(left).toBeCloseTo(115, 0)
  await designs().setShift({ printer: 'Epson L3210', right: 3, down: -4 })
  const [movedLeft, movedBottom] = await numberAt(designs().onBlanks({ code, printer: 'Epson L3210' }))
  expect(movedLeft - left).toBeCloseTo(1.5, 2)
  expect(movedBottom - bottom).toBeCloseTo(-2, 2)
  const sheet = await textOf(designs().testSheet({ printer: 'Epson L3210' }))
  expect(sheet).toContain('Geseran 1,5 mm ke kanan, -2,0 mm ke bawah')
})

test('a design in use stays in the list; another can be deleted and restored', async () => {
  const { id } = await designs().save({ id: null, design: moved('Balai kami') })
  await designs().choose({ programId: null, designId: id })
  await rejectedAs(designs().setActive({ id, active: false }), 'design_in_use')
  await designs().choose({ programId: null, designId: null })
  await designs().setActive({ id, active: false })
  await rejectedAs(designs().choose({ programId: null, designId: id }), 'not_found')
  await designs().setActive({ id, active: true })
})
