import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { CohortLetterFacts } from '../../../../shared/facts/letter-facts.ts'
import type { ListFacts } from '../../../../shared/facts/list-facts.ts'
import { isListPaper, isPersonPaper, type PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { WeekDay } from '../../../../shared/facts/week-facts.ts'
import { isCohortLetter } from '../../../../shared/features/letter/letter-key.ts'
import type { FactDigests } from '../../../../shared/features/print/fact-group.ts'
import type { Timetable } from '../../../../shared/features/timetable/contract.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { digestsOf } from '../../paper-kit/fact-digests.ts'
import type { ReturningPaper } from '../../paper-kit/returning-sheet.ts'
import type { QueryScope, TaskScope } from '../../scope.ts'
import { getPaperRules, officersOn, signatoryOf } from '../centre/centre-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { lastScheduleChange } from '../cohort/schedule-change-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { cohortLetterFacts } from '../letter/letter-facts-store.ts'
import { paperDateOf } from '../letter/paper-date-store.ts'
import { peopleOfCohort } from '../letter/read-person-papers.ts'
import { realisedOf } from '../provision/documents/realised.ts'
import { rememberSheets } from '../scan/remember-sheets.ts'
import { teachingFacts } from '../teaching/read-teaching-facts.ts'
import { readTimetable } from '../timetable/read-timetable.ts'
import type { CohortPaperFacts } from './draw-cohort-paper.ts'
import { listFacts, officialsOn, withPhotos, withRestricted } from './read-list-facts.ts'

/** All papers but the issued ones, which are frozen. */
export type OpenPaperKey = Exclude<PaperKey, 'certificate' | 'statement'>

/** Pictures from the data folder, read before. */
export type Pictures = ListFacts['pictures']

export type PaperFacts = PersonPaperFacts | CohortLetterFacts | Omit<ListFacts, 'pictures'> | CohortPaperFacts

/**
 * Reads present data of the papers of a class; `traineeId` for one person of a paper with a page for each. Data shared by several papers is read
 * once, so use it within one view of the database.
 */
export function factsReader(
  scope: QueryScope,
  cohort: CohortRecord,
): (key: OpenPaperKey, traineeId?: TraineeId | null) => PaperFacts {
  const { db, today } = scope
  const ofCohort = once(() => cohortFacts(db, scope, cohort))
  const ofPeople = once(() => peopleOfCohort(scope, cohort, ofCohort(), null))
  const ofLists = once(() => listFacts(db, today, cohort, ofCohort()))
  const ofDays = once(
    (): CohortPaperFacts => ({
      ...ofCohort(),
      change: lastScheduleChange(db, cohort.id) ?? null,
      timetable: weekDaysOf(readTimetable(db, cohort)),
      teaching: teachingFacts(db, cohort),
    }),
  )
  return (key, traineeId = null) => {
    const { date } = paperDateOf(db, cohort.id, key, ofCohort())
    if (isPersonPaper(key)) {
      const facts = traineeId === null ? ofPeople() : peopleOfCohort(scope, cohort, ofCohort(), traineeId)
      return date === null ? facts : { ...facts, signedOn: date }
    }
    if (isListPaper(key)) {
      const lists = key === 'id-cards' ? withPhotos(db, cohort, ofLists()) : ofLists()
      const facts = saysRestricted(key) ? withRestricted(db, cohort, lists) : lists
      return signedFacts(db, { ...facts, officials: officialsOn(db, date ?? today) }, key, date)
    }
    if (isCohortLetter(key)) {
      const letter = cohortLetterFacts(db, cohort, ofCohort(), key)
      return signedFacts(db, key === 'report-text' ? withCounted(letter, ofLists()) : letter, key, date)
    }
    return signedFacts(db, ofDays(), key, date)
  }
}

/** Adds the paid amounts as on the paper of realisation, so that both have the same total. */
function withCounted(
  { letter, ...facts }: CohortLetterFacts,
  lists: Parameters<typeof realisedOf>[0],
): CohortLetterFacts {
  const budgetLines = lists.budgetLines.map(line => ({ ...line, realised: realisedOf(lists, line) }))
  return { ...facts, letter: { ...letter, values: { ...letter.values, budgetLines } } }
}

/** Papers with sensitive data (UU 27/2022): bank accounts and welfare. */
export function saysRestricted(key: PaperKey): boolean {
  return key === 'receipt-transport' || key === 'transfer-list' || key === 'target-participants'
}

/** Papers with the full NIK if the office chooses it; all others mask it. */
const peopleLists: readonly PaperKey[] = ['participants', 'target-participants', 'decree-participants', 'final-scores']

/** The data with the date of this paper and the head on that day; NIKs are masked where required. */
function signedFacts<Facts extends CohortFacts>(
  db: ReadDatabase,
  facts: Facts,
  key: PaperKey,
  date: PlainDate | null,
): Facts {
  const [head] = date === null ? [] : officersOn(db, date)
  const isWhole = getPaperRules(db).fullNik && peopleLists.includes(key)
  const trainees = isWhole
    ? facts.trainees
    : facts.trainees.map(one => ({ ...one, nik: one.nik === '–' ? one.nik : maskNik(one.nik) }))
  return { ...facts, trainees, signedOn: date, head: head ? signatoryOf(head) : facts.head }
}

function once<T extends object>(read: () => T): () => T {
  let known: T | undefined
  return () => {
    known ??= read()
    return known
  }
}

/** Draws a paper that may be scanned later: `draw` gets the data with the version of its sheets, and the signature boxes are stored. */
export function drawRemembered<Paper extends Pick<Partial<ReturningPaper>, 'sheets'>>(
  scope: Pick<TaskScope, 'read' | 'write'>,
  cohort: CohortRecord,
  facts: PaperFacts,
  draw: (facts: PaperFacts) => Promise<Paper>,
): Promise<Paper> {
  // Only papers with sheets use the version.
  if (!('cohort' in facts)) return draw(facts)
  return rememberSheets(scope, cohort, facts.cohort.sheetVersion, version => draw(withVersion(facts, version)))
}

/** The data with the version for sheets; by default that of the class. */
export function withVersion(facts: PaperFacts, sheetVersion: number | undefined): PaperFacts {
  if (sheetVersion === undefined || !('cohort' in facts)) return facts
  return { ...facts, cohort: { ...facts.cohort, sheetVersion } }
}

/** Digests of the present data of papers, by group; empty for issued ones, which never change. */
export function presentDigests(scope: QueryScope, cohort: CohortRecord): (key: PaperKey) => FactDigests {
  const known = new Map<string, FactDigests>()
  const factsOf = factsReader(scope, cohort)
  return key => {
    if (key === 'certificate' || key === 'statement') return {}
    const facts = factsOf(key)
    // Papers with the same date, signatory and form of names have the same data.
    const signed = 'trainees' in facts ? `${facts.signedOn} ${facts.trainees[0]?.nik ?? ''}` : ''
    const kind = isPersonPaper(key)
      ? 'people'
      : isCohortLetter(key) || key === 'id-cards' || saysRestricted(key)
        ? key
        : isListPaper(key)
          ? 'list'
          : 'class'
    const family = `${kind} ${signed}`
    const digests = known.get(family) ?? digestsOf(facts)
    known.set(family, digests)
    return digests
  }
}

/** Days of the timetable for the weekly plan. */
function weekDaysOf({ days, units }: Timetable): WeekDay[] {
  return days.map(({ n, date, blocks, clock, instructors }) => ({
    n,
    date,
    clock,
    blocks: blocks.map(({ unitId, kind, hours, instructorId }) => {
      const unit = units.find(one => one.id === unitId)
      const own = instructors.filter(teacher => teacher.id === instructorId)
      const teachers = (own.length > 0 ? own : instructors).map(teacher => teacher.name)
      return { code: unit?.code ?? '', title: unit?.title ?? '', kind, hours, teachers }
    }),
  }))
}
