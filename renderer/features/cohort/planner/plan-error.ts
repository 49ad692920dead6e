import { type DomainErrorData, domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { PlanReading } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import type { PlanValues } from './planner-values.ts'

interface PlanError {
  /** The field to focus; null if it is elsewhere. */
  path: keyof PlanValues | null
  words: string
}

/** The first reason on the page why a plan cannot be saved; null if it can. */
export function planError(
  values: PlanValues,
  plan: PlanReading | null,
  domainError: DomainErrorData | null,
  missingYears: readonly number[],
  /** Number of activities in the budget year of the class. */
  activities: number,
): PlanError | null {
  if (values.programId === null) return { path: 'programId', words: 'Pilih program pelatihan dulu.' }
  if (values.start === null) return { path: 'start', words: 'Isi tanggal mulai dulu.' }
  if (domainError) return { path: 'start', words: domainErrorMessage(domainError) }
  if (missingYears.length > 0)
    return { path: null, words: domainErrorMessage({ code: 'no_holiday_table', years: [...missingYears] }) }
  if (!plan) return { path: 'hours', words: 'Periksa JP dan jam kelas.' }
  const chosen = chosenError(values, plan)
  if (chosen) return chosen
  return values.activityId === null && activities > 0
    ? { path: 'activityId', words: 'Pilih kegiatan yang membiayai kelas ini.' }
    : null
}

function chosenError({ instructorId, second, roomId, override }: PlanValues, plan: PlanReading): PlanError | null {
  const person = plan.instructors.find(lane => lane.id === instructorId)
  const [gap] =
    person?.problems.filter(
      problem => !second?.days.includes(problem.n) && (problem.kind !== 'credential' || !override),
    ) ?? []
  if (person && gap)
    return {
      path: null,
      words: `${person.name} tidak dapat mengajar hari ke-${gap.n} (${shortDay(gap.date)}): ${gap.reason}. Pilih orang lain.`,
    }
  const room = plan.rooms.find(lane => lane.id === roomId)
  const [clash] = room?.problems ?? []
  if (room && clash)
    return {
      path: null,
      words: `${room.name} ${clash.reason} pada hari ke-${clash.n} (${shortDay(clash.date)}). Pilih ruang lain.`,
    }
  return null
}
