import type { rightsContract } from '../../../../shared/features/rights/contract.ts'
import { anonymityGround } from '../../../../shared/features/rights/retention.ts'
import { foldName } from '../../../../shared/features/trainee/name.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { eraseFromAudit, erasureEntity } from '../../audit.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { deleteStoredFile } from '../../files/file-store.ts'
import type { CommandScope, Handler } from '../../scope.ts'
import { forgetAlumni, forgetCollections } from '../alumni/forget-alumni.ts'
import { dropSilentLetters, lettersOfTrainee } from '../attendance/leave-letter-store.ts'
import { getRules } from '../centre/centre-store.ts'
import { thaw } from '../trainee/freeze-store.ts'
import { assertNamed } from '../trainee/person-state-store.ts'
import type { ForgottenPeople } from './erased-values.ts'
import { erasedText, erasedValues } from './erased-values.ts'
import { heldCohortsOf } from './retention-store.ts'

/** All or nothing. The scans go from the disk once nothing in the database knows them any more. */
export const anonymise: Handler<(typeof rightsContract)['anonymise']> = async ({ write, workspace }, input) => {
  const { folder } = workspace
  const ids = [...new Set(input.ids)]
  const files = write(scope => {
    const grounds = ids.map(id => groundOf(scope, id, input.reason))
    const people = forgottenPeople(scope.db, ids)
    const names = ids.map((id, index) => {
      const ground = grounds[index] ?? 'REQUEST'
      const gone = forget(scope, id, ground)
      const reason = ground === 'REQUEST' ? { reason: input.reason } : {}
      scope.record('trainee_anonymity', id, null, { ground, files: gone.length, ...reason })
      return gone
    })
    scope.record(erasureEntity, `${ids.length} peserta`, null, {
      rows: eraseFromAudit(scope.db, row => erasedValues(row, people)),
    })
    return names.flat()
  })
  // One that another program holds must not keep the others on the disk; `balai check` names it as belonging to nobody.
  const gone = await Promise.allSettled(files.map(name => deleteStoredFile(folder, { name })))
  const left = gone.filter(one => one.status === 'rejected').length
  return { people: ids.length, files: files.length - left, left }
}

/** @throws DomainError not_found, person_anonymised, kept_for_class, reason_of_request */
function groundOf({ db, today }: CommandScope, id: TraineeId, reason: string | null): 'RETENTION' | 'REQUEST' {
  const { name } = assertNamed(db, id)
  const found = anonymityGround(heldCohortsOf(db, id), getRules(db).retentionYears, today)
  if (found.ground === null)
    throw new DomainError({ code: 'kept_for_class', name, cohort: found.cohort, until: found.until })
  if (found.ground === 'REQUEST' && reason === null) throw new DomainError({ code: 'reason_of_request', name })
  return found.ground
}

/** What stays: sex, year of birth, kelurahan, education, marks, scores, decisions, target groups at admission, and issued papers. */
function forget({ db, at, operator }: CommandScope, id: TraineeId, ground: 'RETENTION' | 'REQUEST'): string[] {
  const name = `Peserta dianonimkan #${id}`
  const who = { at, by: operator.name }
  thaw(db, id, { ...who, reason: 'Dianonimkan' })
  db.run('DELETE FROM enrolment_kit WHERE enrolment_id IN (SELECT id FROM enrolment WHERE trainee_id = ?)', [id])
  const files = db.all<{ id: number; name: string }>(
    'SELECT stored_file.id, name FROM trainee_file JOIN stored_file ON stored_file.id = file_id WHERE trainee_id = ?',
    [id],
  )
  for (const table of ['trainee_photo', 'trainee_restricted', 'target_evidence', 'trainee_file'])
    db.run(`DELETE FROM ${table} WHERE trainee_id = ?`, [id])
  for (const file of files) db.run('DELETE FROM stored_file WHERE id = ?', [file.id])
  const letters = lettersOfTrainee(db, id)
  db.run('DELETE FROM attendance_letter WHERE enrolment_id IN (SELECT id FROM enrolment WHERE trainee_id = ?)', [id])
  files.push(...dropSilentLetters(db, letters))
  forgetAlumni(db, id)
  // Sixteen digits that no rule takes for a NIK: the day in it is 00.
  db.run(
    `UPDATE trainee SET nik = printf('%016d', id), name = @name, folded_name = @foldedName, birth_place = '',
       birth_date = substr(birth_date, 1, 4) || '-01-01', family_card = '', address = '', neighbourhood = '', hamlet = '', phone = '',
       religion = NULL, marital_status = NULL, home_address = '', home_neighbourhood = '', home_hamlet = '', home_village_code = NULL,
       email = '', employment = NULL, job_card = '', job_card_date = NULL, shirt_size = NULL, shoe_size = NULL, colour_blind = NULL,
       emergency_name = '', emergency_phone = ''
     WHERE id = @id`,
    { id, name, foldedName: foldName(name) },
  )
  // The numbers lead to a name in the register of the LSP; that and when somebody was found competent stays.
  db.run(
    `UPDATE competence_test SET number = '', registration = '' WHERE enrolment_id IN (SELECT id FROM enrolment WHERE trainee_id = ?)`,
    [id],
  )
  db.run(
    'INSERT INTO trainee_anonymity (trainee_id, ground, anonymised_at, anonymised_by) VALUES (@id, @ground, @at, @by)',
    {
      id,
      ground,
      ...who,
    },
  )
  eraseWords(db, id)
  return files.map(file => file.name)
}

