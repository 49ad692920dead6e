import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import type {
  CohortLetterFacts,
  LetterText,
  LetterValues,
  PersonLetters,
} from '../../../../shared/facts/letter-facts.ts'
import type { OfficerDraft } from '../../../../shared/features/centre/centre.ts'
import type { Signatory } from '../../../../shared/features/centre/signatory.ts'
import { type CohortLetterDraft, emptyCohortLetter } from '../../../../shared/features/letter/cohort-letter.ts'
import type { LetterBody } from '../../../../shared/features/letter/letter-form.ts'
import type { CohortLetterKey, LetterKey } from '../../../../shared/features/letter/letter-key.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'
import { getCentre, listOfficers, officersOn } from '../centre/centre-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { bodyOf, currentVersion, findCohortLetter } from './letter-store.ts'

/** The present words of a letter, and the names of the centre in them. */
export function formatLetter<Key extends LetterKey>(db: ReadDatabase, paper: Key, body?: LetterBody): LetterText<Key> {
  const { name, agency, government } = getCentre(db)
  const current = found(body ?? bodyOf(db, paper, currentVersion(db, paper).version), 'letter_version')
  return { paper, body: current, names: { name, agency, government } }
}

/** The words of the papers with a page for each person. */
export function personLetters(db: ReadDatabase): PersonLetters {
  return { pledge: formatLetter(db, 'pledge'), consent: formatLetter(db, 'consent') }
}

/** The code of the class that somebody came into last; undefined before there is one. */
export function newestCohortOf(db: ReadDatabase, traineeId: number): string | undefined {
  return db.get<{ code: string }>(
    `SELECT code FROM enrolment JOIN cohort ON cohort.id = cohort_id
     WHERE trainee_id = ? AND cancelled_at IS NULL ORDER BY enrolment.id DESC LIMIT 1`,
    [traineeId],
  )?.code
}

/** A letter of a class with all that it says; `body` in place of its present words. */
export function cohortLetterFacts(
  db: ReadDatabase,
  cohort: CohortRecord,
  facts: CohortFacts,
  paper: CohortLetterKey,
  body?: LetterBody,
): CohortLetterFacts {
  return { ...facts, letter: { ...formatLetter(db, paper, body), values: valuesOf(db, cohort, facts, paper) } }
}

/** What stands on the letter while nothing is typed: what the class knows by itself. */
export function usualValues(
  cohort: CohortRecord,
  facts: CohortFacts,
  centreName: string,
  paper: CohortLetterKey,
): CohortLetterDraft {
  const place = [facts.cohort.room, centreName].filter(part => part !== '').join(', ')
  switch (paper) {
    case 'decree-participants':
      return { ...emptyCohortLetter, number: cohort.decreeNumber, date: cohort.decreeDate }
    case 'opening-minutes':
      return { ...emptyCohortLetter, heldOn: facts.cohort.start, time: facts.days[0]?.startTime ?? null, place }
    case 'closing-minutes':
      return { ...emptyCohortLetter, heldOn: facts.cohort.end, place }
    case 'panel-invitation':
    case 'panel-attendance':
    case 'graduation-minutes':
      return { ...emptyCohortLetter, heldOn: facts.panel?.heldOn ?? null, place: facts.panel?.place ?? '' }
    default:
      return emptyCohortLetter
  }
}

/** Typed values, and the usual ones where nothing was typed. */
function valuesOf(db: ReadDatabase, cohort: CohortRecord, facts: CohortFacts, paper: CohortLetterKey): LetterValues {
  const usual = usualValues(cohort, facts, getCentre(db).name, paper)
  const typed = findCohortLetter(db, cohort.id, paper) ?? emptyCohortLetter
  const date = typed.date ?? usual.date
  const heldOn = typed.heldOn ?? usual.heldOn
  return {
    number: typed.number || usual.number,
    date,
    heldOn,
    time: typed.time ?? usual.time,
    place: typed.place || usual.place,
    extra: typed.extra,
    signatory: signatoryOf(db, cohort, facts, paper, { ...typed, date: date ?? heldOn }),
  }
}

/** The official who was chosen; else who issues the decree by the class's own data; else the head on the day of the letter. */
function signatoryOf(
  db: ReadDatabase,
  { decreeIssuer }: CohortRecord,
  { head }: CohortFacts,
  paper: CohortLetterKey,
  { officerId, date }: CohortLetterDraft,
): Signatory {
  const all = listOfficers(db)
  const chosen = all.find(officer => officer.id === officerId)
  if (chosen) return asSignatory(chosen)
  const inOffice = date === null ? [] : officersOn(db, date)
  if (paper === 'decree-participants' && decreeIssuer !== '') {
    const issuer = [...inOffice, ...all].find(officer => officeMatches(officer.title, decreeIssuer))
    return issuer ? asSignatory(issuer) : { prefix: '', title: decreeIssuer, name: '', rank: '', nip: '' }
  }
  const [first] = inOffice
  return first ? asSignatory(first) : head
}

/** 'Kepala UPT Balai Latihan Kerja' is meant by 'Kepala UPT Balai Latihan Kerja Kota Tangerang' too. */
function officeMatches(title: string, issuer: string): boolean {
  return issuer.toLowerCase().startsWith(title.toLowerCase())
}

function asSignatory({ prefix, title, name, rank, nip }: OfficerDraft): Signatory {
  return { prefix, title, name, rank, nip }
}
