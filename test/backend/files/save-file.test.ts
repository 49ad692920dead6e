import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveFile } from '../../../electron/backend/files/save-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-save-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('writes the file and leaves nothing else behind', async () => {
  await saveFile(join(folder, 'daftar hadir.pdf'), Buffer.from('isi'))
  expect(readdirSync(folder)).toEqual(['daftar hadir.pdf'])
  expect(readFileSync(join(folder, 'daftar hadir.pdf'), 'utf8')).toBe('isi')
})

test('replaces what is there', async () => {
  writeFileSync(join(folder, 'a.pdf'), 'isi lama yang lebih panjang')
  await saveFile(join(folder, 'a.pdf'), Buffer.from('baru'))
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('baru')
})

test('a failure leaves neither a half-written file nor a temporary one', async () => {
  // A folder has the name of the file, so that the last step fails.
  const taken = mkdtempSync(join(folder, 'folder-'))
  writeFileSync(join(taken, 'isi'), '')
  await expect(saveFile(taken, Buffer.from('isi'))).rejects.toThrow()
  expect(readdirSync(folder)).toHaveLength(1)
})

test('a file that does not fit is not started, and the old file stays', async () => {
  writeFileSync(join(folder, 'a.pdf'), 'lama')
  const saving = saveFile(join(folder, 'a.pdf'), Buffer.alloc(3_000_000), () => 2 ** 21)
  await expect(saving).rejects.toMatchObject({ data: { code: 'disk_low', needed: 3, free: 2 } })
  expect(readdirSync(folder)).toEqual(['a.pdf'])
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('lama')
  await saveFile(join(folder, 'a.pdf'), Buffer.alloc(2 ** 21), () => 2 ** 21)
})
