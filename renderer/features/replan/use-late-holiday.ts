import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DayOffKind, dayOffLabel } from '../../../shared/features/calendar/day-off.ts'
import type { DayOffChange, DayOffPreview, ReplanAnswer } from '../../../shared/features/replan/day-off-change.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'

interface LateHolidayValues {
  date: PlainDate | null
  kind: DayOffKind
  /** '' stands for the words of the kind. */
  name: string
  source: string
}

export interface LateHolidayScope {
  action: 'add' | 'withdraw'
  /** Code of the only class concerned; null for all. */
  cohort: string | null
}

/** What is being typed, and what it would do; every change reads the consequences again. */
export function useLateHoliday(scope: LateHolidayScope, date: PlainDate | null) {
  const [values, setValues] = useState<LateHolidayValues>({ date, kind: 'national_holiday', name: '', source: '' })
  const [answers, setAnswers] = useState<ReplanAnswer[]>([])
  const address = [date, scope.action, scope.cohort].join()
  const [asked, setAsked] = useState(address)
  if (asked !== address) {
    // Another address than the one that this page began with: a link, back or forward, another scope. It brings other problems.
    setAsked(address)
    setAnswers([])
    setValues({ ...values, date })
  }
  const change = changeOf(values, scope, answers)
  const query = useQuery({
    ...api.replan.preview.queryOptions({ input: change ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  return {
    values,
    set(next: Partial<LateHolidayValues>) {
      // Answers belong to a date: another one brings other problems.
      if (next.date !== undefined && next.date !== values.date) setAnswers([])
      setValues({ ...values, ...next })
    },
    answers,
    /** Something that leaving would lose; the date that the address brings is none of it. */
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

/** What an answer is about; two of one subject cannot both hold. */
function subjectOf(answer: ReplanAnswer): string {
  const person = answer.kind === 'substitute' || answer.kind === 'allow' ? answer.instructorId : ''
  return `${answer.kind} ${answer.cohort} ${person}`
}

/** A class that already waits for one reason waits for the other one too. */
function together(answers: readonly ReplanAnswer[], given: ReplanAnswer): ReplanAnswer {
  if (given.kind !== 'pause') return given
  const before = answers.find(row => row.kind === 'pause' && row.cohort === given.cohort)
  return before?.kind === 'pause' ? { ...given, dates: [...new Set([...before.dates, ...given.dates])].sort() } : given
}

/** Without the answers that nothing needs any more. */
export function usedAnswers({ answers }: DayOffChange, { unused }: DayOffPreview): ReplanAnswer[] {
  const gone = new Set(unused.map(row => subjectOf(row.answer)))
  return answers.filter(answer => !gone.has(subjectOf(answer)))
}

/** What stands between the change and its being done, in one line; null when nothing does. */
export function formatBlocking({ affected, blocking }: DayOffPreview): string | null {
  if (blocking === 0) return null
  const places = affected.flatMap(row =>
    row.problems.some(problem => problem.blocking)
      ? `${row.title} hari ke-${row.problems.find(problem => problem.blocking)?.days[0] ?? ''}`
      : [],
  )
  return `${blocking} masalah harus dijawab dulu: ${places.slice(0, 3).join(', ')}${places.length > 3 ? ' …' : ''}`
}
