import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import type {
  CohortLetterFacts,
  LetterText,
  LetterValues,
  PersonLetters,
} from '../../../../shared/facts/letter-facts.ts'
import { usualPaperDate } from '../../../../shared/facts/paper-date.ts'
import type { CohortLetterKey } from '../../../../shared/facts/paper-key.ts'
import { budgetLawsOf, incentiveLaw } from '../../../../shared/features/centre/paper-rules.ts'
import { bareName, type Signatory } from '../../../../shared/features/centre/signatory.ts'
import { type CohortLetterDraft, emptyCohortLetter } from '../../../../shared/features/letter/cohort-letter.ts'
import { linesOf } from '../../../../shared/features/letter/letter-body.ts'
import type { LetterBody } from '../../../../shared/features/letter/letter-form.ts'
import { isMinutes, type LetterKey } from '../../../../shared/features/letter/letter-key.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'
import { findActivity } from '../activity/activity-store.ts'
import { getCentre, getPaperRules, listOfficers, officersOn, signatoryOf } from '../centre/centre-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { budgetOfCohort } from '../provision/budget-store.ts'
import { applicantsOf, bodyOf, currentVersion, findCohortLetter, selectionDay } from './letter-store.ts'
import { paperDateOf } from './paper-date-store.ts'
import { historyOfPaper } from './paper-history-store.ts'

/** Present text of a letter, with the names of the centre. */
export function formatLetter<Key extends LetterKey>(db: ReadDatabase, paper: Key, body?: LetterBody): LetterText<Key> {
  const { name, agency, government } = getCentre(db)
  const current = found(body ?? bodyOf(db, paper, currentVersion(db, paper).version), 'letter_version')
  return { paper, body: current, names: { name, agency, government } }
}

/** Texts of papers with a page for each person. */
export function personLetters(db: ReadDatabase): PersonLetters {
  return { pledge: formatLetter(db, 'pledge'), consent: formatLetter(db, 'consent') }
}

/** Code of the latest class of a person; undefined if there is none. */
export function newestCohortOf(db: ReadDatabase, traineeId: number): string | undefined {
  return db.get<{ code: string }>(
    `SELECT code FROM enrolment JOIN cohort ON cohort.id = cohort_id
     WHERE trainee_id = ? AND cancelled_at IS NULL ORDER BY enrolment.id DESC LIMIT 1`,
    [traineeId],
  )?.code
}

/** A letter of a class with all data; `body` replaces its present text. */
export function cohortLetterFacts(
  db: ReadDatabase,
  cohort: CohortRecord,
  facts: CohortFacts,
  paper: CohortLetterKey,
  body?: LetterBody,
): CohortLetterFacts {
  const words = formatLetter(db, paper, body)
  const laws = lawsOf(db, facts)
  const parts = Object.entries(words.body).map(([key, text]) => [key, text.replaceAll('{dasar_hukum}', laws)])
  const letter = { ...words, body: Object.fromEntries(parts) as LetterBody }
  const history = isMinutes(paper) ? historyOfPaper(db, cohort.id, paper) : null
  return { ...facts, letter: { ...letter, values: valuesOf(db, cohort, facts, paper) }, history }
}

/** Laws from the settings, and for classes paid from dana insentif fiskal the rules about it. */
function lawsOf(db: ReadDatabase, { cohort }: CohortFacts): string {
  const { laws } = getPaperRules(db)
  const isIncentive = cohort.fundingSource.startsWith('Insentif Fiskal')
  return [...linesOf(laws), ...(isIncentive ? [incentiveLaw(cohort.year)] : [])].join('\n')
}

/** Default values of a letter, from data of the class. */
export function usualValues(
  db: ReadDatabase,
  cohort: CohortRecord,
  facts: CohortFacts,
  paper: CohortLetterKey,
): CohortLetterDraft {
  const place = [facts.cohort.room, getCentre(db).name].filter(part => part !== '').join(', ')
  const date = paperDateOf(db, cohort.id, paper, facts).date
  const time = facts.days[0]?.startTime ?? null
  switch (paper) {
    case 'decree-participants':
      return { ...emptyCohortLetter, number: cohort.decreeNumber, date: cohort.decreeDate ?? date }
    case 'opening-minutes':
      return { ...emptyCohortLetter, heldOn: date, time, place }
    case 'opening-invitation':
      return { ...emptyCohortLetter, date, heldOn: facts.cohort.start, time, place }
    case 'closing-minutes':
      return { ...emptyCohortLetter, heldOn: date, place }
    case 'closing-invitation':
      return { ...emptyCohortLetter, date, heldOn: usualPaperDate('closing-minutes', facts) ?? facts.cohort.end, place }
    case 'panel-invitation':
    case 'panel-attendance':
    case 'graduation-minutes':
      return { ...emptyCohortLetter, heldOn: facts.panel?.heldOn ?? null, place: facts.panel?.place ?? '' }
    case 'selection-minutes':
      return { ...emptyCohortLetter, heldOn: selectionDay(db, cohort.id), place: getCentre(db).name }
    case 'replacement-minutes':
      return { ...emptyCohortLetter, heldOn: firstReplacement(facts), place: getCentre(db).name }
    default:
      return { ...emptyCohortLetter, date }
  }
}

