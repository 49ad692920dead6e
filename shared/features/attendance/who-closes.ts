/**
 * In whose name a day may be closed: whoever is planned for it or has hours written down on it. Where that is nobody it may be any
 * instructor, for a day that people came to must not stay open for ever.
 */
export function closersOf<Person extends { id: number }>(
  day: { instructors: readonly { id: number }[]; lessons: readonly { instructorId: number }[] },
  everybody: readonly Person[],
): readonly Person[] {
  const own = everybody.filter(
    person =>
      day.instructors.some(one => one.id === person.id) || day.lessons.some(one => one.instructorId === person.id),
  )
  return own.length > 0 ? own : everybody
}
