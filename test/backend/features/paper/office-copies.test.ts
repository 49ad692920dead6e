import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanPackage } from '../../../../electron/backend/office/clean-package.ts'
import { runCommandLine } from '../../../../electron/cli/command-line.ts'
import { isListPaper, paperKeys } from '../../../../shared/facts/paper-key.ts'
import { isCohortLetter } from '../../../../shared/features/letter/letter-key.ts'
import { addInstructor, addTrainees, createSampleCohort, samplePerson, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { excelCells, partOf } from '../../office/office-files.ts'

let fixture: Fixture
let code: string
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 16) })
})
afterAll(() => fixture.remove())

const bytesOf = async ({ file }: { file: { arrayBuffer(): Promise<ArrayBuffer> } }) =>
  new Uint8Array(await file.arrayBuffer())

test('a list is an Excel table: texts stay texts, numbers are numbers, everybody is in it', async () => {
  const bytes = await bytesOf(await fixture.client.paper.office({ code, key: 'participants', format: 'xlsx' }))
  const cells = Object.entries(excelCells(bytes))
  const values = cells.map(([, value]) => value)
  for (let index = 0; index < 16; index += 1) expect(values).toContain(samplePerson(index).name.toUpperCase())
  const head = cells.find(([, value]) => value === 'No.')
  expect(head).toBeDefined()
  // The title is above the table.
  expect(values.indexOf('No.')).toBeGreaterThan(0)
  const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<mergeCell ref=/)
  expect(sheet).not.toContain('<f>')
})

test('a letter is a Word document with its words, its signatures and its sheet', async () => {
  const bytes = await bytesOf(
    await fixture.client.paper.office({ code, key: 'opening-minutes', format: 'docx', size: 'F4' }),
  )
  await expect(cleanPackage('surat.docx', bytes)).resolves.toMatchObject({ kind: 'docx' })
  const xml = partOf(bytes, 'word/document.xml')
  const text = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
  expect(text).toContain('BERITA ACARA')
  expect(text).toMatch(/Kepala/)
  expect(xml).toContain('<w:pgSz w:w="12189" w:h="18709"/>')
  // Lines of a wrapped paragraph become one paragraph again.
  expect(text.split('\n').some(line => line.length > 150)).toBe(true)
})

test('every paper except issued ones can be exported to Word, every table to Excel', async () => {
  await rejectedAs(fixture.client.paper.office({ code, key: 'certificate', format: 'docx' }), 'paper_only_printed')
  await rejectedAs(fixture.client.paper.office({ code, key: 'cover', format: 'xlsx' }), 'paper_without_table')
  const root = fixture.folder
  await fixture.backend.close()
  const out = mkdtempSync(join(tmpdir(), 'balai-office-'))
  const run = (format: string) =>
    runCommandLine(
      ['papers', '--cohort', code, '--out', out, '--format', format, '--data', root],
      { write: () => 0 },
      { write: () => 0 },
    )
  expect(await run('docx')).toBe(0)
  const papers = paperKeys.filter(key => key !== 'certificate' && key !== 'statement')
  expect(readdirSync(out)).toHaveLength(papers.length)
  expect(await run('xlsx')).toBe(0)
  const tables = readdirSync(out).filter(name => name.endsWith('.xlsx'))
  const lists = papers.filter(key => isListPaper(key) && !isCohortLetter(key))
  expect(tables.length).toBeGreaterThan(lists.length / 2)
  for (const key of ['attendance-recap', 'schedule', 'final-scores', 'receipt-transport', 'budget', 'instructors'])
    expect(tables).toContain(`${key}-${code}.xlsx`)
  rmSync(out, { recursive: true, force: true })
})
