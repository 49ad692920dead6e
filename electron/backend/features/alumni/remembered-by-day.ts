import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

/** Caches what depends only on the day of a panel: ten years have a few hundred such days, but two thousand classes. */
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
