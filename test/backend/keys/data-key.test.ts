import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KeyProtection } from '../../../electron/backend/host-services.ts'
import { DataKey, isEncrypted, isWhole, unwrapKey, wrapKey } from '../../../electron/backend/keys/data-key.ts'
import { DataKeyStore } from '../../../electron/backend/keys/data-key-store.ts'
import { KeyStore } from '../../../electron/backend/keys/key-store.ts'

/** A simulated system that encrypts for one PC; decrypting on another PC throws. */
function systemOf(pc: number): KeyProtection {
  const turn = (bytes: Uint8Array) => Uint8Array.from(bytes, byte => byte ^ pc)
  return {
    encrypt: bytes => Uint8Array.of(pc, ...turn(bytes)),
    decrypt(encrypted) {
      if (encrypted[0] !== pc) throw new Error('encrypted on another PC')
      return turn(encrypted.subarray(1))
    },
  }
}

let folder: string
let sealedFiles: boolean
const storeOn = (system: KeyProtection | undefined) =>
  new DataKeyStore(folder, new KeyStore(folder, system), () => sealedFiles)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-key-'))
  sealedFiles = false
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('encrypted bytes', () => {
  const key = DataKey.make()

  test('open to the original, and are different every time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), bytes => {
        const encrypted = key.encrypt(bytes)
        expect(key.decrypt(encrypted)).toEqual(bytes)
        expect([isEncrypted(encrypted), isWhole(encrypted)]).toEqual([true, true])
        expect(Buffer.from(key.encrypt(bytes)).equals(Buffer.from(encrypted))).toBe(false)
      }),
    )
    expect(isEncrypted(Buffer.from('%PDF-1.7'))).toBe(false)
  })

  test('a flipped bit anywhere is noticed, with and without the key', () => {
    const encrypted = key.encrypt(Buffer.from('%PDF-1.7 KTP Siti Aminah'))
    expect(Buffer.from(encrypted).includes('Siti')).toBe(false)
    for (let at = 8; at < encrypted.length; at += 1) {
      const flipped = Uint8Array.from(encrypted)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect(isWhole(flipped)).toBe(false)
      // The digest at the end is checked only without the key.
      if (at < encrypted.length - 32) expect(() => key.decrypt(flipped)).toThrow('file_damaged')
    }
    for (const end of [0, 8, 60, encrypted.length - 1]) expect(isWhole(encrypted.subarray(0, end))).toBe(false)
  })

  test('another key does not open them', () => {
    expect(() => DataKey.make().decrypt(key.encrypt(Buffer.from('x')))).toThrow('file_damaged')
  })

  test('a wrapped key opens with its code alone', () => {
    const code = randomBytes(15)
    const wrapped = wrapKey(key, code)
    expect(unwrapKey(wrapped, code)?.secret.equals(key.secret)).toBe(true)
    expect(unwrapKey(wrapped, randomBytes(15))).toBeNull()
    expect(JSON.stringify(wrapped)).not.toContain(key.secret.toString('base64'))
  })
})

describe('the key of a folder', () => {
  test('is made once, encrypted by the system, and in no file unencrypted', () => {
    const store = storeOn(systemOf(7))
    expect(store.state).toBe('NONE')
    const { secret } = store.key
    expect(store.state).toBe('OPEN')
    const again = storeOn(systemOf(7))
    expect(again.key.secret.equals(secret)).toBe(true)
    expect(readFileSync(join(folder, 'kunci/da7a0001.json'), 'utf8')).not.toContain(secret.toString('base64'))
  })

  test.skipIf(process.platform === 'win32')('without such a system is a file for this user alone', () => {
    void storeOn(undefined).key
    expect(statSync(join(folder, 'kunci/da7a0001.json')).mode & 0o777).toBe(0o600)
  })

  test('is locked on another PC, and opens with the sheet; then that PC keeps it', () => {
    const home = storeOn(systemOf(7))
    const { secret } = home.key
    const code = randomBytes(15)
    expect(home.keepSheet(code, '2024-12-10T08:00:00')).toEqual({ number: 1, madeAt: '2024-12-10T08:00:00' })
    const away = storeOn(systemOf(9))
    expect(away.state).toBe('LOCKED')
    expect(() => away.key).toThrow('data_locked')
    expect(() => away.unlock(randomBytes(15))).toThrow('recovery_sheet_other')
    expect(away.state).toBe('LOCKED')
    away.unlock(code)
    expect(storeOn(systemOf(9)).key.secret.equals(secret)).toBe(true)
  })

  test('a new sheet makes the previous one invalid', () => {
    const store = storeOn(systemOf(7))
    const [first, second] = [randomBytes(15), randomBytes(15)]
    store.keepSheet(first, '2024-12-10T08:00:00')
    expect(store.keepSheet(second, '2024-12-11T08:00:00').number).toBe(2)
    const away = storeOn(systemOf(9))
    expect(() => away.unlock(first)).toThrow('recovery_sheet_other')
    away.unlock(second)
  })

  test('that was lost is never replaced by a new one over encrypted files', () => {
    const store = storeOn(systemOf(7))
    void store.key
    rmSync(join(folder, 'kunci'), { recursive: true })
    sealedFiles = true
    const after = storeOn(systemOf(7))
    expect(after.state).toBe('LOCKED')
    expect(() => after.key).toThrow('data_locked')
    expect(existsSync(join(folder, 'kunci'))).toBe(false)
  })
})
