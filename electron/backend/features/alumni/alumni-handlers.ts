import type { alumniContract, ResultFigure } from '../../../../shared/features/alumni/contract.ts'
import {
  dueOn,
  type FollowUpDraft,
  type FollowUpStatus,
  followUpDraft,
} from '../../../../shared/features/alumni/follow-up.ts'
import { countResults } from '../../../../shared/features/alumni/results.ts'
import { tradeCodes } from '../../../../shared/features/program/trades.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
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
import { joinForm } from '../desk/join-record.ts'
import { assertNamed, assertUsable } from '../trainee/person-state-store.ts'
import { findAnswer, findGraduate, saveAnswer, traineeOfEnrolment } from './follow-up-store.ts'
import { closedGraduates, countAnswers, graduatedClasses, yearsWithGraduates } from './graduate-count-store.ts'
import { graduateRows } from './graduate-store.ts'
import { readFollowUps } from './read-follow-ups.ts'
import { rememberedByDay } from './remembered-by-day.ts'

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

  followUps: ({ db, today }, filter) => ({ ...readFollowUps(db, today, filter), centre: getCentre(db).name }),

  saveFollowUp({ db, at, today, operator, record }, { enrolmentId, month, answer: mine, seen }) {
    const { traineeId, name, graduatedOn } = found(findGraduate(db, enrolmentId), 'graduate')
    assertUsable(db, traineeId)
    const before = findAnswer(db, enrolmentId, month)
    // There was no answer when the form was opened, so every stored field was written by another person since.
    const saw = seen === 'nothing' ? ({} as FollowUpDraft) : seen
    const form = { entity: 'enrolment', id: enrolmentId, schema: followUpDraft, seen: saw, mine }
    const { values: answer, joined } = joinForm(db, { ...form, stored: before ?? null })
    if (answer.askedOn > today) throw new DomainError({ code: 'date_in_future', date: answer.askedOn })
    const due = dueOn(graduatedOn, month)
    if (answer.askedOn < due) throw new DomainError({ code: 'follow_up_not_due', name, month, due })
    saveAnswer(db, enrolmentId, month, { ...answer, at, by: operator.name })
    record('enrolment', enrolmentId, before ? { month, ...before } : null, { month, ...answer })
    return { joined }
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
    const due = rememberedByDay((graduatedOn: PlainDate) => dueOn(graduatedOn, month))
    const classes = graduatedClasses(db, scope)
      .map(({ cohortId, graduatedOn }) => ({ cohortId, month, due: due(graduatedOn) }))
      .filter(one => figure === 'graduated' || one.due <= today)
    const answer = answersOfFigure[figure]
    const { rows } = graduateRows(db, classes, { answer, text: '', order: 'name', limit: -1 })
    const among = new Set(classes.map(one => one.cohortId))
    const hidden = closedGraduates(db).filter(
      person => among.has(person.cohortId) && (answer === 'all' || countAnswers(person.answers, month, answer) > 0),
    )
    return { rows, hidden: hidden.length }
  },
}

const answersOfFigure = {
  graduated: 'all',
  due: 'all',
  asked: 'given',
  employed: 'EMPLOYED',
  selfEmployed: 'SELF_EMPLOYED',
  studying: 'STUDYING',
  homemaking: 'HOMEMAKING',
  notWorking: 'NOT_WORKING',
  unreached: 'UNREACHED',
} as const satisfies Record<ResultFigure, FollowUpStatus | 'all' | 'given'>
