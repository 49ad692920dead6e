import type { CohortLetterFacts } from '../../../../shared/facts/letter-facts.ts'
import type { ListFacts } from '../../../../shared/facts/list-facts.ts'
import { isListPaper, isPersonPaper, type PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { WeekDay } from '../../../../shared/facts/week-facts.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { isCohortLetter } from '../../../../shared/features/letter/letter-key.ts'
import type { FactDigests } from '../../../../shared/features/print/fact-group.ts'
import type { Timetable } from '../../../../shared/features/timetable/contract.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { digestsOf } from '../../paper-kit/fact-digests.ts'
import type { ReturningPaper } from '../../paper-kit/returning-sheet.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import type { QueryScope, TaskScope } from '../../scope.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { lastScheduleChange } from '../cohort/schedule-change-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { drawCohortLetter } from '../letter/draw-cohort-letter.ts'
import { drawPersonPaper } from '../letter/draw-person-paper.ts'
import { cohortLetterFacts } from '../letter/letter-facts-store.ts'
import { peopleOfCohort } from '../letter/read-person-papers.ts'
import { rememberSheets } from '../scan/remember-sheets.ts'
import { teachingFacts } from '../teaching/read-teaching-facts.ts'
import { readTimetable } from '../timetable/read-timetable.ts'
import { type Asked, askedDays, type CohortPaperFacts, drawCohortPaper } from './draw-cohort-paper.ts'
import { drawKeyedList } from './draw-keyed-list.ts'
import { listFacts, withPhotos } from './read-list-facts.ts'

/** Every paper but the issued ones, which were frozen. */
export type OpenPaperKey = Exclude<PaperKey, 'certificate' | 'statement'>

/** Pictures that lie in the data folder, read before. */
export type Pictures = ListFacts['pictures']

type PaperFacts = PersonPaperFacts | CohortLetterFacts | Omit<ListFacts, 'pictures'> | CohortPaperFacts

/**
 * Reads what the papers of a class say now; `traineeId` for one person of a paper with a page for each. What several papers say is read
 * once, so it is for one view of the database.
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
    if (isPersonPaper(key))
      return traineeId === null ? ofPeople() : peopleOfCohort(scope, cohort, ofCohort(), traineeId)
    if (isListPaper(key)) return key === 'id-cards' ? withPhotos(db, cohort, ofLists()) : ofLists()
    return isCohortLetter(key) ? cohortLetterFacts(db, cohort, ofCohort(), key) : ofDays()
  }
}

function once<T extends object>(read: () => T): () => T {
  let known: T | undefined
  return () => {
    known ??= read()
    return known
  }
}

/** Draws a paper from the facts that were read for the same key. @throws DomainError not_found */
export function drawPaper(
  key: OpenPaperKey,
  facts: PaperFacts,
  size: PaperSize,
  asked: Asked,
  pictures: Pictures,
): DrawnPaper & Partial<ReturningPaper> {
  if (isPersonPaper(key)) return drawPersonPaper(key, facts as PersonPaperFacts, size)
  if (isCohortLetter(key)) return drawCohortLetter(facts as CohortLetterFacts, size)
  if (isListPaper(key)) {
    const list: ListFacts = { ...(facts as ListFacts), pictures }
    return drawKeyedList(key, list, size, askedDays(list.days, asked))
  }
  return drawCohortPaper(key, facts as CohortPaperFacts, size, asked)
}

/**
 * Draws a paper that may come back as a scan: `draw` gets the facts with the version that its sheets carry, and where people sign on them is
 * remembered.
 */
export function drawRemembered<Paper extends Partial<ReturningPaper>>(
  scope: Pick<TaskScope, 'read' | 'write'>,
  cohort: CohortRecord,
  facts: PaperFacts,
  draw: (facts: PaperFacts) => Paper,
): Paper {
  // Only sheets that come back carry it; for the others any number will do.
  if (!('cohort' in facts)) return draw(facts)
  return rememberSheets(scope, cohort, facts.cohort.sheetVersion, version => draw(withVersion(facts, version)))
}

/** The facts with the version that sheets carry; left out, that of the class. */
export function withVersion(facts: PaperFacts, sheetVersion: number | undefined): PaperFacts {
  if (sheetVersion === undefined || !('cohort' in facts)) return facts
  return { ...facts, cohort: { ...facts.cohort, sheetVersion } }
}

/** What the papers of a class would say now, by groups; nothing for issued ones, which never say anything else. */
export function presentDigests(scope: QueryScope, cohort: CohortRecord): (key: PaperKey) => FactDigests {
  const known = new Map<string, FactDigests>()
  const factsOf = factsReader(scope, cohort)
  return key => {
    if (key === 'certificate' || key === 'statement') return {}
    const family = isPersonPaper(key)
      ? 'people'
      : isCohortLetter(key) || key === 'id-cards'
        ? key
        : isListPaper(key)
          ? 'list'
          : 'class'
    const digests = known.get(family) ?? digestsOf(factsOf(key))
    known.set(family, digests)
    return digests
  }
}

/** The days of the timetable as the plan of a week shows them. */
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
