import { beforeEach, expect, test, vi } from 'vitest'
import { keyProtection } from '../../electron/shell/key-protection.ts'
import { safeStorage } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

beforeEach(() => {
  safeStorage.isEncryptionAvailable.mockReturnValue(true)
  safeStorage.getSelectedStorageBackend.mockReturnValue('gnome_libsecret')
})

test('what the system has sealed comes back byte for byte and is not readable in between', () => {
  const protection = keyProtection()
  const secret = Uint8Array.from({ length: 48 }, (_, index) => index * 5)
  const sealed = protection?.seal(secret) ?? new Uint8Array()
  expect(Buffer.from(sealed).includes(Buffer.from(secret))).toBe(false)
  expect(new Uint8Array(protection?.open(sealed) ?? [])).toEqual(secret)
})

test('nothing is sealed where the system keeps no secret, or only pretends to', () => {
  safeStorage.isEncryptionAvailable.mockReturnValue(false)
  expect(keyProtection()).toBeUndefined()
  safeStorage.isEncryptionAvailable.mockReturnValue(true)
  safeStorage.getSelectedStorageBackend.mockReturnValue('basic_text')
  if (process.platform === 'linux') expect(keyProtection()).toBeUndefined()
})
