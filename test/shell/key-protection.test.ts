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

test('encrypted bytes can be opened at the next start, and are unreadable in between', async () => {
  const encrypted = (await keyProtection(profile))?.encrypt(secret) ?? new Uint8Array()
  expect(Buffer.from(encrypted).includes(Buffer.from(secret))).toBe(false)
  const later = await keyProtection(profile)
  expect(new Uint8Array(later?.decrypt(encrypted) ?? [])).toEqual(secret)
  // A flipped bit must not give another key.
  expect(() => later?.decrypt(Uint8Array.from(encrypted, (byte, index) => (index === 20 ? byte ^ 1 : byte)))).toThrow()
})

test('encrypted bytes still open when the system wants its secret encrypted again', async () => {
  const encrypted = (await keyProtection(profile))?.encrypt(secret) ?? new Uint8Array()
  safeStorage.shouldReEncrypt.mockReturnValueOnce(true)
  await keyProtection(profile)
  expect(new Uint8Array((await keyProtection(profile))?.decrypt(encrypted) ?? [])).toEqual(secret)
})

test('bytes encrypted by another system do not open, and no new key replaces theirs', async () => {
  const encrypted = (await keyProtection(profile))?.encrypt(secret) ?? new Uint8Array()
  const file = join(profile, 'kunci-sistem-1.bin')
  const kept = readFileSync(file)
  writeFileSync(file, 'of another PC')
  const here = await keyProtection(profile)
  expect(() => here?.decrypt(encrypted)).toThrow()
  expect(new Uint8Array(here?.decrypt(here.encrypt(secret)) ?? [])).toEqual(secret)
  // On the first PC it opens again.
  writeFileSync(file, kept)
  expect(new Uint8Array((await keyProtection(profile))?.decrypt(encrypted) ?? [])).toEqual(secret)
})

test('nothing is encrypted if the system has no secure storage, or only pretends to', async () => {
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(false)
  expect(await keyProtection(profile)).toBeUndefined()
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(true)
  safeStorage.getSelectedStorageBackend.mockReturnValue('basic_text')
  if (process.platform === 'linux') expect(await keyProtection(profile)).toBeUndefined()
})
