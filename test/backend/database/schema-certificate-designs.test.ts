import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { klasik } from '../../../shared/features/certificate-design/klasik.ts'
import { readPdf } from '../../papers/read-pdf.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'
import { copyAsVersionOne } from './version-one.ts'

test('certificates from before there were designs keep their bytes, and are drawn again as Klasik', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  const fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const traineeIds = await addTrainees(fixture, 2)
  const code = await decidedCohort(fixture, { instructorId, traineeIds }, { heldOn: '2025-01-09' })
  await issueAll(fixture, code, '2025-01-09')
  const papers = (await fixture.client.certificate.register({ search: '', limit: 10, offset: 0 })).rows
  const bytesOf = async (from: typeof fixture, id: (typeof papers)[number]['id']) =>
    Buffer.from(await (await from.client.certificate.file({ id })).arrayBuffer())
  const before = await Promise.all(papers.map(paper => bytesOf(fixture, paper.id)))
  await fixture.backend.close()
  copyAsVersionOne(join(fixture.folder, 'balai.db'), join(folder, 'data', 'balai.db'))

  const moved = openFixture({ folder, today: '2025-01-10' })
  for (const [index, { id }] of papers.entries())
    expect((await bytesOf(moved, id)).equals(before[index] ?? Buffer.of())).toBe(true)
  expect((await moved.client.certificateDesign.list({})).designs.map(row => [row.name, row.issued])).toEqual([
    ['Klasik', 0],
    ['Modern', 0],
    ['Polos', 0],
  ])
  const file = await moved.client.certificate.cohortFile({ code, kind: 'certificate' })
  const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()))
  expect(pages).toHaveLength(4)
  expect(pages[0]?.text).toContain('SERTIFIKAT PELATIHAN')

  await moved.backend.close()
  const raw = moved.rawDatabase()
  const version = `INSERT INTO certificate_design_version (design_id, n, content, picture_sha256, saved_at, saved_by) VALUES (?, ?, ?, ?, '', '')`
  const pictured = { ...klasik, background: { kind: 'picture', sha256: 'a'.repeat(64) } }
  const refuses = (sql: string, ...values: (string | number | null)[]) =>
    expect(() => raw.prepare(sql).run(...values), sql).toThrow()
  raw.prepare(version).run(1, 1, JSON.stringify(klasik), null)
  refuses(version, 1, 1, JSON.stringify(klasik), null)
  refuses(version, 1, 2, 'bukan JSON', null)
  refuses(version, 99, 1, JSON.stringify(klasik), null)
  refuses(version, 1, 2, JSON.stringify(pictured), null)
  refuses(version, 1, 2, JSON.stringify(pictured), 'a'.repeat(64))
  refuses("INSERT INTO certificate_design (name) VALUES ('Klasik')")
  refuses("INSERT INTO blank_shift VALUES ('Epson', 41, 0)")
  raw.prepare('INSERT INTO certificate_design_choice (program_id, design_id) VALUES (NULL, 1)').run()
  refuses('INSERT INTO certificate_design_choice (program_id, design_id) VALUES (NULL, 2)')
  // Nothing was issued with it: it may go.
  raw.prepare('DELETE FROM certificate_design_version').run()
  raw.close()
  await moved.remove()
  await fixture.remove()
  rmSync(folder, { recursive: true, force: true })
})
