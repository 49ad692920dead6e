import type { ReadDatabase } from '../../database/connection.ts'
import { erasedText } from '../rights/forget-store.ts'

// Compares present rows with what the history recorded last. A person who has the key can change a row and reseal it, but cannot add it to a history
// that was signed day by day. Where the history has no values (imported lists, erased data) nothing is compared.

/** Ids of people whose row differs from the last act about them. A NIK erased together with another person who also had it is ignored. */
export function changedPeople(db: ReadDatabase): string[] {
  return db.values<string>(
    `SELECT 'peserta ' || trainee.id AS name FROM trainee JOIN audit AS said ON said.id = (
       SELECT id FROM audit WHERE entity = 'trainee' AND entity_id = CAST(trainee.id AS TEXT) AND json_type(after, '$.nik') = 'text'
       ORDER BY id DESC LIMIT 1)
     WHERE (said.after ->> '$.nik' NOT IN (trainee.nik, '${erasedText}') OR said.after ->> '$.name' NOT IN (trainee.name, '${erasedText}')
         OR said.after ->> '$.birthDate' NOT IN (trainee.birth_date, '${erasedText}') OR said.after ->> '$.birthPlace' NOT IN (trainee.birth_place, '${erasedText}')
         OR said.after ->> '$.sex' NOT IN (trainee.sex, '${erasedText}') OR said.after ->> '$.familyCard' NOT IN (trainee.family_card, '${erasedText}')
         OR said.after ->> '$.phone' NOT IN (trainee.phone, '${erasedText}'))
     UNION ALL SELECT 'peserta ' || trainee.id FROM import_row AS said JOIN trainee ON trainee.id = said.trainee_id
     WHERE outcome = 'created'
       AND NOT EXISTS (SELECT 1 FROM audit WHERE entity = 'trainee' AND entity_id = CAST(trainee.id AS TEXT))
       AND json_type(said.after, '$.nik') = 'text'
       AND (said.after ->> '$.nik' NOT IN (trainee.nik, '${erasedText}') OR said.after ->> '$.name' NOT IN (trainee.name, '${erasedText}')
         OR said.after ->> '$.birthDate' NOT IN (trainee.birth_date, '${erasedText}') OR said.after ->> '$.birthPlace' NOT IN (trainee.birth_place, '${erasedText}')
         OR said.after ->> '$.sex' NOT IN (trainee.sex, '${erasedText}') OR said.after ->> '$.familyCard' NOT IN (trainee.family_card, '${erasedText}')
         OR said.after ->> '$.phone' NOT IN (trainee.phone, '${erasedText}'))`,
  )
}

/** Accounts with other rights than recorded. */
export function changedAccounts(db: ReadDatabase): string[] {
  return db.values<string>(
    `WITH given AS (
       SELECT CAST(entity_id AS INTEGER) AS operator_id, after, max(id) FROM audit
       WHERE entity = 'operator' AND entity_id IS NOT NULL AND json_type(after, '$.roles') = 'array' GROUP BY entity_id
     )
     SELECT 'hak ' || operator.name FROM given JOIN operator ON operator.id = operator_id
     WHERE EXISTS (SELECT value FROM json_each(after, '$.roles') EXCEPT SELECT role FROM operator_role WHERE operator_role.operator_id = given.operator_id)
       OR EXISTS (SELECT role FROM operator_role WHERE operator_role.operator_id = given.operator_id EXCEPT SELECT value FROM json_each(after, '$.roles'))`,
  )
}

/** Whether grading rules differ from the recorded ones. */
export function rulesChanged(db: ReadDatabase): boolean {
  return (
    db.value<number>(
      `SELECT EXISTS (
         SELECT 1 FROM rules, (SELECT after, max(id) FROM audit WHERE entity = 'rules' AND entity_id = '1' AND after IS NOT NULL)
         WHERE after IS NOT NULL AND (after ->> '$.passMark' <> pass_mark OR after ->> '$.minimumAttendance' <> minimum_attendance
           OR after ->> '$.theoryWeight' <> theory_weight))`,
    ) === 1
  )
}

export function cohortCodes(db: ReadDatabase): string[] {
  return db.values<string>('SELECT code FROM cohort ORDER BY code')
}

/** Marks of a class that differ from those entered last. */
export function changedMarks(db: ReadDatabase, code: string): string[] {
  return db.values<string>(
    `WITH act AS (SELECT id, entity_id, after FROM audit
       WHERE entity = 'attendance' AND entity_id > @code || ' ' AND entity_id < @code || '!' AND after IS NOT NULL), entered AS (
       SELECT act.id, each.value ->> '$.enrolmentId' AS enrolment_id, each.value ->> '$.n' AS n, each.value ->> '$.mark' AS mark
         FROM act, json_each(act.after, '$.marks') AS each
       UNION ALL SELECT id, after ->> '$.enrolmentId', after ->> '$.n', after ->> '$.mark' FROM act WHERE json_type(after, '$.marks') IS NULL
     )
     SELECT 'hari ' || last.n || ' peserta kelas ' || last.enrolment_id AS name
     FROM (SELECT enrolment_id, n, mark, max(id) FROM entered GROUP BY enrolment_id, n) AS last
     JOIN cohort ON cohort.code = @code
     JOIN cohort_day ON cohort_day.cohort_id = cohort.id AND cohort_day.n = last.n
     JOIN attendance ON attendance.day_id = cohort_day.id AND attendance.enrolment_id = last.enrolment_id
     WHERE attendance.mark IS NOT last.mark`,
    { code },
  )
}

