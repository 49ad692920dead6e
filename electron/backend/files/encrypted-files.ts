import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { fileFolderName } from '../database/identity.ts'
import { isEncrypted } from '../keys/data-key.ts'

/** Whether anything here is encrypted: then no new key may be made. */
export function hasEncryptedFiles(dataFolder: string): boolean {
  const folder = join(dataFolder, fileFolderName)
  if (!existsSync(folder)) return false
  return readdirSync(folder).some(name => isEncrypted(headOf(join(folder, name))))
}

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const head = new Uint8Array(16)
    return head.subarray(0, readSync(file, head))
  } finally {
    closeSync(file)
  }
}
