import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { samplePerson } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { PracticeScene } from '../../shared/features/session/practice-scenes.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'

/** The date on which every task of the guide is walked. */
export const guideToday = '2025-02-17' as PlainDate

/** A password hash that costs no time; it protects fictional data only. */
export const quickHash = { log: 4, parallel: 1 }

/**
 * The scenes of the practice centre as data folders for the walks. Each is made once and copied for each task, so that no task sees the
 * changes of another.
 */
export class GuideCentres {
  readonly #root = mkdtempSync(join(tmpdir(), 'balai-guide-'))
  readonly #made = new Map<PracticeScene, Promise<string>>()
  #copies = 0

  /** A new data folder with the scene. */
  async copy(scene: PracticeScene): Promise<string> {
    const made = this.#made.get(scene) ?? this.#make(scene)
    this.#made.set(scene, made)
    const folder = join(this.#root, `copy-${this.#copies++}`)
    cpSync(await made, folder, { recursive: true })
    return folder
  }

  async #make(scene: PracticeScene): Promise<string> {
    const folder = join(this.#root, scene)
    const backend = createBackend({
      dataFolder: folder,
      host: silentHost,
      actor: samplePerson,
      hashCost: quickHash,
      clock: fixedClock(guideToday),
    })
    await backend.fillSample(scene)
    await backend.close()
    return folder
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true })
  }
}
