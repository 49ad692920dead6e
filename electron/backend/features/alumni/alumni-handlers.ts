import type { alumniContract, FollowUpView, ResultFigure } from '../../../../shared/features/alumni/contract.ts'
import {
  dueOn,
  type FollowUpMonth,
  type FollowUpStatus,
  followUpMonths,
  followUpStatuses,
  isAnnounced,
  nextTurn,
  turnOf,
} from '../../../../shared/features/alumni/follow-up.ts'
import { countResults } from '../../../../shared/features/alumni/results.ts'
import { type TradeCode, tradeCodes } from '../../../../shared/features/program/trades.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { assertHolds, findCertificate } from '../certificate/register/book-store.ts'
import {
  findCollection,
  insertCollection,
  papersToCollect,
  undoCollection,
} from '../certificate/register/collection-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { assertNamed, assertUsable } from '../trainee/person-state-store.ts'
import { findAnswer, findGraduate, saveAnswer, traineeOfEnrolment } from './follow-up-store.ts'
import {
  closedGraduates,
  everyGraduate,
  type GraduatedClass,
  graduatedClasses,
  yearsWithGraduates,
} from './graduate-count-store.ts'
import { type AskedClass, graduateRows } from './graduate-store.ts'

export const alumniHandlers: Handlers<typeof alumniContract> = {
  papers: ({ db }, { code, kind }) => papersToCollect(db, getCohort(db, code).id, kind),

  collect({ db, at, today, operator, record }, { certificateIds, ...given }) {
    const { collectedOn } = given
    if (collectedOn > today) throw new DomainError({ code: 'date_in_future', date: collectedOn })
    const ids = [...new Set(certificateIds)]
    for (const id of ids) {
      const paper = found(findCertificate(db, id), 'certificate')
      const { number, enrolmentId, issuedOn } = paper
      assertHolds(paper)
      assertNamed(db, traineeOfEnrolment(db, enrolmentId))
      if (collectedOn < issuedOn) throw new DomainError({ code: 'date_before_issue', date: collectedOn, issuedOn })
      const before = findCollection(db, id)
      if (before) throw new DomainError({ code: 'collected_already', number, date: before.collectedOn })
      insertCollection(db, id, { ...given, at, by: operator.name })
      record('certificate', number, { collectedOn: null }, { enrolmentId, ...given })
    }
    return { count: ids.length }
  },

  undoCollection({ db, at, operator, record }, { certificateId, reason }) {
    const { number, enrolmentId } = found(findCertificate(db, certificateId), 'certificate')
    const before = findCollection(db, certificateId)
    if (!before) throw new DomainError({ code: 'not_collected', number })
    undoCollection(db, certificateId, { reason, at, by: operator.name })
    const after = { enrolmentId, collectedOn: null, reason }
    record('certificate', number, { enrolmentId, collectedOn: before.collectedOn }, after)
    return { number }
  },

  followUps({ db, today }, { view, trade, month, text = '', limit = mostShown }) {
    const { counts, asked } = turnsOf(db, today, { trade, months: months(month) })
    // A text may leave anybody out; without one the first classes hold enough people.
    const classes = text === '' ? firstDue(asked[view], limit) : asked[view]
    const answer = { due: 'missing', coming: 'missing', answered: 'given', unreached: 'UNREACHED' } as const
    const { rows, total } = graduateRows(db, classes, { answer: answer[view], text, order: 'due', limit })
    return { rows, total: text === '' ? counts[view] : total, counts, centre: getCentre(db).name }
  },

  saveFollowUp({ db, at, today, operator, record }, { enrolmentId, month, answer }) {
    const { traineeId, name, graduatedOn } = found(findGraduate(db, enrolmentId), 'graduate')
    assertUsable(db, traineeId)
    if (answer.askedOn > today) throw new DomainError({ code: 'date_in_future', date: answer.askedOn })
    const due = dueOn(graduatedOn, month)
    if (answer.askedOn < due) throw new DomainError({ code: 'follow_up_not_due', name, month, due })
    const before = findAnswer(db, enrolmentId, month)
    saveAnswer(db, enrolmentId, month, { ...answer, at, by: operator.name })
    record('enrolment', enrolmentId, before ? { month, ...before } : null, { month, ...answer })
  },

  results({ db, today }, scope) {
    const groups = graduatedClasses(db, { ...scope, trade: null })
    const byTrade = Map.groupBy(groups, group => group.trade)
    return {
      rows: tradeCodes.flatMap(trade => {
        const own = byTrade.get(trade)
        return own ? [{ trade, ...countResults(own, today) }] : []
      }),
      total: countResults(groups, today),
      years: yearsWithGraduates(db),
    }
  },

  resultPeople({ db, today }, { month, figure, ...scope }) {
    const due = remembered((graduatedOn: PlainDate) => dueOn(graduatedOn, month))
    const classes = graduatedClasses(db, scope)
      .map(({ cohortId, graduatedOn }) => ({ cohortId, month, due: due(graduatedOn) }))
      .filter(one => figure === 'graduated' || one.due <= today)
    const answer = answersOfFigure[figure]
    const { rows } = graduateRows(db, classes, { answer, text: '', order: 'name', limit: -1 })
    const among = new Set(classes.map(one => one.cohortId))
    const hidden = closedGraduates(db).filter(
      person =>
        among.has(person.cohortId) && (answer === 'whatever' || countAnswers(person.answers, month, answer) > 0),
    )
    return { rows, hidden: hidden.length }
  },
}

