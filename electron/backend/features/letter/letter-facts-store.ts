import type { OfficerDraft } from '../../../../shared/features/centre/centre.ts'
import { type ClassLetterDraft, emptyClassLetter } from '../../../../shared/features/letter/class-letter.ts'
import type { LetterBody } from '../../../../shared/features/letter/letter-form.ts'
import type { ClassLetterKey, LetterKey } from '../../../../shared/features/letter/letter-key.ts'
import type { Signatory } from '../../../../shared/features/paper/signatory.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found } from '../../refused.ts'
import { getCentre, listOfficers, officersOn } from '../centre/centre-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import type { ClassFacts } from '../paper/class-facts.ts'
import type { ClassLetterFacts, LetterValues, LetterWords, PersonLetters } from './letter-facts.ts'
import { bodyOf, currentVersion, findClassLetter } from './letter-store.ts'

/** The present words of a letter, and the names of the centre in them. */
export function letterWords<Key extends LetterKey>(db: ReadDatabase, paper: Key, body?: LetterBody): LetterWords<Key> {
  const { name, agency, government } = getCentre(db)
  const current = found(body ?? bodyOf(db, paper, currentVersion(db, paper).version), 'letterVersion')
  return { paper, body: current, names: { name, agency, government } }
}

/** The words of the papers with a page for each person. */
export function personLetters(db: ReadDatabase): PersonLetters {
  return { pledge: letterWords(db, 'pledge'), consent: letterWords(db, 'consent') }
}

/** A letter of a class with all that it says; `body` in place of its present words. */
export function classLetterFacts(
  db: ReadDatabase,
  cohort: CohortRecord,
  facts: ClassFacts,
  paper: ClassLetterKey,
  body?: LetterBody,
): ClassLetterFacts {
  return { ...facts, letter: { ...letterWords(db, paper, body), values: valuesOf(db, cohort, facts, paper) } }
}

/** What stands on the letter while nothing is typed: what the class knows by itself. */
export function usualValues(
  cohort: CohortRecord,
  facts: ClassFacts,
  centreName: string,
  paper: ClassLetterKey,
): ClassLetterDraft {
  const place = [facts.cohort.room, centreName].filter(part => part !== '').join(', ')
  switch (paper) {
    case 'decree-participants':
      return { ...emptyClassLetter, number: cohort.decreeNumber, date: cohort.decreeDate }
    case 'opening-minutes':
      return { ...emptyClassLetter, heldOn: facts.cohort.start, time: facts.days[0]?.startTime ?? null, place }
    case 'closing-minutes':
      return { ...emptyClassLetter, heldOn: facts.cohort.end, place }
    case 'panel-invitation':
    case 'panel-attendance':
    case 'graduation-minutes':
      return { ...emptyClassLetter, heldOn: facts.panel?.heldOn ?? null, place: facts.panel?.place ?? '' }
    default:
      return emptyClassLetter
  }
}

/** Typed values, and the usual ones where nothing was typed. */
function valuesOf(db: ReadDatabase, cohort: CohortRecord, facts: ClassFacts, paper: ClassLetterKey): LetterValues {
  const usual = usualValues(cohort, facts, getCentre(db).name, paper)
  const typed = findClassLetter(db, cohort.id, paper) ?? emptyClassLetter
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
  { head }: ClassFacts,
  paper: ClassLetterKey,
  { officerId, date }: ClassLetterDraft,
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
