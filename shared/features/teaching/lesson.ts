import { timeRange } from '../../kernel/time.ts'
import type { ClockRow } from '../cohort/day-clock.ts'
import type { Block, SessionKind } from '../timetable/timetable.ts'

/** Consecutive hours (JP) of one unit by one instructor, counted from the first hour of the day. */
export type Lesson = {
  instructorId: number
  /** Null for lessons without a unit: an opening, a visit; see the note. */
  unitId: number | null
  kind: SessionKind
  /** From 1. */
  firstHour: number
  hours: number
  note: string
}

type LessonDay = {
  hours: number
  topic: string
  instructors: readonly { id: number }[]
}

/**
 * The planned lessons of a day as a first draft: its blocks in order, each by its own instructor or that of the day. Hours after the last block are a
 * lesson without a unit. Empty while the day has no instructor.
 */
export function proposedLessons(day: LessonDay, blocks: readonly Block[]): Lesson[] {
  const [first] = day.instructors
  if (!first) return []
  const lessons: Lesson[] = []
  let firstHour = 1
  for (const { unitId, kind, hours, instructorId } of blocks) {
    const own = day.instructors.find(teacher => teacher.id === instructorId) ?? first
    const taken = Math.min(hours, day.hours - firstHour + 1)
    if (taken <= 0) break
    lessons.push({ instructorId: own.id, unitId, kind, firstHour, hours: taken, note: '' })
    firstHour += taken
  }
  const left = day.hours - firstHour + 1
  if (left > 0)
    lessons.push({
      instructorId: first.id,
      unitId: null,
      kind: 'theory',
      firstHour,
      hours: left,
      note: day.topic || 'Tanpa unit',
    })
  return lessons
}

type LessonProblem =
  | { code: 'over_hours'; hours: number }
  | { code: 'twice'; instructorId: number; hour: number }
  | { code: 'unnamed' }

export function lessonProblem(lessons: readonly Lesson[], dayHours: number): LessonProblem | null {
  const taken = new Set<string>()
  for (const lesson of lessons) {
    if (lesson.firstHour + lesson.hours - 1 > dayHours) return { code: 'over_hours', hours: dayHours }
    if (lesson.unitId === null && lesson.note.trim() === '') return { code: 'unnamed' }
    for (const hour of hoursOfLesson(lesson)) {
      const key = `${lesson.instructorId} ${hour}`
      if (taken.has(key)) return { code: 'twice', instructorId: lesson.instructorId, hour }
      taken.add(key)
    }
  }
  return null
}

export function untaughtHours(lessons: readonly Lesson[], dayHours: number): number[] {
  const taught = new Set(lessons.flatMap(hoursOfLesson))
  return Array.from({ length: dayHours }, (_, index) => index + 1).filter(hour => !taught.has(hour))
}

/** Hours (JP) by instructor; two who teach an hour together both get it. */
export function hoursByInstructor(lessons: readonly Lesson[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { instructorId, hours } of lessons) sums.set(instructorId, (sums.get(instructorId) ?? 0) + hours)
  return sums
}

/** From the start of the first hour to the end of the last, including breaks; null if the clock has no such hours. */
export function lessonTimes(
  { firstHour, hours }: Pick<Lesson, 'firstHour' | 'hours'>,
  clock: readonly ClockRow[],
): { start: string; end: string } | null {
  const first = clock.find(row => row.hour === firstHour)
  const last = clock.find(row => row.hour === firstHour + hours - 1)
  return first && last ? { start: first.start, end: last.end } : null
}

/** '08.00–10.15', or a note that the hours must be checked if the clock does not have them. */
export function lessonRange({ start, end }: { start: string; end: string }): string {
  return start === '' ? 'periksa jam' : timeRange(start, end)
}

export function sameLessons(a: readonly Lesson[], b: readonly Lesson[]): boolean {
  const key = ({ instructorId, unitId, kind, firstHour, hours, note }: Lesson) =>
    JSON.stringify([instructorId, unitId, kind, firstHour, hours, note])
  const [left, right] = [a, b].map(lessons => lessons.map(key).sort())
  return JSON.stringify(left) === JSON.stringify(right)
}

/** In the order of the day. */
export function inOrder<L extends Pick<Lesson, 'firstHour' | 'instructorId'>>(lessons: readonly L[]): L[] {
  return lessons.toSorted((a, b) => a.firstHour - b.firstHour || a.instructorId - b.instructorId)
}

function hoursOfLesson({ firstHour, hours }: Lesson): number[] {
  return Array.from({ length: hours }, (_, index) => firstHour + index)
}