/** Of a list that nobody reads to its end. */
const mostShown = 500

const answersOfFigure = {
  graduated: 'whatever',
  due: 'whatever',
  asked: 'given',
  employed: 'EMPLOYED',
  selfEmployed: 'SELF_EMPLOYED',
  studying: 'STUDYING',
  homemaking: 'HOMEMAKING',
  notWorking: 'NOT_WORKING',
  unreached: 'UNREACHED',
} as const satisfies Record<ResultFigure, FollowUpStatus | 'whatever' | 'given'>

function countAnswers(
  answers: GraduatedClass['answers'],
  month: FollowUpMonth,
  wanted: FollowUpStatus | 'given',
): number {
  const statuses = wanted === 'given' ? followUpStatuses : [wanted]
  return statuses.reduce((sum, status) => sum + (answers[`${month} ${status}`] ?? 0), 0)
}

/** The classes in which the first so many people of a list stand: those of one day are listed by name, so they come all or not at all. */
function firstDue(classes: Places[FollowUpView], limit: number): Places[FollowUpView] {
  const sorted = classes.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
  let people = 0
  let last: PlainDate | undefined
  for (const one of sorted) {
    if (people >= limit && one.due !== last) break
    people += one.people
    last = one.due
  }
  return sorted.filter(one => last !== undefined && one.due <= last)
}

type Places = Record<FollowUpView, (AskedClass & { people: number })[]>

/** In which list how many of each class stand; the latest turn of a graduate alone is called for. */
function turnsOf(
  db: ReadDatabase,
  today: PlainDate,
  { trade, months }: { trade: TradeCode | null; months: readonly FollowUpMonth[] },
): { counts: Record<FollowUpView, number>; asked: Places } {
  const counts: Record<FollowUpView, number> = { due: 0, unreached: 0, coming: 0, answered: 0 }
  const asked: Places = { due: [], unreached: [], coming: [], answered: [] }
  const turns = remembered((graduatedOn: PlainDate) => {
    const next = nextTurn(graduatedOn, today)
    return {
      now: turnOf(graduatedOn, today)?.month ?? null,
      announced: next !== null && isAnnounced(next.due, today) ? next.month : null,
      due: new Map(months.map(month => [month, dueOn(graduatedOn, month)])),
    }
  })
  const closed = Map.groupBy(closedGraduates(db), person => person.cohortId)
  for (const { cohortId, graduatedOn, graduates, answers } of graduatedClasses(db, { ...everyGraduate, trade })) {
    const { now, announced, due } = turns(graduatedOn)
    const away = closed.get(cohortId) ?? []
    for (const month of months) {
      const count = (wanted: FollowUpStatus | 'given') =>
        away.reduce(
          (sum, person) => sum - countAnswers(person.answers, month, wanted),
          countAnswers(answers, month, wanted),
        )
      const given = count('given')
      const silent = graduates - away.length - given
      const place = { cohortId, month, due: due.get(month) ?? graduatedOn }
      const add = (view: FollowUpView, people: number) => {
        if (people === 0) return
        counts[view] += people
        asked[view].push({ ...place, people })
      }
      add('answered', given)
      if (month === now) {
        add('unreached', count('UNREACHED'))
        add('due', silent)
      } else if (month === announced) add('coming', silent)
    }
  }
  return { counts, asked }
}

function months(month: FollowUpMonth | null): readonly FollowUpMonth[] {
  return month === null ? followUpMonths : [month]
}

/** What follows from the day of a panel alone: ten years have a few hundred of them, and two thousand classes. */
function remembered<Value>(work: (day: PlainDate) => Value): (day: PlainDate) => Value {
  const known = new Map<PlainDate, Value>()
  return day => {
    const present = known.get(day)
    if (present !== undefined) return present
    const value = work(day)
    known.set(day, value)
    return value
  }
}