/** First day of the first person who replaced another. */
function firstReplacement({ days, trainees }: CohortFacts): PlainDate | null {
  const joined = trainees.map(one => one.joinedDay).filter(n => n > 1)
  return joined.length === 0 ? null : (days[Math.min(...joined) - 1]?.date ?? null)
}

/** Typed values, with defaults where nothing was typed. */
function valuesOf(db: ReadDatabase, cohort: CohortRecord, facts: CohortFacts, paper: CohortLetterKey): LetterValues {
  const usual = usualValues(db, cohort, facts, paper)
  const typed = findCohortLetter(db, cohort.id, paper) ?? emptyCohortLetter
  const date = typed.date ?? usual.date
  const heldOn = typed.heldOn ?? usual.heldOn
  const rules = getPaperRules(db)
  const activity = cohort.activityId === null ? undefined : findActivity(db, cohort.activityId)
  const signatory = signatoryFor(db, cohort, facts, paper, { ...typed, date: date ?? heldOn })
  const hasDegrees = isDecree(paper) ? rules.decreeDegrees : rules.letterDegrees
  return {
    number: typed.number || usual.number,
    date,
    heldOn,
    time: typed.time ?? usual.time,
    place: typed.place || usual.place,
    extra: paper === 'assignment-committee' ? committeeOf(db, cohort.id, typed.extra) : typed.extra,
    budget: {
      ...budgetLawsOf(rules, facts.cohort.year),
      subActivity: activity?.budgetSubActivity ?? '',
      account: activity?.accountCode ?? '',
    },
    budgetLines: paper === 'report-text' ? budgetOfCohort(db, cohort.id) : [],
    applicants: paper === 'selection-minutes' ? applicantsOf(db, cohort.id) : null,
    isCopy: isDecree(paper) && rules.decreeCopy,
    signatory: hasDegrees ? signatory : { ...signatory, name: bareName(signatory.name) },
  }
}

/** The committee is entered once, with the decree that names it. */
function committeeOf(db: ReadDatabase, cohortId: number, own: LetterValues['extra']): LetterValues['extra'] {
  const decreed = findCohortLetter(db, cohortId, 'decree-instructors')?.extra.panitia
  return { ...own, panitia: own.panitia || decreed || '' }
}

function isDecree(paper: CohortLetterKey): boolean {
  return paper.startsWith('decree-')
}

/**
 * The chosen official; else the issuer of the class's decree; else for a decree the head of the agency, otherwise the head of the centre; each on the
 * day of the letter.
 */
function signatoryFor(
  db: ReadDatabase,
  { decreeIssuer }: CohortRecord,
  { head }: CohortFacts,
  paper: CohortLetterKey,
  { officerId, date }: CohortLetterDraft,
): Signatory {
  const all = [...listOfficers(db), ...listOfficers(db, 'AGENCY_HEAD')]
  const chosen = all.find(officer => officer.id === officerId)
  if (chosen) return signatoryOf(chosen)
  const inOffice = date === null ? [] : [...officersOn(db, date), ...officersOn(db, date, 'AGENCY_HEAD')]
  if (paper === 'decree-participants' && decreeIssuer !== '') {
    const issuer = [...inOffice, ...all].find(officer => officeMatches(officer.title, decreeIssuer))
    return issuer ? signatoryOf(issuer) : { prefix: '', title: decreeIssuer, name: '', rank: '', nip: '' }
  }
  const agencyHead = isDecree(paper) ? inOffice.find(officer => officer.role === 'AGENCY_HEAD') : undefined
  const [first] = inOffice.filter(officer => officer.role === 'HEAD')
  const signer = agencyHead ?? first
  return signer ? signatoryOf(signer) : head
}

/** 'Kepala UPT Balai Latihan Kerja' also matches 'Kepala UPT Balai Latihan Kerja Kota Tangerang'. */
function officeMatches(title: string, issuer: string): boolean {
  return issuer.toLowerCase().startsWith(title.toLowerCase())
}
