import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkRelease, checkWhole } from '../../electron/backend/features/update/check-release.ts'
import { balai } from './balai.ts'

let folder: string
const inFolder = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-publisher-'))
  writeFileSync(inFolder('Balai-99.6.0-pemasang.exe'), 'MZ dan seterusnya')
  writeFileSync(
    inFolder('baru.json'),
    JSON.stringify([{ kind: 'calendar', title: 'Libur 2025 lengkap', detail: 'menurut SKB', place: 'Kalender' }]),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a new key signs a release that the program accepts, and is never overwritten', async () => {
  const key = inFolder('kunci.json')
  const made = await balai('sign-release', '--new-key', key, '--json')
  expect(made.exitCode).toBe(0)
  const publicKey = JSON.parse(made.stdout).public
  if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600)
  const before = readFileSync(key, 'utf8')
  expect(await balai('sign-release', '--new-key', key)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining(`${key} sudah ada`),
  })
  expect(readFileSync(key, 'utf8')).toBe(before)

  const installer = inFolder('Balai-99.6.0-pemasang.exe')
  const day = ['--today', '2024-12-15']
  const signed = await balai('sign-release', installer, '--key', key, '--news', inFolder('baru.json'), ...day)
  expect(signed).toMatchObject({ exitCode: 0, stderr: '' })
  expect(signed.stdout).toContain('Balai 99.6.0 ditandatangani')
  const release = await checkRelease(installer, [publicKey], '1.0.0')
  expect(release).toMatchObject({ version: '99.6.0', published: '2024-12-15', news: [{ place: 'Kalender' }] })
  await checkWhole(installer, release)
})

test('a key inside the project is refused, and so are an invalid key, name and news', async () => {
  const inside = join(import.meta.dirname, 'kunci.json')
  expect((await balai('sign-release', '--new-key', inside)).stderr).toContain('tidak boleh ada di dalam')
  const installer = inFolder('Balai-99.6.0-pemasang.exe')
  const news = inFolder('baru.json')
  expect((await balai('sign-release', installer, '--key', news, '--news', news)).stderr).toContain(
    'bukan kunci penerbit',
  )
  writeFileSync(inFolder('balai.exe'), 'MZ')
  expect((await balai('sign-release', inFolder('balai.exe'), '--key', news, '--news', news)).exitCode).toBe(2)
  writeFileSync(inFolder('kosong.json'), '[]')
  expect((await balai('sign-release', installer, '--key', news, '--news', inFolder('kosong.json'))).exitCode).toBe(2)
  const missing = inFolder('Balai-1.0.0-pemasang.exe')
  expect((await balai('sign-release', missing, '--key', news, '--news', news)).stderr).toContain('tidak dapat dibaca')
  expect((await balai('sign-release', installer, '--news', news)).stderr).toContain('--key belum ditulis')
})
