import { createContext, useContext } from 'react'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/** Today, for date fields; provided by the frame. */
export const TodayContext = createContext<PlainDate | null>(null)

export function useFieldToday(): PlainDate {
  const today = useContext(TodayContext)
  if (today === null) throw new Error('a date field outside of TodayContext')
  return today
}
