import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { dropUnusedAttachments } from '../attachment/attachment-store.ts'
import { deleteUnusedLetters, lettersOfTrainee } from '../attendance/leave-letter-store.ts'

// The only store that writes tables of other features: it erases a person from all of them, in an order their triggers allow.

export type Ground = 'RETENTION' | 'REQUEST'

export const erasedText = '(dihapus)'

const own = 'enrolment_id IN (SELECT id FROM enrolment WHERE trainee_id = @id)'
const ofMerge = 'merge_id IN (SELECT id FROM trainee_merge WHERE survivor_id = @id)'
const ofApplicant = 'IN (SELECT id FROM applicant WHERE trainee_id = @id)'

const removals = [
  `DELETE FROM enrolment_kit WHERE ${own}`,
  'DELETE FROM quick_note WHERE trainee_id = @id',
  'DELETE FROM trainee_photo WHERE trainee_id = @id',
  'DELETE FROM trainee_restricted WHERE trainee_id = @id',
  'DELETE FROM target_evidence WHERE trainee_id = @id',
  'DELETE FROM trainee_file WHERE trainee_id = @id',
]

/** Whether a graduate works or got an aid is kept for statistics; place and amount are erased. */
const beforeClosing = [
  `UPDATE follow_up SET place = '', work = '', income = NULL, note = '' WHERE ${own}`,
  `UPDATE business_aid SET evidence_id = NULL, end_reason = CASE WHEN ended_on IS NULL THEN '' ELSE @erased END WHERE ${own}`,
  // Sixteen digits that no rule accepts as a NIK, because the day is 00.
  `UPDATE trainee SET nik = printf('%016d', id), name = @name, folded_name = @foldedName, birth_place = '',
     birth_date = substr(birth_date, 1, 4) || '-01-01', family_card = '', address = '', neighbourhood = '', hamlet = '', phone = '',
     religion = NULL, marital_status = NULL, home_address = '', home_neighbourhood = '', home_hamlet = '', home_village_code = NULL,
     email = '', employment = NULL, job_card = '', job_card_date = NULL, shirt_size = NULL, shoe_size = NULL, colour_blind = NULL,
     emergency_name = '', emergency_phone = ''
   WHERE id = @id`,
  // Numbers lead to a name in the register of the LSP; result and date are kept.
  `UPDATE competence_test SET number = '', registration = '' WHERE ${own}`,
]

/** Free texts about a person. The schema allows changing some of these rows only after the person is anonymous. */
const afterClosing = [
  "UPDATE trainee_consent SET guardian = @erased WHERE trainee_id = @id AND guardian <> ''",
  `UPDATE trainee_freeze SET reason = @erased, thaw_reason = CASE WHEN thawed_at IS NULL THEN '' ELSE @erased END
   WHERE trainee_id = @id`,
  "UPDATE enrolment SET left_reason = @erased WHERE trainee_id = @id AND left_reason <> ''",
  "UPDATE enrolment SET repeat_reason = @erased WHERE trainee_id = @id AND repeat_reason <> ''",
  `UPDATE import_row SET name = @erased, reason = '', before = CASE WHEN before IS NULL THEN NULL ELSE '{}' END,
     after = CASE WHEN after IS NULL THEN NULL ELSE '{}' END
   WHERE trainee_id = @id`,
  "UPDATE applicant SET tie_reason = @erased WHERE trainee_id = @id AND tie_reason <> ''",
  "UPDATE applicant SET override_reason = @erased WHERE trainee_id = @id AND override_reason <> ''",
  `UPDATE applicant_event SET reason = @erased WHERE reason <> '' AND applicant_id ${ofApplicant}`,
  // A place that was taken over names the previous person.
  `UPDATE applicant_event SET reason = @erased WHERE reason <> '' AND replaces ${ofApplicant}`,
  `UPDATE hub_notice SET trainings = '[]', reason = CASE WHEN answer IS NULL THEN '' ELSE @erased END WHERE applicant_id ${ofApplicant}`,
  // The deputy who collected a certificate was a relative.
  `UPDATE certificate_collection SET deputy_name = CASE deputy_name WHEN '' THEN '' ELSE @erased END,
     deputy_relation = CASE deputy_relation WHEN '' THEN '' ELSE @erased END,
     take_back_reason = CASE take_back_reason WHEN '' THEN '' ELSE @erased END
   WHERE certificate_id IN (SELECT id FROM certificate WHERE ${own})`,
  'DELETE FROM name_word WHERE people = 0',
  // A merge contains two complete rows for splitting, which is no longer possible.
  `DELETE FROM trainee_merge_photo WHERE ${ofMerge}`,
  `DELETE FROM trainee_merge_restricted WHERE ${ofMerge}`,
  `UPDATE trainee_merge SET away = '{}', survivor_before = '{}', survivor_after = '{}', other_nik = '' WHERE survivor_id = @id`,
  'DELETE FROM possible_double WHERE first_id = @id',
  'DELETE FROM possible_double WHERE second_id = @id',
  `UPDATE attendance SET note = '' WHERE note <> '' AND ${own}`,
  `UPDATE attendance_correction SET reason = @erased WHERE reason <> '' AND ${own}`,
]

