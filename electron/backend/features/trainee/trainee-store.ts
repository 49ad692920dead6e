import type { PersonState, Trainee, TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { openGroups } from '../../../../shared/features/trainee/target-evidence.ts'
import type { TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { pictureDataUrl } from '../../data-url.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'
import { assertNotBeingImported, isIn, nextTraineeId } from './import-batch-store.ts'
import { type ListLine, listLines } from './people-list-store.ts'
import { countLines, type ListQuestion } from './people-question-store.ts'
import { findPhoto } from './photo-store.ts'
import { type AdmissionTarget, evidenceOf } from './target-store.ts'
import { filesOf } from './trainee-file-store.ts'

type Row = TraineeDraft & { id: TraineeRow['id'] }
type ListedRow = Stored &
  Pick<TraineeRow, 'state'> & { cohortCode: string | null; cohortTitle: string | null; outcome: string }
/** As stored: SQLite has no booleans. */
type Stored = Omit<Row, 'colourBlind'> & { colourBlind: 0 | 1 | null }

const state = `CASE
  WHEN EXISTS (SELECT 1 FROM trainee_anonymity WHERE trainee_anonymity.trainee_id = trainee.id) THEN 'ANONYMOUS'
  WHEN EXISTS (SELECT 1 FROM trainee_freeze WHERE trainee_freeze.trainee_id = trainee.id AND thawed_at IS NULL) THEN 'FROZEN'
  ELSE 'OPEN' END AS state`

const columns = `trainee.id, nik, trainee.name, birth_place AS birthPlace, birth_date AS birthDate, sex, family_card AS familyCard,
  address, neighbourhood, hamlet, village_code AS villageCode, phone, education, religion, marital_status AS maritalStatus,
  home_address AS homeAddress, home_neighbourhood AS homeNeighbourhood, home_hamlet AS homeHamlet,
  home_village_code AS homeVillageCode, email, employment, job_card AS jobCard, job_card_date AS jobCardDate, shirt_size AS shirtSize,
  shoe_size AS shoeSize, colour_blind AS colourBlind, emergency_name AS emergencyName, emergency_phone AS emergencyPhone`

function read(row: Stored): Row {
  return { ...row, colourBlind: row.colourBlind === null ? null : row.colourBlind === 1 }
}

function written(trainee: TraineeDraft) {
  const { colourBlind } = trainee
  return {
    ...trainee,
    colourBlind: colourBlind === null ? null : Number(colourBlind),
    foldedName: foldName(trainee.name),
  }
}

/** A page of the list from a position. */
export function listTrainees(
  db: ReadDatabase,
  question: ListQuestion,
  limit: number,
  offset: number,
): { rows: TraineeRow[]; total: number } {
  const lines = listLines(db, question, limit, offset)
  const rows = db.all<ListedRow>(
    `SELECT ${columns}, ${state}, cohort.code AS cohortCode, cohort.title AS cohortTitle, line.value ->> 'state' AS outcome
     FROM json_each(@lines) AS line JOIN trainee ON trainee.id = line.value ->> 'id'
     LEFT JOIN cohort ON cohort.id = line.value ->> 'cohortId' ORDER BY line.key`,
    { lines: JSON.stringify(lines) },
  )
  return { rows: rows.map(asListRow), total: countLines(db, question) }
}

function asListRow(row: ListedRow): TraineeRow {
  const village = findVillage(row.villageCode)
  return {
    id: row.id,
    name: row.name,
    maskedNik: maskNik(row.nik),
    sex: row.sex,
    birthDate: row.birthDate,
    village: village?.village ?? null,
    district: village?.district ?? null,
    phone: row.phone,
    cohort:
      row.cohortCode && row.cohortTitle ? { code: row.cohortCode, title: row.cohortTitle, status: row.outcome } : null,
    state: row.state,
  }
}

function personState(db: ReadDatabase, traineeId: number): PersonState {
  return db.value<PersonState>(`SELECT ${state} FROM trainee WHERE id = ?`, [traineeId])
}

/** Ordinary data of people, in the given order, without frozen and anonymised people. Restricted data is in tables not read here. */
export function traineesToExport(db: ReadDatabase, lines: readonly ListLine[]): ExportedTrainee[] {
  return db
    .all<Stored & { cohort: string | null; state: string }>(
      `SELECT ${columns}, cohort.title AS cohort, line.value ->> 'state' AS state
       FROM json_each(@lines) AS line JOIN trainee ON trainee.id = line.value ->> 'id'
       LEFT JOIN cohort ON cohort.id = line.value ->> 'cohortId'
       WHERE trainee.id NOT IN (SELECT trainee_id FROM closed_trainee) ORDER BY line.key`,
      { lines: JSON.stringify(lines) },
    )
    .map(row => ({ ...read(row), cohort: row.cohort, state: row.state }))
}

export type ExportedTrainee = Row & { cohort: string | null; state: string }

export function findTrainee(db: ReadDatabase, id: number): Row | undefined {
  const row = db.get<Stored>(`SELECT ${columns} FROM trainee WHERE id = ?`, [id])
  return row && read(row)
}

export function getTraineePage(db: ReadDatabase, row: Row): Trainee {
  const village = findVillage(row.villageCode)
  const home = findVillage(row.homeVillageCode)
  const cohorts = db.all<Omit<Trainee['cohorts'][number], 'target'> & AdmissionTarget>(
    `SELECT cohort.code, cohort.title, min(cohort_day.date) AS start, max(cohort_day.date) AS end,
       coalesce(panel_decision.decision, enrolment.left_kind) AS outcome,
       paper.number AS certificate, paper.id AS certificateId,
       CASE WHEN paper.holder <> trainee.name
         AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = paper.id) THEN paper.holder END AS nameOnPaper,
       repeat_reason AS repeatReason,
       source, poor, extreme_poor AS extremePoor, data_date AS dataDate
     FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id
     LEFT JOIN certificate AS paper ON paper.id = (SELECT max(id) FROM certificate WHERE enrolment_id = enrolment.id
       AND NOT EXISTS (SELECT 1 FROM certificate AS later INDEXED BY certificate_replaced WHERE later.replaces_id = certificate.id))
     LEFT JOIN enrolment_target ON enrolment_target.enrolment_id = enrolment.id
     JOIN cohort ON cohort.id = enrolment.cohort_id
     JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     LEFT JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id
     WHERE enrolment.trainee_id = ? AND cohort.cancelled_at IS NULL GROUP BY enrolment.id ORDER BY start DESC`,
    [row.id],
  )
  return {
    ...row,
    state: personState(db, row.id),
    village: village?.village ?? null,
    district: village?.district ?? null,
    homeVillage: home?.village ?? null,
    homeDistrict: home?.district ?? null,
    photo: pictureDataUrl(findPhoto(db, row.id)),
    cohorts: cohorts.map(({ source, poor, extremePoor, dataDate, ...cohort }) => ({
      ...cohort,
      target: source === null ? null : { source, groups: openGroups(poor, extremePoor), dataDate },
    })),
    evidence: evidenceOf(db, row.id),
    files: filesOf(db, row.id),
  }
}

/** The person that another was merged into, or undefined. */
export function survivorOf(db: ReadDatabase, awayId: number): TraineeId | undefined {
  return db.get<{ id: TraineeId }>('SELECT survivor_id AS id FROM trainee_merge WHERE away_id = ?', [awayId])?.id
}

/** The person with a NIK; for one not kept in a merge the survivor, whose own NIK differs. */
export function findByNik(db: ReadDatabase, nik: string): Row | undefined {
  return findByNiks(db, [nik]).get(nik)
}

/** The same for many. Unknown NIKs are missing in the result. */
export function findByNiks(db: ReadDatabase, niks: readonly string[]): Map<string, Row> {
  const wanted = { niks: JSON.stringify(niks) }
  const merged = db.all<Stored & { asked: string }>(
    `SELECT other_nik AS asked, ${columns} FROM json_each(@niks) CROSS JOIN trainee_merge ON other_nik = value
     CROSS JOIN trainee ON trainee.id = survivor_id`,
    wanted,
  )
  const held = db.all<Stored>(
    `SELECT ${columns} FROM json_each(@niks) CROSS JOIN trainee ON nik = value WHERE ${isIn}`,
    wanted,
  )
  return new Map([
    ...merged.map(({ asked, ...row }) => [asked, read(row)] as const),
    ...held.map(row => [row.nik, read(row)] as const),
  ])
}

/** A class of this person on any day from first to last, or undefined. People who left are free from the next day. */
export function busyCohort(
  db: ReadDatabase,
  traineeId: number,
  first: PlainDate,
  last: PlainDate,
): { title: string } | undefined {
  return db.get(
    `SELECT cohort.title
     FROM enrolment JOIN cohort ON cohort.id = enrolment.cohort_id JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     WHERE enrolment.trainee_id = ? AND cohort.cancelled_at IS NULL
       AND (enrolment.left_after_day IS NULL OR cohort_day.n <= enrolment.left_after_day)
     GROUP BY cohort.id HAVING min(cohort_day.date) <= ? AND max(cohort_day.date) >= ? LIMIT 1`,
    [traineeId, last, first],
  )
}

/** @param id if it was reserved */
export function insertTrainee(db: WriteDatabase, trainee: TraineeDraft, id: number | null = null): number {
  if (id === null) assertNotBeingImported(db, trainee.nik)
  return db.run(
    `INSERT INTO trainee (id, nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet,
       village_code, phone, education, religion, marital_status, home_address, home_neighbourhood, home_hamlet, home_village_code,
       email, employment, job_card, job_card_date, shirt_size, shoe_size, colour_blind, emergency_name, emergency_phone)
     VALUES (coalesce(@id, ${nextTraineeId}), @nik, @name, @foldedName, @birthPlace, @birthDate, @sex, @familyCard, @address, @neighbourhood, @hamlet,
       @villageCode, @phone, @education, @religion, @maritalStatus, @homeAddress, @homeNeighbourhood, @homeHamlet, @homeVillageCode,
       @email, @employment, @jobCard, @jobCardDate, @shirtSize, @shoeSize, @colourBlind, @emergencyName, @emergencyPhone)`,
    { ...written(trainee), id },
  ).id
}

export function updateTrainee(db: WriteDatabase, id: number, trainee: TraineeDraft): void {
  assertNotBeingImported(db, trainee.nik)
  db.update(
    'trainee',
    `nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, village_code, phone, education,
     religion, marital_status, home_address, home_neighbourhood, home_hamlet, home_village_code, email, employment, job_card,
     job_card_date, shirt_size, shoe_size, colour_blind, emergency_name, emergency_phone`,
    { ...written(trainee), id },
  )
}

/** In one statement: between several the name index would be written out. */
export function deleteTrainees(db: WriteDatabase, ids: readonly number[]): void {
  db.run('DELETE FROM trainee WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])
}
