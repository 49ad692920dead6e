import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DayOffKind, dayOffLabel } from '../../../shared/features/calendar/day-off.ts'
import type { DayOffChange, DayOffReading, ShiftAnswer } from '../../../shared/features/calendar/day-off-change.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'

export interface LateHolidayValues {
  date: PlainDate | null
  kind: DayOffKind
  /** '' stands for the words of the kind. */
  name: string
  source: string
}

export interface LateHolidayScope {
  act: 'add' | 'withdraw'
  /** Code of the only class concerned; null for all. */
  cohort: string | null
}

/** What is being typed, and what it would do; every change reads the consequences again. */
export function useLateHoliday(scope: LateHolidayScope, date: PlainDate | null) {
  const [values, setValues] = useState<LateHolidayValues>({ date, kind: 'national_holiday', name: '', source: '' })
  const [answers, setAnswers] = useState<ShiftAnswer[]>([])
  const [asked, setAsked] = useState(date)
  if (asked !== date) {
    // Another address than the one that this page began with: a link, back or forward.
    setAsked(date)
    setAnswers([])
    setValues({ ...values, date })
  }
  const change = changeOf(values, scope, answers)
  const query = useQuery({
    ...api.calendar.previewDayOff.queryOptions({ input: change ?? skipToken }),
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
    answer(given: ShiftAnswer) {
      const others = answers.filter(row => row.cohort !== given.cohort || row.instructorId !== given.instructorId)
      setAnswers([...others, given])
    },
    forget(cohort: string, instructorId: number) {
      setAnswers(answers.filter(row => row.cohort !== cohort || row.instructorId !== instructorId))
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

function changeOf(values: LateHolidayValues, scope: LateHolidayScope, answers: ShiftAnswer[]): DayOffChange | null {
  if (values.date === null) return null
  const name = values.name.trim() === '' ? dayOffLabel(values.kind) : values.name
  return { ...scope, day: { ...values, date: values.date, name, certain: true }, answers }
}

/** What stands between the change and its being done, in one line; null when nothing does. */
export function blockingWords({ affected, blocking }: DayOffReading): string | null {
  if (blocking === 0) return null
  const places = affected.flatMap(row =>
    row.problems.some(problem => problem.blocking)
      ? `${row.title} hari ke-${row.problems.find(problem => problem.blocking)?.days[0] ?? ''}`
      : [],
  )
  return `${blocking} masalah harus dijawab dulu: ${places.slice(0, 3).join(', ')}${places.length > 3 ? ' …' : ''}`
}
