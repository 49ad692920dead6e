import type { LessonDraft, TaughtDay } from '../../../shared/features/teaching/contract.ts'
import { inOrder, lessonProblem } from '../../../shared/features/teaching/lesson.ts'
import { cohortUnitId, instructorId } from '../../../shared/ids.ts'
import { hourSpan } from './lesson-labels.ts'

/** A line of the form as typed or picked. */
export interface LessonLine {
  key: number
  /** '1-4' */
  hours: string
  instructorId: string | null
  /** Unit and kind: '12 practice'; 'none' for lessons without a unit. */
  part: string
  note: string
}

export const withoutUnit = 'none'

export function linesOf(lessons: readonly LessonDraft[]): LessonLine[] {
  return lessons.map((lesson, index) => ({
    key: index,
    hours: hourSpan(lesson),
    instructorId: String(lesson.instructorId),
    part: lesson.unitId === null ? withoutUnit : `${lesson.unitId} ${lesson.kind}`,
    note: lesson.note,
  }))
}

/** A line for the hours after the last one, with the same instructor. */
export function nextLine(lines: readonly LessonLine[], dayHours: number): LessonLine {
  const last = lines.at(-1)
  const ends = lines.flatMap(line => {
    const span = readHours(line.hours)
    return span ? [span.firstHour + span.hours - 1] : []
  })
  const from = Math.max(0, ...ends) + 1
  return {
    key: Math.max(0, ...lines.map(line => line.key)) + 1,
    hours: from > dayHours ? '' : hourSpan({ firstHour: from, hours: dayHours - from + 1 }),
    instructorId: last?.instructorId ?? null,
    part: last?.part ?? withoutUnit,
    note: '',
  }
}

/** Assigns the line to an instructor. One who was not planned for the day substitutes; the note says so until it is edited. */
export function givenTo(line: LessonLine, who: string | null, planned: TaughtDay['instructors']): LessonLine {
  const own = `menggantikan ${planned[0]?.name ?? ''}`
  const standsIn = planned.length > 0 && who !== null && !planned.some(person => String(person.id) === who)
  const free = line.note === '' || line.note === own
  return { ...line, instructorId: who, note: free ? (standsIn ? own : '') : line.note }
}

/** '4', '1-4', '1–4' as first hour and number of hours; null for anything else. */
export function readHours(text: string): { firstHour: number; hours: number } | null {
  const match = /^\s*(\d{1,2})\s*(?:[-–—]\s*(\d{1,2}))?\s*$/.exec(text)
  if (!match?.[1]) return null
  const firstHour = Number(match[1])
  const last = match[2] ? Number(match[2]) : firstHour
  return firstHour < 1 || last < firstHour ? null : { firstHour, hours: last - firstHour + 1 }
}

/** The lessons of the form, or the first error with its line if it belongs to one. */
export function readLessons(
  lines: readonly LessonLine[],
  day: Pick<TaughtDay, 'hours'>,
  nameOf: (id: number) => string,
): { lessons: LessonDraft[] } | { problem: string; key: number | null } {
  const lessons: LessonDraft[] = []
  for (const { key, hours, instructorId: who, part, note } of lines) {
    const span = readHours(hours)
    if (!span) return { key, problem: `“${hours}” bukan jam pelajaran. Tulis seperti 1-4.` }
    if (who === null) return { key, problem: 'Pilih instruktur.' }
    const words = note.trim()
    if (part === withoutUnit && words === '') return { key, problem: 'Tanpa unit, tulis apa yang diajarkan.' }
    const [unit, kind] = part.split(' ')
    lessons.push({
      ...span,
      instructorId: instructorId.parse(Number(who)),
      unitId: part === withoutUnit ? null : cohortUnitId.parse(Number(unit)),
      kind: kind === 'practice' ? 'practice' : 'theory',
      note: words,
    })
  }
  if (lessons.length === 0) return { key: null, problem: 'Tulis paling sedikit satu baris.' }
  const problem = lessonProblem(lessons, day.hours)
  if (problem?.code === 'over_hours') return { key: null, problem: `Hari ini hanya ${day.hours} JP.` }
  if (problem?.code === 'twice')
    return { key: null, problem: `${nameOf(problem.instructorId)} tercatat dua kali pada JP ke-${problem.hour}.` }
  return { lessons: inOrder(lessons) }
}
