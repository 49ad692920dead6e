import type { alumniContract, FollowUpRow, FollowUpView } from '../../../../shared/features/alumni/contract.ts'
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
    const people = graduates(db, { ...everyGraduate, trade }).filter(person => !person.closed)
    const turns = turnsOfDays(today)
    const all = people
      .flatMap(person => placesOf(person, given, turns(person.graduatedOn)))
      .filter(one => month === null || one.month === month)
    const count = (one: FollowUpView) => all.filter(({ views }) => views.includes(one)).length
    return {
      rows: all
        .filter(({ views }) => views.includes(view))
        .map(one => rowOf(one.person, one.month, given))
        .toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1)),
      counts: {
        due: count('due'),
        unreached: count('unreached'),
        coming: count('coming'),
        answered: count('answered'),
      },
      centre: getCentre(db).name,
    }
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
    const people = counted(db, scope).filter(person => isCounted(person, month, figure, today))
    const shown = people.filter(person => !person.closed)
    return {
      rows: shown.map(({ statuses: _, ...person }) => rowOf(person, month, given)),
      hidden: people.length - shown.length,
    }
  },
}

type Answers = ReturnType<typeof answers>
type Turns = { now: FollowUpMonth | null; announced: FollowUpMonth | null }
type Placed = { person: Graduate; month: FollowUpMonth; views: readonly FollowUpView[] }

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

/** The turns of one graduate, each with the lists in which it stands. */
function placesOf(person: Graduate, given: Answers, { now, announced }: Turns): Placed[] {
  return followUpMonths.flatMap((month): Placed[] => {
    const answer = given.get(answerKey(person.enrolmentId, month))
    if (answer) {
      const unreached = month === now && answer.status === 'UNREACHED'
      return [{ person, month, views: unreached ? ['answered', 'unreached'] : ['answered'] }]
    }
    if (month === now) return [{ person, month, views: ['due'] }]
    return month === announced ? [{ person, month, views: ['coming'] }] : []
  })
}

function rowOf({ closed: _, ...person }: Graduate, month: FollowUpMonth, given: Answers): FollowUpRow {
  const answer = given.get(answerKey(person.enrolmentId, month)) ?? null
  return { ...person, month, due: dueOn(person.graduatedOn, month), answer }
}

function counted(db: ReadDatabase, scope: GraduateScope): (Graduate & CountedGraduate)[] {
  const given = answers(db)
  return graduates(db, scope).map(person => ({
    ...person,
    statuses: Object.fromEntries(
      followUpMonths.flatMap(month => {
        const answer = given.get(answerKey(person.enrolmentId, month))
        return answer ? [[month, answer.status]] : []
      }),
    ),
  }))
}
