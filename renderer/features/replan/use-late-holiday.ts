import { useState } from 'react'
import { type DayOffKind, dayOffLabel } from '../../../shared/features/calendar/day-off.ts'
import type { DayOffChange, DayOffPreview, ReplanAnswer } from '../../../shared/features/replan/day-off-change.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, keepShown, useRead } from '../../app/client.ts'

interface LateHolidayValues {
  date: PlainDate | null
  kind: DayOffKind
  /** '' means the default name of the kind. */
  name: string
  source: string
}

export interface LateHolidayScope {
  action: 'add' | 'withdraw'
  /** Code of the only class concerned; null for all. */
  cohort: string | null
}

/** The typed values and their effect; every change reads the effect again. */
export function useLateHoliday(scope: LateHolidayScope, date: PlainDate | null) {
  const [values, setValues] = useState<LateHolidayValues>({ date, kind: 'national_holiday', name: '', source: '' })
  const [answers, setAnswers] = useState<ReplanAnswer[]>([])
  const address = [date, scope.action, scope.cohort].join()
  const [shownAddress, setShownAddress] = useState(address)
  if (shownAddress !== address) {
    // The address was changed by a link, back, forward or another scope: other problems follow.
    setShownAddress(address)
    setAnswers([])
    setValues({ ...values, date })
  }
  const change = changeOf(values, scope, answers)
  const query = useRead(api.replan.preview, change ?? null, keepShown)
  return {
    values,
    set(next: Partial<LateHolidayValues>) {
      // Answers belong to a date; another one has other problems.
      if (next.date !== undefined && next.date !== values.date) setAnswers([])
      setValues({ ...values, ...next })
    },
    answers,
    /** True if leaving would lose something typed; the date from the address does not count. */
    typed: values.date !== date || values.name !== '' || values.source !== '' || answers.length > 0,
    answer(given: ReplanAnswer) {
      setAnswers([...answers.filter(row => subjectOf(row) !== subjectOf(given)), together(answers, given)])
    },
    forget(given: ReplanAnswer) {
      setAnswers(answers.filter(row => subjectOf(row) !== subjectOf(given)))
    },
    clear() {
      setAnswers([])
      setValues({ date: null, kind: 'national_holiday', name: '', source: '' })
    },
    change,
    query,
    reading: change ? query.data : undefined,
  }
}

export type LateHoliday = ReturnType<typeof useLateHoliday>

function changeOf(values: LateHolidayValues, scope: LateHolidayScope, answers: ReplanAnswer[]): DayOffChange | null {
  if (values.date === null) return null
  const kind = scope.cohort !== null && values.kind === 'joint_leave' ? 'centre_closure' : values.kind
  const name = values.name.trim() === '' ? dayOffLabel(kind) : values.name
  return { ...scope, day: { ...values, kind, date: values.date, name, certain: true }, answers }
}

/** Subject of an answer; only one answer for each subject can apply. */
function subjectOf(answer: ReplanAnswer): string {
  const person = answer.kind === 'substitute' || answer.kind === 'allow' ? answer.instructorId : ''
  return `${answer.kind} ${answer.cohort} ${person}`
}

/** A class that pauses for several reasons gets all dates in one answer. */
function together(answers: readonly ReplanAnswer[], given: ReplanAnswer): ReplanAnswer {
  if (given.kind !== 'pause') return given
  const before = answers.find(row => row.kind === 'pause' && row.cohort === given.cohort)
  return before?.kind === 'pause' ? { ...given, dates: [...new Set([...before.dates, ...given.dates])].sort() } : given
}

/** The answers without those that nothing needs any more. */
export function usedAnswers({ answers }: DayOffChange, { unused }: DayOffPreview): ReplanAnswer[] {
  const gone = new Set(unused.map(row => subjectOf(row.answer)))
  return answers.filter(answer => !gone.has(subjectOf(answer)))
}

/** Why the change cannot be applied yet, in one line; null if it can. */
export function formatBlocking({ affected, blocking }: DayOffPreview): string | null {
  if (blocking === 0) return null
  const places = affected.flatMap(row =>
    row.problems.some(problem => problem.blocking)
      ? `${row.title} hari ke-${row.problems.find(problem => problem.blocking)?.days[0] ?? ''}`
      : [],
  )
  return `${blocking} masalah harus dijawab dulu: ${places.slice(0, 3).join(', ')}${places.length > 3 ? ' …' : ''}`
}
