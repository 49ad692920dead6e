import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Fixture, openFixture, rejectedAs } from '../../backend/fixture.ts'
import { readImport } from '../../backend/import-steps.ts'
import { siti } from '../../backend/people-workbook.ts'
import { fileOf, officeParts } from '../../backend/raw-workbook.ts'

// Small files made to take minutes or all memory: they must be refused with a message, long before the time of a test is over.

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.remove())

const heads = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>'
const listOf = (rows: string, strings: readonly string[] = []) =>
  fileOf(officeParts([{ name: 'A', data: `<row r="1">${heads}</row>${rows}` }], ['NIK', 'Nama', ...strings]))
const inline = (text: string) => `<row r="2"><c t="inlineStr"><is><t>${text}</t></is></c></row>`

test.each([
  ['of one letter', inline('A'.repeat(20_000_000))],
  ['of blanks', inline(' '.repeat(20_000_000))],
  ['in many pieces', `<row r="2"><c t="inlineStr"><is>${'<t>AAAAAAAAAA</t>'.repeat(4_000)}</is></c></row>`],
])('a workbook with a cell %s is refused at once', async (_, rows) => {
  const file = listOf(rows)
  expect(file.size).toBeLessThan(100_000)
  const { letters } = await rejectedAs(readImport(fixture, file), 'cell_too_long')
  expect(letters).toBe(32_767)
})

test('the same for a shared text, and for a tag that never ends', async () => {
  await rejectedAs(readImport(fixture, listOf('', ['B'.repeat(40_000)])), 'cell_too_long')
  await rejectedAs(readImport(fixture, listOf(`<row r="2" a="${'x'.repeat(9_000_000)}"></row>`)), 'cell_too_long')
})

test('a CSV with a name of nine megabytes names its line', async () => {
  const file = new File([`NIK;Nama\n${siti};Siti\n${siti};${'a'.repeat(9_000_000)}\n`], 'daftar.csv')
  expect(await rejectedAs(readImport(fixture, file), 'cell_too_long')).toMatchObject({ row: 3 })
})

test('the longest cell that Excel holds is read, and its person refused, in every column', async () => {
  for (const text of [' '.repeat(32_767), '('.repeat(32_767), `a@${'.a'.repeat(16_000)}`, '9'.repeat(32_767)]) {
    const strings = ['L/P', 'Alamat', 'Email', 'No HP', 'Tempat Lahir', 'Tanggal Lahir', 'Kelurahan', text]
    const titles = strings.slice(0, 7).map((_, index) => `<c t="s"><v>${index + 2}</v></c>`)
    const cells = strings.map(() => '<c t="s"><v>9</v></c>').join('')
    const data = `<row r="1">${heads}${titles.join('')}</row><row r="2">${cells}<c t="s"><v>9</v></c></row>`
    const file = fileOf(officeParts([{ name: 'A', data }], ['NIK', 'Nama', ...strings]))
    const { rows } = await readImport(fixture, file)
    expect(rows.every(row => row.status === 'reject')).toBe(true)
  }
})

test('more cells than a list can have are refused', async () => {
  const rows = Array.from({ length: 4_500 }, (_, row) => `<row r="${row + 2}">${'<c><v>1</v></c>'.repeat(480)}</row>`)
  await rejectedAs(readImport(fixture, listOf(rows.join(''))), 'workbook_too_large')
})

test('a large list is read in a thread that can be cancelled', async () => {
  const rows = Array.from(
    { length: 19_000 },
    (_, row) =>
      `<row r="${row + 2}">${'<c t="inlineStr"><is><t>nothing to see here, only weight</t></is></c>'.repeat(24)}</row>`,
  )
  const file = listOf(rows.join(''))
  const ticket = 'aaaa-0077'
  const reading = rejectedAs(readImport(fixture, file, { ticket }), 'import_cancelled')
  await new Promise(resolve => setTimeout(resolve, 300))
  await fixture.client.import.cancel({ ticket })
  await reading
  expect((await readImport(fixture, file)).missing).toEqual([])
})
