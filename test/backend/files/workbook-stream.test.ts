import { createHash } from 'node:crypto'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { WorkbookStream } from '../../../electron/backend/files/workbook-stream.ts'

const heads = Array.from({ length: 30 }, (_, index) => ({ head: `Kolom ${index} <&>`, width: 8 }))
const rowOf = (row: number) =>
  heads.map((_, index) => (index === 3 ? '' : index === 4 ? '3671050903850002' : ` “${row}” & <${index}>\u0007 `))

function written(): Uint8Array {
  const stream = new WorkbookStream('Peserta & lain', heads)
  for (let first = 0; first < 3000; first += 1000)
    stream.add(Array.from({ length: 1000 }, (_, index) => rowOf(first + index)))
  return stream.finish()
}

test('a workbook written in parts can be read completely, each cell as text', async () => {
  const [sheet] = (await readXlsx(Buffer.from(written()), { trim: false })) as { sheet: string; data: unknown[][] }[]
  expect(sheet?.sheet).toBe('Peserta & lain')
  expect(sheet?.data).toHaveLength(3001)
  expect(sheet?.data[0]?.[29]).toBe('Kolom 29 <&>')
  const [, , , empty, nik, text] = sheet?.data[3000] ?? []
  expect([empty, nik]).toEqual([null, '3671050903850002'])
  expect(String(text).trim()).toBe('“2999” & <5>')
})

test('the same rows give the same file', () => {
  const digest = () => createHash('sha256').update(written()).digest('hex')
  expect(digest()).toBe(digest())
})
