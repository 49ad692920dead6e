import { addDays } from '../../shared/kernel/plain-date.ts'
import { bookCohorts, openBenchCentre } from './bench-centre.ts'
import { medianTime } from './measure.ts'
import { assertRight, type Figure, under } from './part.ts'

/** 24 classes of eight trades over 2025, in 6 rooms with 12 instructors, beside 18 classes that are booked already. */
export async function propose(): Promise<Figure[]> {
  const centre = await openBenchCentre('2025-01-02', 6, 12)
  try {
    await bookCohorts(centre, 18, '2025-01-05', '2025-12-31')
    const { client } = centre.backend
    const draft = {
      week: 5 as const,
      jointLeave: 'off' as const,
      hours: 8,
      startTime: '08:00',
      endTime: '15:15',
      withinBudgetYear: true,
      wanted: centre.programs.map(programId => ({
        programId,
        count: 3,
        trainees: 16,
        first: '2025-01-02' as const,
        last: '2025-12-31' as const,
        activityId: null,
      })),
    }
    const { placed } = await client.cohort.proposeProgram(draft)
    assertRight(placed.length === 24, `${placed.length} classes placed`)
    for (const use of [placed.map(one => one.room.id), placed.map(one => one.instructor.id)]) {
      const taken = placed.flatMap(({ days }, index) => days.map(date => `${use[index]} ${date}`))
      assertRight(taken.length === 24 * 15 && new Set(taken).size === taken.length, 'a room or an instructor twice')
    }
    // The command checks every rule again when it creates the classes.
    const { codes } = await client.cohort.acceptProposals({
      week: 5,
      jointLeave: 'off',
      hours: 8,
      startTime: '08:00',
      endTime: '15:15',
      classes: placed.map(({ programId, days, room, instructor, activityId }) => ({
        programId,
        start: days[0] ?? addDays('2025-01-01', 0),
        roomId: room.id,
        instructorId: instructor.id,
        activityId,
      })),
    })
    assertRight(codes.length === 24, `${codes.length} classes created`)
    for (const code of codes) await client.cohort.cancel({ code, reason: 'Hanya untuk pengukuran' })
    return [
      under(
        'propose',
        '24 classes over a year, 6 rooms, 12 instructors',
        await medianTime(() => client.cohort.proposeProgram(draft)),
        1000,
      ),
    ]
  } finally {
    await centre.remove()
  }
}
