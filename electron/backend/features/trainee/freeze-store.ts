import type { Freeze } from '../../../../shared/features/rights/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type Row = Omit<Freeze, 'thawed'> & { thawedAt: string | null; thawedBy: string | null; thawReason: string }

/** Latest first. */
export function freezesOf(db: ReadDatabase, traineeId: number): Freeze[] {
  return db
    .all<Row>(
      `SELECT requested_on AS requestedOn, reason, frozen_at AS at, frozen_by AS by, thawed_at AS thawedAt, thawed_by AS thawedBy,
         thaw_reason AS thawReason
       FROM trainee_freeze WHERE trainee_id = ? ORDER BY id DESC`,
      [traineeId],
    )
    .map(({ thawedAt, thawedBy, thawReason, ...row }) => ({
      ...row,
      thawed: thawedAt === null || thawedBy === null ? null : { at: thawedAt, by: thawedBy, reason: thawReason },
    }))
}

export function insertFreeze(
  db: WriteDatabase,
  traineeId: number,
  freeze: { requestedOn: PlainDate; reason: string; at: string; by: string },
): void {
  db.insert('trainee_freeze', 'trainee_id, requested_on, reason, frozen_at: at, frozen_by: by', {
    traineeId,
    ...freeze,
  })
}

/** Returns false if nothing was frozen. */
export function thaw(
  db: WriteDatabase,
  traineeId: number,
  thawing: { reason: string; at: string; by: string },
): boolean {
  const { changes } = db.run(
    `UPDATE trainee_freeze SET thawed_at = @at, thawed_by = @by, thaw_reason = @reason
     WHERE trainee_id = @traineeId AND thawed_at IS NULL`,
    { traineeId, ...thawing },
  )
  return changes === 1
}
