import { type DatingFacts, keepsDate, usualPaperDate } from '../../../../shared/facts/paper-date.ts'
import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Date of a paper; `byHand` if it was set. */
type PaperDate = { date: PlainDate | null; byHand: boolean }

type Kept = { dated: PlainDate; byHand: number }

/** Set by hand, else kept from the first print, else by the rule. */
export function paperDateOf(db: ReadDatabase, cohortId: number, key: PaperKey, facts: DatingFacts): PaperDate {
  const kept = db.get<Kept>('SELECT dated, by_hand AS byHand FROM paper_date WHERE cohort_id = ? AND paper_key = ?', [
    cohortId,
    key,
  ])
  if (kept?.byHand === 1) return { date: kept.dated, byHand: true }
  if (kept && keepsDate(key)) return { date: kept.dated, byHand: false }
  return { date: usualPaperDate(key, facts), byHand: false }
}

/** Null deletes it: the rule applies again. */
export function writePaperDate(
  db: WriteDatabase,
  cohortId: number,
  key: PaperKey,
  dated: PlainDate | null,
  { byHand, at, by }: { byHand: boolean; at: string; by: string },
): void {
  if (dated === null) {
    db.run('DELETE FROM paper_date WHERE cohort_id = ? AND paper_key = ?', [cohortId, key])
    return
  }
  db.run(
    `INSERT INTO paper_date (cohort_id, paper_key, dated, by_hand, recorded_at, recorded_by)
     VALUES (@cohortId, @key, @dated, @byHand, @at, @by)
     ON CONFLICT (cohort_id, paper_key) DO UPDATE SET dated = excluded.dated, by_hand = excluded.by_hand,
       recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
    { cohortId, key, dated, byHand: byHand ? 1 : 0, at, by },
  )
}

/** The date of the first print is kept. */
export function keepPaperDate(
  db: WriteDatabase,
  cohortId: number,
  key: PaperKey,
  dated: PlainDate,
  { at, by }: { at: string; by: string },
): void {
  db.run(
    `INSERT INTO paper_date (cohort_id, paper_key, dated, by_hand, recorded_at, recorded_by)
     VALUES (@cohortId, @key, @dated, 0, @at, @by) ON CONFLICT (cohort_id, paper_key) DO NOTHING`,
    { cohortId, key, dated, at, by },
  )
}
