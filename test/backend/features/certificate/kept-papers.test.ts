import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkPapers } from '../../../../electron/backend/features/certificate/verify/check-papers.ts'
import { removeOrphans } from '../../../../electron/backend/features/certificate/verify/remove-orphans.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, issuedPapers, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { printableJpeg } from '../../pictures.ts'

let fixture: Fixture
let code: string
let people: Awaited<ReturnType<typeof addTrainees>>
const day = '2024-12-20'

beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  people = await addTrainees(fixture, 3)
  for (const id of people) await fixture.client.trainee.setPhoto({ id, photo: photoOf(id) })
  code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds: people }, { heldOn: day })
})
afterEach(() => fixture.remove())

const photoOf = (id: number) =>
  `data:image/jpeg;base64,${Buffer.from(printableJpeg(`#88aa${10 + (id % 80)}`)).toString('base64')}`
const papers = () => join(fixture.folder, 'papers')
const files = () => readdirSync(papers(), { recursive: true, withFileTypes: true }).filter(one => one.isFile())
const bytesOf = async (file: { arrayBuffer(): Promise<ArrayBuffer> }) => Buffer.from(await file.arrayBuffer())
const checked = () => checkPapers(fixture.backend.workspace.read, fixture.backend.workspace.papers)
const tidied = () => removeOrphans(fixture.folder, fixture.backend.workspace.read, fixture.backend.workspace.papers)
/** Issues to all, and returns the first paper. */
const issueFirst = async () => {
  const [number = ''] = await issueAll(fixture, code, day)
  const rows = await issuedPapers(fixture.client)
  return { id: rows.find(row => row.number === number)?.id ?? failed(), number }
}
const listOf = (id: number) => {
  const { sha256 } = fixture.backend.workspace.read.get<{ sha256: string }>(
    'SELECT sha256 FROM certificate WHERE id = ?',
    [id],
  ) ?? { sha256: '' }
  return join(papers(), sha256.slice(0, 2), `${sha256}.parts`)
}

test('the database holds no paper and no photo of one; a reprint has the same bytes after a restart and a restore', async () => {
  await issueFirst()
  const issued = await issuedPapers(fixture.client)
  const first = await Promise.all(issued.map(async ({ id }) => bytesOf(await fixture.client.certificate.file({ id }))))
  const whole = await bytesOf(await fixture.client.certificate.cohortFile({ code, kind: 'certificate', size: null }))
  const { name } = await fixture.client.session.takeSnapshot({})
  const blobs = fixture.backend.workspace.read
    .all<Record<string, unknown>>('SELECT * FROM certificate')
    .flatMap(row => Object.entries(row).filter(([, value]) => value instanceof Uint8Array))
  expect(blobs).toEqual([])
  await fixture.reopen()
  await fixture.client.session.restore({ snapshot: name })
  for (const [index, { id }] of issued.entries())
    expect((await bytesOf(await fixture.client.certificate.file({ id }))).equals(first[index] ?? Buffer.alloc(0))).toBe(
      true,
    )
  const again = await bytesOf(await fixture.client.certificate.cohortFile({ code, kind: 'certificate', size: null }))
  expect(again.equals(whole)).toBe(true)
  expect(await checked()).toMatchObject({ ok: true, detail: '3 lembar, semuanya utuh' })
})

test('a lost paper is reported wherever it is opened, and by the check', async () => {
  const { id, number } = await issueFirst()
  await fixture.client.book.makeCopy({ id, recipient: 'Ani', reason: 'Hilang di jalan' })
  rmSync(listOf(id))
  expect(await rejectedAs(fixture.client.certificate.file({ id }), 'paper_missing')).toMatchObject({ paper: number })
  await rejectedAs(fixture.client.book.cohortFiles({ code, kind: 'certificate', merged: false }), 'paper_missing')
  expect(await checked()).toEqual({
    key: 'certificates',
    ok: false,
    detail: `hilang: sertifikat ${number}; salin kembali folder papers dari cadangan`,
  })
  // From the frozen facts a copy can still be drawn, and the other data can still be given to the person.
  await fixture.client.book.makeCopy({ id, recipient: 'Ani', reason: 'Hilang di jalan' })
  const json = await (await fixture.client.rights.exportPerson({ id: people[0] ?? failed(), format: 'json' })).text()
  expect(json).toContain(`Berkas ${number} tidak ada lagi`)
})

test('the copy for a person contains their papers', async () => {
  const { id, number } = await issueFirst()
  const paper = await bytesOf(await fixture.client.certificate.file({ id }))
  const json = JSON.parse(
    await (await fixture.client.rights.exportPerson({ id: people[0] ?? failed(), format: 'json' })).text(),
  )
  expect(json['Lembar sertifikat dan surat keterangan (PDF, base64)']).toEqual({ [number]: paper.toString('base64') })
})

test('the file of a class is drawn with the photos of the day of issue', async () => {
  await issueAll(fixture, code, day)
  const before = await bytesOf(await fixture.client.book.cohortFiles({ code, kind: 'certificate', merged: true }))
  for (const id of people) await fixture.client.trainee.setPhoto({ id, photo: null })
  const after = await bytesOf(await fixture.client.book.cohortFiles({ code, kind: 'certificate', merged: true }))
  expect(Object.keys(unzipSync(after))).toHaveLength(4)
  expect(after.equals(before)).toBe(true)
})

test('the check deletes files that no database names, but none that a snapshot may need', async () => {
  await fixture.client.session.takeSnapshot({})
  const before = await fixture.client.session.takeSnapshot({})
  await issueAll(fixture, code, day)
  const { name } = await fixture.client.session.takeSnapshot({})
  const all = files().length
  // Return to before the issue: no row names the papers now, but the newer snapshot still does.
  await fixture.client.session.restore({ snapshot: before.name })
  expect(await tidied()).toMatchObject({ ok: true })
  expect(files()).toHaveLength(all)
  await fixture.client.session.restore({ snapshot: name })
  expect(await checked()).toMatchObject({ ok: true })
  const { sha256 } = await fixture.backend.workspace.papers.put(new TextEncoder().encode('tanpa pemilik'))
  const orphan = join(papers(), sha256.slice(0, 2), sha256)
  expect(existsSync(orphan)).toBe(true)
  const snapshots = join(fixture.folder, 'cadangan')
  writeFileSync(join(snapshots, 'balai-2020-01-01T08-00-00.db'), 'rusak')
  expect((await tidied()).detail).toContain('tidak dirapikan, karena cadangan')
  expect(existsSync(orphan)).toBe(true)
  rmSync(join(snapshots, 'balai-2020-01-01T08-00-00.db'))
  expect((await tidied()).detail).toMatch(/; 1 tanpa pemilik dihapus$/)
  expect(existsSync(orphan)).toBe(false)
  expect(await checked()).toMatchObject({ ok: true })
})

test('a refused issue leaves no row, and its files are deleted by the next check', async () => {
  await issueAll(fixture, code, day)
  const rows = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM kept_paper')
  const [count, here] = [rows(), files().length]
  const { papers } = fixture.backend.workspace
  await papers.put(new TextEncoder().encode('%PDF-1.7 digambar, lalu listrik padam'))
  expect([rows(), files().length]).toEqual([count, here + 1])
  expect((await tidied()).detail).toContain('1 tanpa pemilik dihapus')
  expect(files()).toHaveLength(here)
})

function failed(): never {
  throw new Error('there are three people')
}
