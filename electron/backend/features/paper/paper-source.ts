import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { isClassLetter } from '../../../../shared/features/letter/letter-key.ts'
import { isListPaper, isPersonPaper, type PaperKey } from '../../../../shared/features/paper/paper-key.ts'
import type { FactDigests } from '../../../../shared/features/print/fact-group.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import type { QueryScope } from '../../scope.ts'
import type { ReturningPaper } from '../attendance/documents/returning-sheet.ts'
import { lastScheduleChange } from '../calendar/schedule-change-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { weekDaysOf } from '../cohort/documents/week-facts.ts'
import { timetableOf } from '../cohort/timetable-handlers.ts'
import { drawClassLetter } from '../letter/documents/draw-class-letter.ts'
import type { ClassLetterFacts } from '../letter/letter-facts.ts'
import { classLetterFacts } from '../letter/letter-facts-store.ts'
import { digestsOf } from '../print/fact-digests.ts'
import { teachingFacts } from '../teaching/teaching-facts-store.ts'
import { classFacts } from './class-facts-store.ts'
import { type Asked, askedDays, type ClassPaperFacts, drawClassPaper } from './draw-class-paper.ts'
import { drawKeyedList } from './draw-keyed-list.ts'
import { drawPersonPaper } from './draw-person-paper.ts'
import type { ListFacts } from './list-facts.ts'
import { listFacts } from './list-facts-store.ts'
import type { PersonPaperFacts } from './person-facts.ts'
import { peopleOfClass } from './person-paper-facts.ts'

/** Every paper but the issued ones, which were frozen. */
export type OpenPaperKey = Exclude<PaperKey, 'certificate' | 'statement'>

/** Pictures that lie in the data folder, read before. */
export type Pictures = ListFacts['pictures']

type Facts = PersonPaperFacts | ClassLetterFacts | Omit<ListFacts, 'pictures'> | ClassPaperFacts

/** What a paper of a class says now; `traineeId` for one person of a paper with a page for each. */
export function paperFacts(
  scope: QueryScope,
  cohort: CohortRecord,
  key: OpenPaperKey,
  traineeId: TraineeId | null = null,
): Facts {
  const { db, today, at } = scope
  if (isPersonPaper(key)) return peopleOfClass(scope, cohort, traineeId)
  if (isListPaper(key)) return listFacts(db, { today, at }, cohort, key === 'id-cards')
  const facts = classFacts(db, { today, at }, cohort)
  if (isClassLetter(key)) return classLetterFacts(db, cohort, facts, key)
  return {
    ...facts,
    change: lastScheduleChange(db, cohort.id) ?? null,
    timetable: weekDaysOf(timetableOf(db, cohort)),
    teaching: teachingFacts(db, cohort),
  }
}

/** Draws a paper from the facts that `paperFacts` gave for the same key. @throws Refused not_found */
export function drawPaper(
  key: OpenPaperKey,
  facts: Facts,
  size: PaperSize,
  asked: Asked,
  pictures: Pictures,
): DrawnPaper & Partial<ReturningPaper> {
  if (isPersonPaper(key)) return drawPersonPaper(key, facts as PersonPaperFacts, size)
  if (isClassLetter(key)) return drawClassLetter(facts as ClassLetterFacts, size)
  if (isListPaper(key)) {
    const list: ListFacts = { ...(facts as ListFacts), pictures }
    return drawKeyedList(key, list, size, askedDays(list.days, asked))
  }
  return drawClassPaper(key, facts as ClassPaperFacts, size, asked)
}

/** What the papers of a class would say now, by groups; nothing for issued ones, which never say anything else. */
export function presentDigests(scope: QueryScope, cohort: CohortRecord): (key: PaperKey) => FactDigests {
  const known = new Map<string, FactDigests>()
  return key => {
    if (key === 'certificate' || key === 'statement') return {}
    const family = isPersonPaper(key)
      ? 'people'
      : isClassLetter(key) || key === 'id-cards'
        ? key
        : isListPaper(key)
          ? 'list'
          : 'class'
    const digests = known.get(family) ?? digestsOf(paperFacts(scope, cohort, key))
    known.set(family, digests)
    return digests
  }
}
