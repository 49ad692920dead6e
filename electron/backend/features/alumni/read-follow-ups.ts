import type { FollowUpRow, FollowUpView } from '../../../../shared/features/alumni/contract.ts'
import {
  dueOn,
  type FollowUpMonth,
  type FollowUpStatus,
  followUpMonths,
  isAnnounced,
  nextTurn,
  turnOf,
} from '../../../../shared/features/alumni/follow-up.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { closedGraduates, countAnswers, everyGraduate, graduatedClasses } from './graduate-count-store.ts'
import { type FollowUpClass, graduateRows } from './graduate-store.ts'
import { rememberedByDay } from './remembered-by-day.ts'

type FollowUpQuery = {
  view: FollowUpView
  trade: TradeCode | null
  month: FollowUpMonth | null
  text?: string | undefined
  limit?: number | undefined
}

/** Limit of a list that nobody reads to its end. */
const mostShown = 500
const answers = { due: 'missing', coming: 'missing', answered: 'given', unreached: 'UNREACHED' } as const

/** The first rows of a list of graduates, longest overdue first, without frozen and anonymised people. */
export function readFollowUps(
  db: ReadDatabase,
  today: PlainDate,
  { view, trade, month, text = '', limit = mostShown }: FollowUpQuery,
): { rows: FollowUpRow[]; total: number; counts: Record<FollowUpView, number> } {
  const { counts, places } = turnsOf(db, today, { trade, months: months(month) })
  // A search may exclude anybody; without one the first classes contain enough people.
  const classes = text === '' ? firstDue(places[view], limit) : places[view]
  const { rows, total } = graduateRows(db, classes, { answer: answers[view], text, order: 'due', limit })
  return { rows, total: text === '' ? counts[view] : total, counts }
}

/** The classes of the first `limit` people. Those of one day are sorted by name, so all of them or none are included. */
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

type Places = Record<FollowUpView, (FollowUpClass & { people: number })[]>

/** Number of people of each class by list; only the latest turn of a graduate counts. */
function turnsOf(
  db: ReadDatabase,
  today: PlainDate,
  { trade, months }: { trade: TradeCode | null; months: readonly FollowUpMonth[] },
): { counts: Record<FollowUpView, number>; places: Places } {
  const counts: Record<FollowUpView, number> = { due: 0, unreached: 0, coming: 0, answered: 0 }
  const places: Places = { due: [], unreached: [], coming: [], answered: [] }
  const turns = rememberedByDay((graduatedOn: PlainDate) => {
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
        places[view].push({ ...place, people })
      }
      add('answered', given)
      if (month === now) {
        add('unreached', count('UNREACHED'))
        add('due', silent)
      } else if (month === announced) add('coming', silent)
    }
  }
  return { counts, places }
}

function months(month: FollowUpMonth | null): readonly FollowUpMonth[] {
  return month === null ? followUpMonths : [month]
}
