import type { RestrictedDraft } from '../../../../shared/features/trainee/restricted.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

// Only the command that logs the reading, and the one that writes, may call what is here.

export function findRestricted(db: ReadDatabase, traineeId: number): RestrictedDraft | undefined {
  return db.get<RestrictedDraft>(
    `SELECT stunted_child AS stuntedChild, disability, disability_needs AS disabilityNeeds, bank_name AS bankName,
       bank_account AS bankAccount, bank_holder AS bankHolder
     FROM trainee_restricted WHERE trainee_id = ?`,
    [traineeId],
  )
}

export function saveRestricted(db: WriteDatabase, traineeId: number, restricted: RestrictedDraft): void {
  db.run(
    `INSERT OR REPLACE INTO trainee_restricted
       (trainee_id, stunted_child, disability, disability_needs, bank_name, bank_account, bank_holder)
     VALUES (@traineeId, @stuntedChild, @disability, @disabilityNeeds, @bankName, @bankAccount, @bankHolder)`,
    { ...restricted, traineeId },
  )
}
