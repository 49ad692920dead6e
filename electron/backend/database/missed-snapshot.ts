import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import { type Clock, momentOf } from '../clock.ts'
import { DomainError } from '../domain-error.ts'

// When the snapshot at quit fails the window is gone already: what happened is written beside the data and said at the next start.

/** What the host shows at quit. It can only tell: there is no page left to ask in. */
export function missedSnapshotWords(error: unknown): string {
  const why = error instanceof DomainError ? domainErrorMessage(error.data) : 'Terjadi kesalahan yang tidak terduga.'
  return `Cadangan saat ditutup gagal dibuat. ${why} Data yang sudah disimpan tetap ada.`
}

const noteName = 'cadangan-gagal.txt'

/**
 * Takes a snapshot where no screen is left to report a failure: it is noted for the next start and thrown on. A note that cannot be written
 * is left out, because a full disk may refuse it too.
 */
export async function noteMissed(dataFolder: string, clock: Clock, snapshot: () => Promise<void>): Promise<void> {
  try {
    await snapshot()
  } catch (error) {
    try {
      writeFileSync(join(dataFolder, noteName), `${momentOf(clock).at}\n`)
    } catch {
      // Then only the log says it.
    }
    throw error
  }
}

/** When the last snapshot failed, unless one was made since. */
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
    // Held by another program: said once more than needed.
  }
}
