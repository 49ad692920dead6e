import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { CohortTrainee } from '../../../shared/features/cohort/contract.ts'
import type { InstructorId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { found } from '../domain-error.ts'
import type { SampleSession } from './sample-session.ts'

/** What is different from full attendance, a pass and every unit: day → mark, scores in hundredths. */
type Story = {
  absences?: Partial<Record<number, Mark>>
  arrivedAt?: string
  leftAfterDay?: number
  theory?: number
  practice?: number
  /** Positions of the units that are not achieved, from 1. */
  unitsShort?: number[]
}

export type Stories = Record<string, Story>

type Play = { code: string; instructorId: InstructorId; stories: Stories; until: PlainDate }

/** Fills and closes every training day up to a date, each on its own day. Returns the number of days held. */
export async function playAttendance(
  session: SampleSession,
  { code, instructorId, stories, until }: Play,
): Promise<number> {
  const { days } = await session.client.cohort.get({ code })
  const held = days.filter(day => day.date <= until)
  for (const { n, date } of held) {
    session.setToday(date)
    for (const trainee of await session.client.cohort.trainees({ code })) {
      if (stories[trainee.name]?.leftAfterDay === n - 1) {
        await session.client.cohort.leave({
          enrolmentId: trainee.enrolmentId,
          afterDay: n - 1,
          kind: 'withdrawn',
          reason: 'Mengundurkan diri secara lisan, tidak hadir tiga hari.',
        })
      }
    }
    const trainees = await session.client.cohort.trainees({ code })
    await session.client.attendance.fillDay({ code, n, exceptions: exceptionsOf(trainees, stories, n) })
    await session.client.attendance.closeDay({ code, n, instructorId, teaching: true })
  }
  return held.length
}

function exceptionsOf(trainees: readonly CohortTrainee[], stories: Stories, n: number) {
  return trainees.flatMap(trainee => {
    const story = stories[trainee.name]
    const mark = story?.absences?.[n]
    const gone = trainee.left !== null && n > trainee.left.afterDay
    if (!mark || gone) return []
    return [
      { enrolmentId: trainee.enrolmentId, mark, arrivedAt: mark === 'T' ? (story.arrivedAt ?? null) : null, note: '' },
    ]
  })
}

/** Enters the scores of all who stayed. */
export async function playScores({ client }: SampleSession, code: string, stories: Stories): Promise<void> {
  const { units, rows } = await client.score.grid({ code })
  await client.score.save({
    code,
    entries: rows
      .filter(row => !row.left)
      .map(row => {
        const story = found(stories[row.name], 'trainee')
        return {
          enrolmentId: row.enrolmentId,
          theory: story.theory ?? 7800,
          practice: story.practice ?? 8200,
          units: units.map((unit, index) => ({
            unitId: unit.id,
            result: story.unitsShort?.includes(index + 1) ? ('BK' as const) : ('K' as const),
          })),
        }
      }),
  })
}
