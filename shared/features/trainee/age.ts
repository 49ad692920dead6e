import { dayOf, monthOf, type PlainDate, yearOf } from '../../kernel/plain-date.ts'

/** Completed years on a day; negative before birth. A person born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  const years = yearOf(day) - yearOf(birthDate)
  const hadBirthday = monthOf(day) * 100 + dayOf(day) >= monthOf(birthDate) * 100 + dayOf(birthDate)
  return hadBirthday ? years : years - 1
}