/**
 * Erases a person from every table and closes the row. Sex, year of birth, kelurahan, education, marks, scores, decisions, target groups at admission
 * and issued papers are kept. Returns stored files without references.
 */
export function forgetPerson(db: WriteDatabase, id: number, ground: Ground, who: Who): { name: string }[] {
  const name = `Peserta dianonimkan #${id}`
  const values = { id, erased: erasedText, name, foldedName: foldName(name) }
  const files = db.all<{ id: number; name: string }>(
    'SELECT stored_file.id, name FROM trainee_file JOIN stored_file ON stored_file.id = file_id WHERE trainee_id = ?',
    [id],
  )
  for (const statement of removals) db.run(statement, values)
  for (const file of files) db.run('DELETE FROM stored_file WHERE id = ?', [file.id])
  const letters = lettersOfTrainee(db, id)
  db.run(`DELETE FROM attendance_letter WHERE ${own}`, { id })
  files.push(...deleteUnusedLetters(db, letters))
  for (const statement of beforeClosing) db.run(statement, values)
  dropUnusedAttachments(db)
  db.insert('trainee_anonymity', 'trainee_id: id, ground, anonymised_at: at, anonymised_by: by', { id, ground, ...who })
  for (const statement of afterClosing) db.run(statement, values)
  return files
}

/** People to erase, with everything that old audit rows may contain of them. */
export type ForgottenPeople = {
  trainees: ReadonlySet<number>
  enrolments: ReadonlySet<number>
  certificates: ReadonlySet<string>
  /** NIK, No. KK, phone, email: unique values. */
  identifiers: ReadonlySet<string>
}

type Known = { nik?: unknown; familyCard?: unknown; phone?: unknown; emergencyPhone?: unknown; email?: unknown }

/** All present and former names and numbers of these people. */
export function forgottenPeople(db: ReadDatabase, ids: readonly number[]): ForgottenPeople {
  const chosen = JSON.stringify(ids)
  const among = 'IN (SELECT value FROM json_each(@chosen))'
  const present = db.all<Known>(
    `SELECT nik, family_card AS familyCard, phone, emergency_phone AS emergencyPhone, email FROM trainee WHERE id ${among}`,
    { chosen },
  )
  const past = db
    .all<{ before: string | null; after: string | null }>(
      `SELECT before, after FROM audit WHERE entity = 'trainee' AND entity_id IN (SELECT CAST(value AS TEXT) FROM json_each(@chosen))`,
      { chosen },
    )
    .flatMap(({ before, after }) => [before, after])
    .map(json => (JSON.parse(json ?? 'null') ?? {}) as Known)
  const identifiers = [...present, ...past]
    .flatMap(known => [known.nik, known.familyCard, known.phone, known.emergencyPhone, known.email])
    .filter(text => typeof text === 'string' && text !== '') as string[]
  const enrolments = db.all<{ id: number; number: string | null }>(
    `SELECT enrolment.id, certificate.number FROM enrolment LEFT JOIN certificate ON certificate.enrolment_id = enrolment.id
     WHERE trainee_id ${among}`,
    { chosen },
  )
  return {
    trainees: new Set(ids),
    enrolments: new Set(enrolments.map(row => row.id)),
    certificates: new Set(enrolments.flatMap(row => (row.number === null ? [] : [row.number]))),
    identifiers: new Set(identifiers),
  }
}
