import type { AidCandidate, AidRow } from '../../../../shared/features/alumni/aid-contract.ts'
import type { Attachment, AttachmentType } from '../../../../shared/features/attachment/attachment.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'
import { type AttachmentFile, dropUnusedAttachments, storeAttachment } from '../attachment/attachment-store.ts'
import { wordsWithVillages } from './village-word-store.ts'

type Columns = Omit<AidRow, 'maskedNik' | 'village' | 'district' | 'evidence'> & {
  nik: string
  fileName: string | null
  fileType: AttachmentType | null
}

const select = `SELECT business_aid.id, budget_year AS budgetYear, enrolment_id AS enrolmentId, trainee.id AS traineeId, trainee.name, nik,
    business_aid.village_code AS villageCode, cohort.code, program.title AS program, amount, state, proposed_on AS proposedOn,
    approved_on AS approvedOn, business_aid.decree_number AS decreeNumber, paid_on AS paidOn, handover_number AS handoverNumber,
    ended_on AS endedOn, end_reason AS endReason, attachment.name AS fileName, attachment.type AS fileType
  FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id JOIN trainee ON trainee.id = trainee_id
  JOIN cohort ON cohort.id = cohort_id JOIN program ON program.id = program_id LEFT JOIN attachment ON attachment.id = evidence_id`

export function aidsOfYear(db: ReadDatabase, year: number): AidRow[] {
  return db
    .all<Columns>(`${select} WHERE budget_year = ? ORDER BY business_aid.village_code, business_aid.id`, [year])
    .map(rowOf)
}

export function findAid(db: ReadDatabase, id: number): AidRow | undefined {
  const row = db.get<Columns>(`${select} WHERE business_aid.id = ?`, [id])
  return row && rowOf(row)
}

export function yearsWithAid(db: ReadDatabase): number[] {
  return db.values<number>('SELECT DISTINCT budget_year AS year FROM business_aid ORDER BY year DESC')
}

/** The person with the aid of a kelurahan in a year. */
export function aidOfVillage(db: ReadDatabase, year: number, villageCode: string): { name: string } | undefined {
  return db.get(
    `SELECT name FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id JOIN trainee ON trainee.id = trainee_id
     WHERE budget_year = ? AND business_aid.village_code = ? AND state NOT IN ('REJECTED', 'CANCELLED')`,
    [year, villageCode],
  )
}

/** The year of a person's valid aid, through any class. */
export function yearOfAid(db: ReadDatabase, traineeId: number): number | undefined {
  return db.get<{ year: number }>(
    `SELECT budget_year AS year FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? AND state NOT IN ('REJECTED', 'CANCELLED') ORDER BY budget_year LIMIT 1`,
    [traineeId],
  )?.year
}

type CandidateColumns = Omit<AidCandidate, 'maskedNik' | 'village' | 'district'> & { nik: string }

/** People who may be proposed, from the index of the people list: a row for each person who passed any class, even if another class followed. */
const eligible = `(
    SELECT trainee_id, words, village_code FROM trainee_listing INDEXED BY listing_by_state
    WHERE newest = 1 AND state = 'passed'
    UNION ALL
    SELECT DISTINCT trainee_id, words, village_code FROM trainee_listing AS earlier INDEXED BY listing_passed_before
    WHERE newest = 0 AND state = 'passed' AND NOT EXISTS (
      SELECT 1 FROM trainee_listing AS last WHERE last.trainee_id = earlier.trainee_id AND +last.newest = 1 AND +last.state = 'passed')
  ) AS person
  WHERE village_code <> '' AND trainee_id NOT IN (SELECT trainee_id FROM closed_trainee)
    AND village_code NOT IN (
      SELECT village_code FROM business_aid WHERE budget_year = @year AND state NOT IN ('REJECTED', 'CANCELLED'))
    AND trainee_id NOT IN (
      SELECT trainee_id FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id
      WHERE state NOT IN ('REJECTED', 'CANCELLED'))`

