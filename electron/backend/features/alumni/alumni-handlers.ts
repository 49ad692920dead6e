import type { Answer, alumniContract, FollowUpRow, FollowUpView } from '../../../../shared/features/alumni/contract.ts'
import {
  dueOn,
  type FollowUpMonth,
  followUpMonths,
  isAnnounced,
  nextTurn,
  turnOf,
} from '../../../../shared/features/alumni/follow-up.ts'
import { type CountedGraduate, countResults, isCounted } from '../../../../shared/features/alumni/results.ts'
import { tradeCodes } from '../../../../shared/features/program/trades.ts'
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
import {
  answerKey,
  answers,
  countedGraduates,
  everyGraduate,
  findAnswer,
  findGraduate,
  type Graduate,
  type GraduateScope,
  graduates,
  saveAnswer,
  shownGraduate,
  traineeOfEnrolment,
  yearsWithGraduates,
} from './follow-up-store.ts'

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

  followUps({ db, today }, { view, trade, month }) {
    const given = answers(db)
    const turns = turnsOfDays(today)
    const counts: Record<FollowUpView, number> = { due: 0, unreached: 0, coming: 0, answered: 0 }
    const rows: FollowUpRow[] = []
    const months = followUpMonths.filter(one => month === null || one === month)
    for (const person of graduates(db, { ...everyGraduate, trade })) {
      if (person.closed) continue
      const turn = turns(person.graduatedOn)
      for (const one of months) {
        const views = viewsOf(one, given.get(answerKey(person.enrolmentId, one)), turn)
        for (const each of views) counts[each] += 1
        if (views.includes(view)) rows.push(rowOf(person, one, given))
      }
    }
    rows.sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
    return { rows, counts, centre: getCentre(db).name }
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
    const groups = countedGraduates(db, scope)
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
    const given = answers(db)
    const people = counted(db, scope, given).filter(person => isCounted(person, month, figure, today))
    const shown = people.filter(person => !person.closed)
    return {
      rows: shown.map(person => rowOf(person, month, given)),
      hidden: people.length - shown.length,
    }
  },
}

const dueDays = new Map<string, PlainDate>()

/** Ten years have a few hundred days of panels, and tens of thousands of people who passed on them. */
function dueOnDay(graduatedOn: PlainDate, month: FollowUpMonth): PlainDate {
  const key = `${graduatedOn} ${month}`
  const known = dueDays.get(key)
  if (known) return known
  const due = dueOn(graduatedOn, month)
  if (dueDays.size > 10_000) dueDays.clear()
  dueDays.set(key, due)
  return due
}

type Answers = ReturnType<typeof answers>
type Turns = { now: FollowUpMonth | null; announced: FollowUpMonth | null }

/** Whose turn it is follows from the day of the panel alone, and ten years have a few hundred of them. */
function turnsOfDays(today: PlainDate): (graduatedOn: PlainDate) => Turns {
  const known = new Map<PlainDate, Turns>()
  return graduatedOn => {
    const turns = known.get(graduatedOn)
    if (turns) return turns
    const next = nextTurn(graduatedOn, today)
    const found = {
      now: turnOf(graduatedOn, today)?.month ?? null,
      announced: next !== null && isAnnounced(next.due, today) ? next.month : null,
    }
    known.set(graduatedOn, found)
    return found
  }
}

// Kept once: ten years ask for ninety thousand of them.
const inNone: readonly FollowUpView[] = []
const inAnswered: readonly FollowUpView[] = ['answered']
const inUnreached: readonly FollowUpView[] = ['answered', 'unreached']
const inDue: readonly FollowUpView[] = ['due']
const inComing: readonly FollowUpView[] = ['coming']

/** The lists in which one turn of a graduate stands. */
function viewsOf(month: FollowUpMonth, answer: Answer | undefined, { now, announced }: Turns): readonly FollowUpView[] {
  if (answer) return month === now && answer.status === 'UNREACHED' ? inUnreached : inAnswered
  if (month === now) return inDue
  return month === announced ? inComing : inNone
}

function rowOf(person: Graduate, month: FollowUpMonth, given: Answers): FollowUpRow {
  const answer = given.get(answerKey(person.enrolmentId, month)) ?? null
  return { ...shownGraduate(person), month, due: dueOnDay(person.graduatedOn, month), answer }
}

function counted(db: ReadDatabase, scope: GraduateScope, given: Answers): (Graduate & CountedGraduate)[] {
  return graduates(db, scope).map(person => {
    const statuses: CountedGraduate['statuses'] = {}
    for (const month of followUpMonths) {
      const answer = given.get(answerKey(person.enrolmentId, month))
      if (answer) statuses[month] = answer.status
    }
    return Object.assign(person, { statuses })
  })
}
