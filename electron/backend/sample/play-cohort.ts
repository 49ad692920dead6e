import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { CohortTrainee } from '../../../shared/features/cohort/contract.ts'
import type { InstructorId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { found } from '../domain-error.ts'
import type { SampleSession } from './sample-session.ts'

/** What is different from full attendance, a pass and every unit: day → mark, scores in hundredths. */
type SampleResult = {
  absences?: Partial<Record<number, Mark>>
  arrivedAt?: string
  leftAfterDay?: number
  theory?: number
  practice?: number
  /** Positions of the units that are not achieved, from 1. */
  unitsShort?: number[]
}

export type SampleResults = Record<string, SampleResult>

type Play = { code: string; instructorId: InstructorId; results: SampleResults; until: PlainDate }

/** Fills and closes every open training day up to a date, each on its own day. Returns the number of these days. */
export async function playAttendance(
  session: SampleSession,
  { code, instructorId, results, until }: Play,
): Promise<number> {
  const { days } = await session.client.cohort.get({ code })
  const held = days.filter(day => day.date <= until && !day.closed)
  for (const { n, date } of held) {
    session.setToday(date)
    for (const trainee of await session.client.cohort.trainees({ code })) {
      if (results[trainee.name]?.leftAfterDay === n - 1) {
        await session.client.cohort.leave({
          enrolmentId: trainee.enrolmentId,
          afterDay: n - 1,
          kind: 'withdrawn',
          reason: 'Mengundurkan diri secara lisan, tidak hadir tiga hari.',
        })
      }
    }
    const trainees = await session.client.cohort.trainees({ code })
    await session.client.attendance.fillDay({ code, n, exceptions: exceptionsOf(trainees, results, n) })
    await session.client.attendance.closeDay({ code, n, instructorId, teaching: true })
  }
  return held.length
}

function exceptionsOf(trainees: readonly CohortTrainee[], results: SampleResults, n: number) {
  return trainees.flatMap(trainee => {
    const result = results[trainee.name]
    const mark = result?.absences?.[n]
    const gone = trainee.left !== null && n > trainee.left.afterDay
    if (!mark || gone) return []
    return [
      { enrolmentId: trainee.enrolmentId, mark, arrivedAt: mark === 'T' ? (result.arrivedAt ?? null) : null, note: '' },
    ]
  })
}

/** Enters the scores of all who stayed. */
export async function playScores({ client }: SampleSession, code: string, results: SampleResults): Promise<void> {
  const { units, rows } = await client.score.grid({ code })
  await client.score.save({
    code,
    entries: rows
      .filter(row => !row.left)
      .map(row => {
        const result = found(results[row.name], 'trainee')
        return {
          enrolmentId: row.enrolmentId,
          theory: result.theory ?? 7800,
          practice: result.practice ?? 8200,
          units: units.map((unit, index) => ({
            unitId: unit.id,
            result: result.unitsShort?.includes(index + 1) ? ('BK' as const) : ('K' as const),
          })),
        }
      }),
  })
}
