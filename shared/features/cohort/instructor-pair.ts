type Lane = { id: number; name: string; problems: readonly { n: number }[] }

/** Two people who share the days. */
type InstructorPair<Person extends Lane> = { first: Person; second: Person; days: number[] }

/**
 * Two people who together can teach every day: the one with the most days, and another who can teach all remaining ones. Null if one alone can, or no
 * two can. With `chosen` that person is one of them.
 */
export function instructorPair<Person extends Lane>(
  people: readonly Person[],
  count: number,
  chosen: number | null = null,
): InstructorPair<Person> | null {
  if (chosen === null && people.some(person => person.problems.length === 0)) return null
  const firsts = people
    .filter(person => chosen === null || person.id === chosen)
    .map(first => ({ first, days: [...new Set(first.problems.map(problem => problem.n))].toSorted((a, b) => a - b) }))
    .filter(({ days }) => days.length > 0 && days.length < count)
    .toSorted((a, b) => a.days.length - b.days.length)
  for (const { first, days } of firsts) {
    const seconds = people
      .filter(person => person.id !== first.id && !person.problems.some(problem => days.includes(problem.n)))
      .toSorted((a, b) => a.problems.length - b.problems.length)
    const [second] = seconds
    if (second) return { first, second, days }
  }
  return null
}
