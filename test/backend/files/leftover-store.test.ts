import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../shared/kernel/plain-date.ts'
import { addTrainees, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const first = '2024-12-10'
const pdf = () => new File(['%PDF-1.4\n'], 'ktp.pdf')
const leftovers = async () => (await fixture.client.session.leftovers({})).map(row => row.path)

/** Closes in the evening and opens again so many days later. */
async function nextStart(days: number): Promise<void> {
  await fixture.reopen()
  fixture.setToday(addDays(first, days))
}

/** Leaves what kills at the worst moments leave: a file without its row, a half-written file, and the same for a key and a snapshot. */
async function leave(): Promise<{ owned: string }> {
  const [id] = await addTrainees(fixture, 1)
  if (id === undefined) throw new Error('nobody')
  await fixture.client.trainee.addFile({ id, kind: 'KTP', file: pdf() })
  const [owned = ''] = readdirSync(join(fixture.folder, 'files'))
  mkdirSync(join(fixture.folder, 'cadangan'), { recursive: true })
  for (const path of ['files/0a1b', 'files/.0a1b.77.tmp', 'kunci/12345678.json.tmp', '.surat.pdf.1.tmp'])
    writeFileSync(join(fixture.folder, path), 'sisa')
  return { owned }
}

test('a scan without a row and half-written files are found, shown, and deleted thirty days later', async () => {
  const { owned } = await leave()
  const all = ['.surat.pdf.1.tmp', 'files/.0a1b.77.tmp', 'files/0a1b', 'kunci/12345678.json.tmp']
  expect(await leftovers()).toEqual(all)
  expect((await fixture.client.session.leftovers({}))[0]).toEqual({
    path: '.surat.pdf.1.tmp',
    bytes: 4,
    foundOn: first,
  })
  await nextStart(10)
  await nextStart(29)
  expect(await leftovers()).toEqual(all)
  expect((await fixture.client.session.leftovers({}))[0]?.foundOn).toBe(first)
  await nextStart(30)
  expect(await leftovers()).toEqual(all)
  // The evening of the thirtieth day.
  await nextStart(31)
  expect(await leftovers()).toEqual([])
  expect(readdirSync(join(fixture.folder, 'files'))).toEqual([owned])
  expect(existsSync(join(fixture.folder, 'berkas-sisa.json'))).toBe(false)
})

test('a clock that jumps ahead deletes nothing at once', async () => {
  await leave()
  await nextStart(400)
  await nextStart(400)
  expect(await leftovers()).toHaveLength(4)
})

test('a scan whose row returned, because the restore was undone, stays', async () => {
  const { name } = await fixture.client.session.takeSnapshot({})
  const [id] = await addTrainees(fixture, 1)
  await fixture.client.trainee.addFile({ id: id ?? (0 as never), kind: 'KTP', file: pdf() })
  const after = await fixture.client.session.takeSnapshot({})
  await fixture.client.session.restore({ snapshot: name })
  expect(await leftovers()).toHaveLength(1)
  await nextStart(20)
  await fixture.client.session.restore({ snapshot: after.name })
  expect(await leftovers()).toEqual([])
  await nextStart(31)
  await nextStart(32)
  await nextStart(40)
  expect(readdirSync(join(fixture.folder, 'files'))).toHaveLength(1)
})