/** Scores of a class that differ from those entered last; for removed people, whose list number others get, only later ones. */
export function changedScores(db: ReadDatabase, code: string): string[] {
  return db.values<string>(
    `WITH act AS (SELECT id, entity_id, after FROM audit
       WHERE entity = 'score' AND entity_id > @code || ' ' AND entity_id < @code || '!' AND after IS NOT NULL
         AND id > coalesce((SELECT max(id) FROM audit AS off WHERE off.entity = 'enrolment'
           AND off.entity_id = substr(audit.entity_id, length(@code) + 2) AND off.after = 'null'), 0)), last AS (
       SELECT CAST(substr(entity_id, length(@code) + 2) AS INTEGER) AS enrolment_id, after, max(id) FROM act GROUP BY entity_id
     )
     SELECT 'nilai peserta kelas ' || enrolment.id AS name
     FROM last JOIN enrolment ON enrolment.id = last.enrolment_id LEFT JOIN score ON score.enrolment_id = enrolment.id
     WHERE json_type(last.after, '$.units') = 'array'
       AND (last.after ->> '$.theory' IS NOT score.theory OR last.after ->> '$.practice' IS NOT score.practice)
     UNION SELECT 'hasil unit peserta kelas ' || unit_result.enrolment_id
     FROM last JOIN json_each(last.after, '$.units') AS each
     JOIN unit_result ON unit_result.enrolment_id = last.enrolment_id AND unit_result.unit_id = each.value ->> '$.unitId'
     WHERE unit_result.result IS NOT each.value ->> '$.result' OR unit_result.score IS NOT each.value ->> '$.score'`,
    { code },
  )
}

/** Decisions of panels that differ from the recorded ones. */
export function changedDecisions(db: ReadDatabase, code: string): string[] {
  return db.values<string>(
    `WITH last AS (SELECT after FROM audit WHERE entity = 'panel' AND entity_id = @code ORDER BY id DESC LIMIT 1)
     SELECT 'keputusan peserta kelas ' || (each.value ->> '$.enrolmentId') AS name
     FROM last, json_each(last.after, '$.decisions') AS each
     LEFT JOIN panel_decision ON panel_decision.enrolment_id = each.value ->> '$.enrolmentId'
     WHERE panel_decision.decision IS NOT each.value ->> '$.decision'
     UNION ALL SELECT 'sidang tanpa perbuatan' FROM panel JOIN cohort ON cohort.id = panel.cohort_id
     WHERE code = @code AND coalesce((SELECT json_type(after, '$.decisions') FROM last), '') <> 'array'`,
    { code },
  )
}

/** Papers that were never issued or revoked by an act, with other bytes or holder, or deleted. */
export function changedPapers(db: ReadDatabase): string[] {
  return db.values<string>(`SELECT number AS name FROM certificate
     LEFT JOIN audit AS issue ON issue.id = (
       SELECT id FROM audit WHERE entity = 'certificate' AND entity_id = number AND json_type(after, '$.issuedOn') = 'text' AND json_type(after, '$.kind') = 'text' ORDER BY id DESC LIMIT 1)
     WHERE issue.id IS NULL
       OR (issue.after ->> '$.sha256' IS NOT NULL AND issue.after ->> '$.sha256' <> sha256)
       OR (issue.after ->> '$.name' <> '${erasedText}' AND issue.after ->> '$.name' <> holder)
       OR EXISTS (SELECT 1 FROM audit WHERE entity = 'certificate' AND entity_id = number AND after ->> '$.state' = 'revoked')
         <> EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id)
     UNION ALL SELECT DISTINCT entity_id || ' (tidak ada lagi)' FROM audit
     WHERE entity = 'certificate' AND json_type(after, '$.issuedOn') = 'text' AND json_type(after, '$.kind') = 'text'
       AND NOT EXISTS (SELECT 1 FROM certificate WHERE number = entity_id)`)
}

/** Rows of the history that lost values without an act that anonymised a person at the same time. */
export function unfoundedErasures(db: ReadDatabase): string[] {
  return db.values<string>(
    `WITH founded AS MATERIALIZED (
       SELECT CAST(each.key AS INTEGER) AS audit_id, each.value AS digest FROM audit AS act, json_each(act.after, '$.rows') AS each
       WHERE act.entity = 'audit_erasure' AND EXISTS (
         SELECT 1 FROM audit AS person JOIN trainee_anonymity ON trainee_anonymity.trainee_id = CAST(person.entity_id AS INTEGER)
         WHERE person.id = act.id - 1 AND person.entity = 'trainee_anonymity' AND person.at = act.at AND person.operator = act.operator)
     )
     SELECT 'catatan ' || audit_id AS name FROM audit_erasure
     WHERE NOT EXISTS (SELECT 1 FROM founded WHERE founded.audit_id = audit_erasure.audit_id AND founded.digest = audit_erasure.digest)`,
  )
}
