import type { CohortLetterKey } from '../../../../shared/facts/paper-key.ts'
import { type CohortLetterDraft, cohortLetterDraft } from '../../../../shared/features/letter/cohort-letter.ts'
import type { LetterVersion } from '../../../../shared/features/letter/contract.ts'
import { completeBody } from '../../../../shared/features/letter/letter-body.ts'
import { builtInBody, type LetterBody } from '../../../../shared/features/letter/letter-form.ts'
import { letterForm, valuesKeptUnder } from '../../../../shared/features/letter/letter-forms.ts'
import type { LetterKey } from '../../../../shared/features/letter/letter-key.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

const builtIn: LetterVersion = { version: 0, savedAt: null, savedBy: null, restoredFrom: null }

/** Newest first; the built-in text is last. */
export function versionsOf(db: ReadDatabase, paper: LetterKey): LetterVersion[] {
  const rows = db.all<LetterVersion>(
    `SELECT version, saved_at AS savedAt, saved_by AS savedBy, restored_from AS restoredFrom
     FROM letter_template WHERE paper = ? ORDER BY version DESC`,
    [paper],
  )
  return [...rows, builtIn]
}

export function currentVersion(db: ReadDatabase, paper: LetterKey): LetterVersion {
  const row = db.get<LetterVersion>(
    `SELECT version, saved_at AS savedAt, saved_by AS savedBy, restored_from AS restoredFrom
     FROM letter_template WHERE paper = ? ORDER BY version DESC LIMIT 1`,
    [paper],
  )
  return row ?? builtIn
}

/** Text of a version, with built-in text for parts added later; undefined for an unknown version. */
export function bodyOf(db: ReadDatabase, paper: LetterKey, version: number): LetterBody | undefined {
  if (version === 0) return builtInBody(letterForm(paper))
  const row = db.get<{ body: string }>('SELECT body FROM letter_template WHERE paper = ? AND version = ?', [
    paper,
    version,
  ])
  return row && completeBody(letterForm(paper), JSON.parse(row.body) as LetterBody)
}

export function insertVersion(
  db: WriteDatabase,
  row: { paper: LetterKey; version: number; body: LetterBody; at: string; by: string; restoredFrom: number | null },
): void {
  db.insert('letter_template', 'paper, version, body, saved_at: at, saved_by: by, restored_from', row)
}

type Stored = Omit<CohortLetterDraft, 'extra'> & { extra: string }

/** Typed values of a letter of a class; undefined if none. */
export function findCohortLetter(
  db: ReadDatabase,
  cohortId: number,
  paper: CohortLetterKey,
): CohortLetterDraft | undefined {
  const row = db.get<Stored>(
    `SELECT number, dated AS date, held_on AS heldOn, begins_at AS time, place, officer_id AS officerId, extra
     FROM cohort_letter WHERE cohort_id = ? AND paper = ?`,
    [cohortId, valuesKeptUnder(paper)],
  )
  return row && cohortLetterDraft.parse({ ...row, extra: JSON.parse(row.extra) })
}

export function saveCohortLetter(
  db: WriteDatabase,
  cohortId: number,
  paper: CohortLetterKey,
  letter: CohortLetterDraft,
): void {
  db.upsert(
    'cohort_letter',
    'cohort_id, paper',
    'number, dated: date, held_on, begins_at: time, place, officer_id, extra',
    { ...letter, cohortId, paper: valuesKeptUnder(paper) },
  )
}

/** Last day of tests or interviews of the class's applicants; null if none. */
export function selectionDay(db: ReadDatabase, cohortId: number): PlainDate | null {
  return db.value<PlainDate | null>(
    `SELECT max(date) FROM registration_meeting JOIN registration ON registration.id = registration_id
     WHERE cohort_id = ? AND occasion IN ('TEST', 'INTERVIEW')`,
    [cohortId],
  )
}

/** Number of applicants of the class; null without registration. */
export function applicantsOf(db: ReadDatabase, cohortId: number): number | null {
  if (db.value<number>('SELECT count(*) FROM registration WHERE cohort_id = ?', [cohortId]) === 0) return null
  return db.value<number>(
    'SELECT count(*) FROM applicant JOIN registration ON registration.id = registration_id WHERE cohort_id = ?',
    [cohortId],
  )
}
