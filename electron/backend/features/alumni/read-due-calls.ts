import { type FollowUpMonth, turnOf } from '../../../../shared/features/alumni/follow-up.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { answerKey, answers, everyGraduate, graduates } from './follow-up-store.ts'

type DueCall = { name: string; phone: string; cohort: string; month: FollowUpMonth; due: PlainDate }

/** Graduates to be asked now whom nobody has asked yet, the longest overdue first; who is frozen or anonymous is not there. */
export function readDueCalls(db: ReadDatabase, today: PlainDate): DueCall[] {
  const given = answers(db)
  // Ten years have tens of thousands of graduates, and a few hundred days of panels.
  const turns = new Map<PlainDate, ReturnType<typeof turnOf>>()
  const calls: DueCall[] = []
  for (const { enrolmentId, name, phone, cohort, graduatedOn, closed } of graduates(db, everyGraduate)) {
    if (!turns.has(graduatedOn)) turns.set(graduatedOn, turnOf(graduatedOn, today))
    const turn = turns.get(graduatedOn)
    if (closed || !turn || given.has(answerKey(enrolmentId, turn.month))) continue
    calls.push({ name, phone, cohort, month: turn.month, due: turn.due })
  }
  return calls.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
}
