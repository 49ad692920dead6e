import { execFile } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import type { DiskEncryption } from '../../../shared/features/computer/contract.ts'
import { mountAt, mountTable } from './mounts.ts'

/** Whether the drive of a folder is encrypted by the system. Never throws; 'UNKNOWN' if it cannot be determined. */
export async function diskEncryptionOf(folder: string): Promise<DiskEncryption> {
  if (process.platform === 'linux') return onLinux(folder)
  const drive = /^(?:\\\\\?\\)?([A-Za-z]:)/.exec(folder)?.[1]
  if (process.platform !== 'win32' || drive === undefined) return 'UNKNOWN'
  return readBitLocker(await askWindows(drive))
}

/**
 * The state shown by Explorer, the only one readable without administrator rights. 1 on, 2 off, 3 encrypting, 4 decrypting, 5 suspended, 6 on and
 * locked, 8 waiting to be switched on.
 */
export function readBitLocker(answer: string): DiskEncryption {
  const value = answer.trim()
  if (['1', '3', '6'].includes(value)) return 'ON'
  return ['0', '2', '4', '5', '7', '8'].includes(value) ? 'OFF' : 'UNKNOWN'
}

function askWindows(drive: string): Promise<string> {
  const question = `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`
  const parameters = ['-NoProfile', '-NonInteractive', '-Command', question]
  return new Promise(resolve => {
    execFile('powershell.exe', parameters, { timeout: 10_000, windowsHide: true }, (error, stdout) =>
      resolve(error ? '' : stdout),
    )
  })
}

/** LUKS and similar are a device above the disk. */
function onLinux(folder: string): DiskEncryption {
  const { device } = mountAt(folder, mountTable())
  if (!device.startsWith('/dev/')) return 'UNKNOWN'
  try {
    const id = `/sys/class/block/${basename(realpathSync(device))}/dm/uuid`
    return existsSync(id) && readFileSync(id, 'utf8').startsWith('CRYPT-') ? 'ON' : 'OFF'
  } catch {
    return 'UNKNOWN'
  }
}
