import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { findEdition, formsOf } from '../../electron/backend/features/scan/sheet-edition-store.ts'
import { samplePerson } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { chanceOf } from './chance.ts'
import { returnSheet, signSheet } from './make-scan.ts'

const photo = { turned: 3, slanted: 0.08, grain: 4, blur: 0.5, dim: 0.25, quality: 80, size: 1.1 }

interface Signed {
  dataFolder: string
  today: PlainDate
  code: string
  day: number
  /** Numbers of the people who did not sign. */
  without: readonly number[]
}

/** A photo of the sheet of one day, printed by the program and signed. The data folder must not be open. */
export async function signedSheet({ dataFolder, today, code, day, without }: Signed): Promise<Buffer> {
  const backend = createBackend({ dataFolder, host: silentHost, actor: samplePerson, clock: fixedClock(today) })
  const { file } = await backend.client.paper.make({ code, key: 'attendance-day', size: null, day })
  const db = backend.workspace.read
  const edition = findEdition(db, db.value<number>('SELECT id FROM cohort WHERE code = ?', [code]), 1)
  const [form] = edition ? formsOf(db, edition, String(day).padStart(2, '0'), 1) : []
  await backend.close()
  if (!form) throw new Error('the sheet is not remembered')
  const chance = chanceOf(41)
  const signed = await signSheet(new Uint8Array(await file.arrayBuffer()), 0, form.boxes, {
    chance,
    dotsPerInch: 150,
    signs: ({ position }) => !without.includes(position),
  })
  return Buffer.from(await returnSheet(signed, photo, chance))
}
