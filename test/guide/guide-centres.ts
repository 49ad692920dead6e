import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { standingClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { samplePerson } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/silent-host.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { fillings } from './fillings.ts'

/** The day on which every task of the guide is done. */
export const guideToday = '2025-02-17' as PlainDate

/** A hash that takes no time: what it protects is fictional. */
export const quickHash = { log: 4, parallel: 1 }

/** Filled centres for the walks: each is made once, and copied for each task, so that no task sees what another one did. */
export class GuideCentres {
  readonly #root = mkdtempSync(join(tmpdir(), 'balai-guide-'))
  readonly #made = new Map<string, Promise<string>>()
  #copies = 0

  /** A data folder of its own, filled as the name says. @throws Error for a name that `fillings` does not know */
  async copy(name: string): Promise<string> {
    const made = this.#made.get(name) ?? this.#make(name)
    this.#made.set(name, made)
    const folder = join(this.#root, `copy-${this.#copies++}`)
    cpSync(await made, folder, { recursive: true })
    return folder
  }

  async #make(name: string): Promise<string> {
    const fill = fillings[name]
    if (!fill) throw new Error(`no filling is called ${name}; there are ${Object.keys(fillings).join(', ')}`)
    const folder = join(this.#root, name)
    let today = guideToday
    const backend = createBackend({
      dataFolder: folder,
      host: silentHost,
      actor: samplePerson,
      hashCost: quickHash,
      clock: { now: () => standingClock(today).now() },
    })
    await fill({ client: backend.client, fillSample: backend.fillSample, setToday: date => (today = date) })
    await backend.close()
    return folder
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true })
  }
}
