/**
 * Instructors in whose name a day may be closed: those planned for it or with recorded hours. If there are none, any instructor, because a day must
 * not stay open for ever.
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
