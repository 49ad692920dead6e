import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

/** What follows from the day of a panel alone: ten years have a few hundred of them, and two thousand classes. */
export function rememberedByDay<Value>(work: (day: PlainDate) => Value): (day: PlainDate) => Value {
  const known = new Map<PlainDate, Value>()
  return day => {
    const present = known.get(day)
    if (present !== undefined) return present
    const value = work(day)
    known.set(day, value)
    return value
  }
}