/** Number of candidates in each kelurahan. */
export function candidatesByVillage(db: ReadDatabase, year: number): Map<string, number> {
  const rows = db.all<{ village: string; people: number }>(
    `SELECT village_code AS village, count(*) AS people FROM ${eligible} GROUP BY village_code`,
    { year },
  )
  return new Map(rows.map(row => [row.village, row.people]))
}

/** The first by name whose name or kelurahan contain every word; with several passed classes the latest is shown. */
export function aidCandidates(
  db: ReadDatabase,
  { year, village, text, limit }: { year: number; village: string | null; text: string; limit: number },
): AidCandidate[] {
  return db
    .all<CandidateColumns>(
      `SELECT enrolment.id AS enrolmentId, trainee.id AS traineeId, trainee.name, nik, trainee.village_code AS villageCode,
         program.title AS program, cohort.code, max(held_on) AS graduatedOn
       FROM (
         SELECT trainee_id, words FROM ${eligible} AND (@village IS NULL OR village_code = @village)
           AND NOT EXISTS (
             SELECT 1 FROM json_each(@words) AS word
             WHERE instr(words, word.value ->> 0) = 0 AND instr(word.value ->> 1, village_code) = 0)
         ORDER BY words, trainee_id LIMIT @limit
       ) AS first
       CROSS JOIN trainee ON trainee.id = first.trainee_id CROSS JOIN enrolment ON enrolment.trainee_id = trainee.id
       CROSS JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id AND decision = 'passed'
       CROSS JOIN panel ON panel.cohort_id = enrolment.cohort_id CROSS JOIN cohort ON cohort.id = enrolment.cohort_id
       CROSS JOIN program ON program.id = program_id
       GROUP BY trainee.id ORDER BY words, trainee.id`,
      { year, village, limit, words: JSON.stringify(wordsWithVillages(db, foldName(text))) },
    )
    .map(({ nik, ...row }) => ({ ...row, maskedNik: maskNik(nik), ...placeOf(row.villageCode) }))
}

export function insertAid(
  db: WriteDatabase,
  aid: Pick<AidRow, 'budgetYear' | 'enrolmentId' | 'villageCode' | 'amount' | 'proposedOn'> & {
    at: string
    by: string
  },
): number {
  return db.run(
    `INSERT INTO business_aid (budget_year, enrolment_id, village_code, amount, state, proposed_on, recorded_at, recorded_by)
     VALUES (@budgetYear, @enrolmentId, @villageCode, @amount, 'PROPOSED', @proposedOn, @at, @by)`,
    aid,
  ).id
}

export function updateAid(db: WriteDatabase, aid: AidRow): void {
  db.update('business_aid', 'state, approved_on, decree_number, paid_on, handover_number, ended_on, end_reason', aid)
}

export function findAidEvidence(db: ReadDatabase, id: number): AttachmentFile | undefined {
  return db.get<AttachmentFile>(
    `SELECT name, type, bytes FROM attachment JOIN business_aid ON evidence_id = attachment.id WHERE business_aid.id = ?`,
    [id],
  )
}

/** Replaces an earlier one; returns the sha256 of the file. */
export function saveAidEvidence(db: WriteDatabase, id: number, file: AttachmentFile, who: Who): string {
  const stored = storeAttachment(db, file, who)
  db.update('business_aid', 'evidence_id', { evidenceId: stored.id, id })
  dropUnusedAttachments(db)
  return stored.sha256
}

export function removeAidEvidence(db: WriteDatabase, id: number): void {
  db.update('business_aid', 'evidence_id', { evidenceId: null, id })
  dropUnusedAttachments(db)
}

function rowOf({ nik, fileName, fileType, ...row }: Columns): AidRow {
  const evidence: Attachment | null = fileName === null || fileType === null ? null : { name: fileName, type: fileType }
  return { ...row, maskedNik: maskNik(nik), ...placeOf(row.villageCode), evidence }
}

function placeOf(code: string): { village: string; district: string } {
  const place = findVillage(code)
  return { village: place?.village ?? code, district: place?.district ?? '' }
}