/** What people wrote in their own words about somebody. */
function eraseWords(db: WriteDatabase, id: number): void {
  const parameters = { id, erased: erasedText }
  const own = 'enrolment_id IN (SELECT id FROM enrolment WHERE trainee_id = @id)'
  db.run("UPDATE trainee_consent SET guardian = @erased WHERE trainee_id = @id AND guardian <> ''", parameters)
  db.run(
    `UPDATE trainee_freeze SET reason = @erased, thaw_reason = CASE WHEN thawed_at IS NULL THEN '' ELSE @erased END
     WHERE trainee_id = @id`,
    parameters,
  )
  db.run("UPDATE enrolment SET left_reason = @erased WHERE trainee_id = @id AND left_reason <> ''", parameters)
  db.run("UPDATE enrolment SET repeat_reason = @erased WHERE trainee_id = @id AND repeat_reason <> ''", parameters)
  db.run(
    `UPDATE import_row SET name = @erased, reason = '', before = CASE WHEN before IS NULL THEN NULL ELSE '{}' END,
       after = CASE WHEN after IS NULL THEN NULL ELSE '{}' END
     WHERE trainee_id = @id`,
    parameters,
  )
  db.run("UPDATE applicant SET tie_reason = @erased WHERE trainee_id = @id AND tie_reason <> ''", parameters)
  db.run("UPDATE applicant SET override_reason = @erased WHERE trainee_id = @id AND override_reason <> ''", parameters)
  db.run(
    `UPDATE applicant_event SET reason = @erased
     WHERE reason <> '' AND applicant_id IN (SELECT id FROM applicant WHERE trainee_id = @id)`,
    parameters,
  )
  // A place that was taken over names who had it.
  db.run(
    `UPDATE applicant_event SET reason = @erased
     WHERE reason <> '' AND replaces IN (SELECT id FROM applicant WHERE trainee_id = @id)`,
    parameters,
  )
  forgetCollections(db, id)
  db.run('DELETE FROM name_word WHERE people = 0')
  forgetMerges(db, id)
  db.run(`UPDATE attendance SET note = '' WHERE note <> '' AND ${own}`, { id })
  db.run(`UPDATE attendance_correction SET reason = @erased WHERE reason <> '' AND ${own}`, parameters)
}

/** A merge keeps two whole rows for the way back, which nobody goes any more. */
function forgetMerges(db: WriteDatabase, id: number): void {
  for (const table of ['trainee_merge_photo', 'trainee_merge_restricted'])
    db.run(`DELETE FROM ${table} WHERE merge_id IN (SELECT id FROM trainee_merge WHERE survivor_id = ?)`, [id])
  db.run(
    `UPDATE trainee_merge SET away = '{}', survivor_before = '{}', survivor_after = '{}', other_nik = '' WHERE survivor_id = ?`,
    [id],
  )
  for (const column of ['first_id', 'second_id']) db.run(`DELETE FROM possible_double WHERE ${column} = ?`, [id])
}

type Known = { nik?: unknown; familyCard?: unknown; phone?: unknown; emergencyPhone?: unknown; email?: unknown }

/** Everything that these people were ever known by, present and past. */
function forgottenPeople(db: ReadDatabase, ids: readonly number[]): ForgottenPeople {
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
