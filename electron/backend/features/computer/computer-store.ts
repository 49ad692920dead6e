import type { FirstStep } from '../../../../shared/features/computer/contract.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function finishedSteps(db: ReadDatabase): FirstStep[] {
  return db.values<FirstStep>('SELECT step FROM computer_step ORDER BY step')
}

export function finishStep(db: WriteDatabase, step: FirstStep, at: string): void {
  db.run('INSERT INTO computer_step (step, done_at) VALUES (?, ?) ON CONFLICT (step) DO NOTHING', [step, at])
}

/** Whether the key in use was copied elsewhere; true if there is none. */
export function isKeyBackedUp(db: ReadDatabase): boolean {
  return db.value<number>('SELECT count(*) FROM signing_key WHERE retired_at IS NULL AND backed_up_at IS NULL') === 0
}
