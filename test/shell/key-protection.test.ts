import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keyProtection } from '../../electron/shell/key-protection.ts'
import { safeStorage } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'balai-kunci-'))
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(true)
  safeStorage.getSelectedStorageBackend.mockReturnValue('gnome_libsecret')
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

const secret = Uint8Array.from({ length: 48 }, (_, index) => index * 5)

test('sealed bytes can be opened at the next start, and are unreadable in between', async () => {
  const sealed = (await keyProtection(profile))?.seal(secret) ?? new Uint8Array()
  expect(Buffer.from(sealed).includes(Buffer.from(secret))).toBe(false)
  const later = await keyProtection(profile)
  expect(new Uint8Array(later?.open(sealed) ?? [])).toEqual(secret)
  // A flipped bit must not give another key.
  expect(() => later?.open(Uint8Array.from(sealed, (byte, index) => (index === 20 ? byte ^ 1 : byte)))).toThrow()
})

test('sealed bytes still open when the system wants its secret sealed again', async () => {
  const sealed = (await keyProtection(profile))?.seal(secret) ?? new Uint8Array()
  safeStorage.shouldReEncrypt.mockReturnValueOnce(true)
  await keyProtection(profile)
  expect(new Uint8Array((await keyProtection(profile))?.open(sealed) ?? [])).toEqual(secret)
})

test('bytes sealed by another system do not open, and no new key replaces theirs', async () => {
  const sealed = (await keyProtection(profile))?.seal(secret) ?? new Uint8Array()
  const file = join(profile, 'kunci-sistem-1.bin')
  const kept = readFileSync(file)
  writeFileSync(file, 'of another PC')
  const here = await keyProtection(profile)
  expect(() => here?.open(sealed)).toThrow()
  expect(new Uint8Array(here?.open(here.seal(secret)) ?? [])).toEqual(secret)
  // On the first PC it opens again.
  writeFileSync(file, kept)
  expect(new Uint8Array((await keyProtection(profile))?.open(sealed) ?? [])).toEqual(secret)
})

test('nothing is sealed if the system has no secure storage, or only pretends to', async () => {
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(false)
  expect(await keyProtection(profile)).toBeUndefined()
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(true)
  safeStorage.getSelectedStorageBackend.mockReturnValue('basic_text')
  if (process.platform === 'linux') expect(await keyProtection(profile)).toBeUndefined()
})
