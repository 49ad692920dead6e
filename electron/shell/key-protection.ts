import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import type { KeyProtection } from '../backend/host-services.ts'

const [keyBytes, startBytes, tagBytes] = [32, 12, 16]

/**
 * Encrypts keys with the key store of the system for this user (DPAPI, Keychain, a keyring). Undefined if there is none: on Linux without a keyring
 * Electron would "encrypt" with a known password. Call it once `app` is ready. The system is asked once, at the start, for one key in the folder of
 * this user's program (where Electron's own key is too). The other keys are encrypted with that key synchronously, because a command that makes a key
 * is one transaction and cannot await.
 */
export async function keyProtection(profile: string): Promise<KeyProtection | undefined> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
    return undefined
  const key = await systemKey(profile)
  return {
    encrypt(bytes) {
      const start = randomBytes(startBytes)
      const cipher = createCipheriv('aes-256-gcm', key, start)
      return Buffer.concat([start, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    },
    decrypt(encrypted) {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, startBytes))
      decipher.setAuthTag(encrypted.subarray(-tagBytes))
      return Buffer.concat([decipher.update(encrypted.subarray(startBytes, -tagBytes)), decipher.final()])
    },
  }
}

/**
 * A key that the system cannot decrypt, because the folder comes from another PC, is kept beside the new one: on that PC it still works. Keys
 * encrypted with it stay locked here until they are restored with the recovery sheet.
 */
async function systemKey(profile: string): Promise<Buffer> {
  for (let n = 1; ; n += 1) {
    const file = join(profile, `kunci-sistem-${n}.bin`)
    const known = await openedKey(file)
    if (known) return known
    if (existsSync(file)) continue
    const made = randomBytes(keyBytes)
    await keep(file, made)
    return made
  }
}

async function openedKey(file: string): Promise<Buffer | undefined> {
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(readFileSync(file))
    const key = Buffer.from(result, 'base64')
    if (key.length !== keyBytes) return undefined
    // The system has a newer secret than the one that encrypted this key.
    if (shouldReEncrypt) await keep(file, key)
    return key
  } catch {
    return undefined
  }
}

/** Writes the whole file or nothing. */
async function keep(file: string, key: Buffer): Promise<void> {
  const encrypted = await safeStorage.encryptStringAsync(key.toString('base64'))
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(`${file}.tmp`, encrypted, { mode: 0o600, flush: true })
  renameSync(`${file}.tmp`, file)
}
