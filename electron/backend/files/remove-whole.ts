import { renameSync, rmSync } from 'node:fs'
import { DomainError } from '../domain-error.ts'

/** Deletes a folder completely or not at all. @throws DomainError file_in_use; it is then unchanged */
export function removeWhole(folder: string): void {
  const old = `${folder}-lama`
  try {
    rmSync(old, { recursive: true, force: true })
    renameSync(folder, old)
  } catch {
    throw new DomainError({ code: 'file_in_use', name: folder })
  }
  rmSync(old, { recursive: true, force: true })
}
