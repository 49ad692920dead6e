import type {
  Credential,
  CredentialDraft,
  instructorContract,
} from '../../../../shared/features/instructor/contract.ts'
import { permits } from '../../../../shared/features/instructor/credential.ts'
import { normaliseCredentialNumber } from '../../../../shared/features/instructor/credential-number.ts'
import { credentialId, instructorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found, Refused } from '../../refused.ts'
import type { Handlers } from '../../scope.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import {
  findCredential,
  findInstructor,
  insertCredential,
  insertInstructor,
  listInstructors,
  updateCredential,
  updateInstructor,
} from './instructor-store.ts'

export const instructorHandlers: Handlers<typeof instructorContract> = {
  list: ({ db, today }) => listInstructors(db, today),

  get: ({ db, today }, { id }) => found(findInstructor(db, id, today), 'instructor'),

  save({ db, today, record }, { id, instructor }) {
    if (id === null) {
      const created = instructorId.parse(insertInstructor(db, instructor))
      record('instructor', created, null, instructor)
      return { id: created }
    }
    const { credentials: _, cohorts: __, ...before } = found(findInstructor(db, id, today), 'instructor')
    updateInstructor(db, id, instructor)
    record('instructor', id, before, instructor)
    return { id }
  },

  saveCredential({ db, today, record }, { instructorId: owner, id, credential: typed }) {
    const instructor = found(findInstructor(db, owner, today), 'instructor')
    const credential = { ...typed, number: normaliseCredentialNumber(typed.number) }
    const twin = instructor.credentials.find(
      row => row.kind === credential.kind && row.number === credential.number && row.id !== id,
    )
    if (twin) throw new Refused({ code: 'name_taken', thing: 'credential', name: credential.number })
    if (id === null) {
      const created = credentialId.parse(insertCredential(db, owner, credential))
      record('credential', created, null, credential)
      return { id: created }
    }
    const before = found(findCredential(db, id), 'credential')
    if (before.instructorId !== owner) throw new Refused({ code: 'not_found', thing: 'credential' })
    refuseGap(db, instructor, before, credential)
    updateCredential(db, id, credential)
    record('credential', id, before, credential)
    return { id }
  },

  removeCredential({ db, today, record }, { id }) {
    const before = found(findCredential(db, id), 'credential')
    const instructor = found(findInstructor(db, before.instructorId, today), 'instructor')
    refuseGap(db, instructor, before, null)
    db.run('DELETE FROM credential WHERE id = ?', [id])
    record('credential', id, before, null)
  },
}

/**
 * What a credential loses must not leave a day of teaching without permission; the triggers hold the same line. A gap that was
 * there before, from a stricter setting, must not keep a renewal out.
 */
function refuseGap(
  db: ReadDatabase,
  instructor: { id: number; name: string; credentials: readonly Credential[] },
  before: Credential,
  after: CredentialDraft | null,
): void {
  const required = requiredKinds(db)
  const held = [...instructor.credentials.filter(row => row.id !== before.id), ...(after ? [after] : [])]
  const taught = db.all<{ date: PlainDate; trade: string; title: string }>(
    `SELECT cohort_day.date, cohort.trade, cohort.title FROM teaching
     JOIN cohort_day ON cohort_day.id = teaching.day_id JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE teaching.instructor_id = @instructorId AND cohort.cancelled_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM credential_override AS allowed
       WHERE allowed.day_id = teaching.day_id AND allowed.instructor_id = @instructorId AND allowed.date = cohort_day.date)
     ORDER BY cohort_day.date`,
    { instructorId: instructor.id },
  )
  const gap = taught.find(({ trade, date }) => {
    const covers = (credential: Credential | CredentialDraft) => permits([credential], [before.kind], trade, date)
    return covers(before) && !(after && covers(after)) && !permits(held, required, trade, date)
  })
  if (gap) throw new Refused({ code: 'credential_in_use', name: instructor.name, cohort: gap.title, date: gap.date })
}
