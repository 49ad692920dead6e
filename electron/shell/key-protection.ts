import { safeStorage } from 'electron'
import type { KeyProtection } from '../backend/host-services.ts'

/**
 * Seals keys with what the system keeps for this user (DPAPI, Keychain, a keyring). Undefined where it keeps nothing: on Linux without a
 * keyring Electron would "encrypt" with a password that everybody knows. Call it once `app` is ready.
 */
export function keyProtection(): KeyProtection | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
    return undefined
  // The synchronous calls, because a command that makes a key is one transaction.
  return {
    seal: bytes => safeStorage.encryptString(Buffer.from(bytes).toString('base64')),
    open: sealed => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
  }
}
