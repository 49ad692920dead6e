import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import { type Clock, momentOf } from '../clock.ts'
import { DomainError } from '../domain-error.ts'

// When the snapshot at quit fails, the window is already closed: the failure is written beside the data and shown at the next start.

/** Message of the host at quit. It cannot ask, because there is no page left. */
export function missedSnapshotMessage(error: unknown): string {
  const why = error instanceof DomainError ? domainErrorMessage(error.data) : 'Terjadi kesalahan yang tidak terduga.'
  return `Cadangan saat ditutup gagal dibuat. ${why} Data yang sudah disimpan tetap ada.`
}

const noteName = 'cadangan-gagal.txt'

/**
 * Makes a snapshot when no page can report a failure: the failure is noted for the next start and thrown again. Errors writing the note are ignored,
 * because a full disk may refuse it too.
 */
export async function noteMissed(dataFolder: string, clock: Clock, snapshot: () => Promise<void>): Promise<void> {
  try {
    await snapshot()
  } catch (error) {
    try {
      writeFileSync(join(dataFolder, noteName), `${momentOf(clock).at}\n`)
    } catch {
      // Then only the log has it.
    }
    throw error
  }
}

/** Time of the last failed snapshot, unless a later one succeeded. */
export function missedSnapshot(dataFolder: string): string | null {
  try {
    const at = readFileSync(join(dataFolder, noteName), 'utf8').trim()
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(at) ? at : null
  } catch {
    return null
  }
}

export function forgetMissedSnapshot(dataFolder: string): void {
  try {
    rmSync(join(dataFolder, noteName), { force: true })
  } catch {
    // Used by another program: the message is shown once more than needed.
  }
}
