import { type DayPlan, dayPlan } from '../../../../shared/features/cohort/cohort.ts'
import type { CohortDay } from '../../../../shared/features/cohort/contract.ts'
import type { KeyGridWrite } from '../../../ui/grid/key-grid.tsx'
import { type NamedInstructor, readInstructors } from './read-instructors.ts'

interface ScheduleWrites {
  /** The new days, and the present ones. */
  entries: DayPlan[]
  before: DayPlan[]
  /** Texts that could not be read, with their cell. */
  rejected: string[]
}

export function planOf({ n, hours, topic, instructors }: CohortDay): DayPlan {
  return { n, hours, topic, instructorIds: instructors.map(person => person.id) }
}

/** The rows with unsaved days applied. */
export function withPlan(
  day: CohortDay,
  { hours, topic, instructorIds }: DayPlan,
  known: readonly NamedInstructor[],
): CohortDay {
  const instructors = instructorIds.flatMap(id => [...day.instructors, ...known].find(person => person.id === id) ?? [])
  return { ...day, hours, topic, instructors }
}

/** Parses typed or pasted cells into whole days. */
export function scheduleWrites(
  changes: readonly KeyGridWrite[],
  days: readonly CohortDay[],
  instructors: readonly NamedInstructor[],
): ScheduleWrites {
  const plans = new Map<number, DayPlan>()
  const rejected: string[] = []
  for (const { rowKey, columnKey, text } of changes) {
    const day = days.find(one => one.n === rowKey)
    if (!day) continue
    const plan = { ...(plans.get(day.n) ?? planOf(day)) }
    const problem = apply(plan, columnKey, text, instructors)
    if (problem === null) plans.set(day.n, plan)
    else rejected.push(`${problem} (hari ke-${day.n})`)
  }
  const changed = [...plans.values()]
  return { entries: changed, before: days.filter(day => plans.has(day.n)).map(planOf), rejected }
}

function apply(plan: DayPlan, column: string, text: string, instructors: readonly NamedInstructor[]): string | null {
  if (column === 'topic') {
    const read = dayPlan.shape.topic.safeParse(text)
    if (!read.success) return `Materi: ${read.error.issues[0]?.message}`
    plan.topic = read.data
  } else if (column === 'hours') {
    const read = dayPlan.shape.hours.safeParse(/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)
    if (!read.success) return `JP “${text}”: ${read.error.issues[0]?.message}`
    plan.hours = read.data
  } else {
    const { ids, problems } = readInstructors(text, instructors)
    if (problems.length > 0) return problems.join('; ')
    plan.instructorIds = ids
  }
  return null
}
