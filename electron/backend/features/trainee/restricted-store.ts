import { nothingRestricted, type RestrictedDraft } from '../../../../shared/features/trainee/restricted.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

// Every reading must leave an audit row: call this only from commands that write one.

export function findRestricted(db: ReadDatabase, traineeId: number): RestrictedDraft | undefined {
  return db.get<RestrictedDraft>(
    `SELECT stunted_child AS stuntedChild, disability, disability_needs AS disabilityNeeds, bank_name AS bankName,
       bank_account AS bankAccount, bank_holder AS bankHolder
     FROM trainee_restricted WHERE trainee_id = ?`,
    [traineeId],
  )
}

function saveRestricted(db: WriteDatabase, traineeId: number, restricted: RestrictedDraft): void {
  db.run(
    `INSERT OR REPLACE INTO trainee_restricted
       (trainee_id, stunted_child, disability, disability_needs, bank_name, bank_account, bank_holder)
     VALUES (@traineeId, @stuntedChild, @disability, @disabilityNeeds, @bankName, @bankAccount, @bankHolder)`,
    { ...restricted, traineeId },
  )
}

/**
 * Writes restricted data and returns the names of changed fields; without changes no row. The audit may contain these names but never values: it
 * cannot forget, and the values must be erasable.
 */
export function writeRestricted(db: WriteDatabase, id: number, facts: RestrictedDraft): string[] {
  const present = findRestricted(db, id) ?? nothingRestricted
  const fields = (Object.keys(nothingRestricted) as (keyof RestrictedDraft)[]).filter(
    key => present[key] !== facts[key],
  )
  if (fields.length > 0) saveRestricted(db, id, facts)
  return fields
}
