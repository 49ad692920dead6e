import type { WriteDatabase } from '../../database/connection.ts'
import { dropUnusedAttachments } from '../attachment/attachment-store.ts'
import { erasedText } from '../rights/erased-values.ts'

const own = 'enrolment_id IN (SELECT id FROM enrolment WHERE trainee_id = @id)'

/** Whether somebody works and who was helped stays for the figures; where, for how much and in which words goes. Before the person is closed. */
export function forgetAlumni(db: WriteDatabase, id: number): void {
  db.run(`UPDATE follow_up SET place = '', work = '', income = NULL, note = '' WHERE ${own}`, { id })
  db.run(
    `UPDATE business_aid SET evidence_id = NULL, end_reason = CASE WHEN ended_on IS NULL THEN '' ELSE @erased END WHERE ${own}`,
    { id, erased: erasedText },
  )
  dropUnusedAttachments(db)
}

/** Who came for a paper was a relative. Once the person is anonymous: until then the database keeps these rows as they are. */
export function forgetCollections(db: WriteDatabase, id: number): void {
  db.run(
    `UPDATE certificate_collection SET deputy_name = CASE deputy_name WHEN '' THEN '' ELSE @erased END,
       deputy_relation = CASE deputy_relation WHEN '' THEN '' ELSE @erased END,
       take_back_reason = CASE take_back_reason WHEN '' THEN '' ELSE @erased END
     WHERE certificate_id IN (SELECT id FROM certificate WHERE ${own})`,
    { id, erased: erasedText },
  )
}
