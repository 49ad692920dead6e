import { createContext, useContext } from 'react'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/** The day that fields reckon with; the frame provides it. */
export const TodayContext = createContext<PlainDate | null>(null)

export function useFieldToday(): PlainDate {
  const today = useContext(TodayContext)
  if (today === null) throw new Error('a date field outside of TodayContext')
  return today
}
