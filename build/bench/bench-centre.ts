import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../../electron/backend/clock.ts'
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts'
import { setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { dayCount } from '../../shared/features/cohort/cohort.ts'
import { nextWorkingDay, planDays } from '../../shared/features/cohort/working-days.ts'
import { tradeCodes } from '../../shared/features/program/trades.ts'
import { type InstructorId, type ProgramId, type RoomId, roomId } from '../../shared/ids.ts'
import { type PlainDate, yearOf } from '../../shared/kernel/plain-date.ts'

export type BenchCentre = {
  readonly backend: Backend
  readonly rooms: readonly RoomId[]
  readonly instructors: readonly InstructorId[]
  readonly programs: readonly ProgramId[]
  /** The folder of the database. Call close() before writing to it directly. */
  readonly dataFolder: string
  reopen(): Promise<Backend>
  remove(): Promise<void>
}

/** A centre in its own folder, with rooms for every trade, and instructors with credentials for some trades each. */
export async function openBenchCentre(today: PlainDate, rooms: number, instructors: number): Promise<BenchCentre> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-bench-'))
  const dataFolder = join(folder, 'data')
  const open = () => createBackend({ dataFolder, host: silentHost, clock: fixedClock(today) })
  let backend = open()
  const { client } = backend
  await setUpSampleCentre({ client, setToday: () => undefined })
  for (const room of await client.program.rooms({})) {
    const { id, ...facts } = room
    await client.program.saveRoom({ id, room: { ...facts, active: false } })
  }
  const roomIds: RoomId[] = []
  for (let index = 0; index < rooms; index += 1) {
    const room = { name: `Ruang ${index + 1}`, capacity: 16 + index, note: '', trades: [], active: true }
    roomIds.push(roomId.parse((await client.program.saveRoom({ id: null, room })).id))
  }
  const instructorIds: InstructorId[] = []
  for (let index = 0; index < instructors; index += 1) {
    const person = { name: `Instruktur ${index + 1}`, nip: '', institution: '', phone: '', active: true }
    const { id } = await client.instructor.save({ id: null, instructor: person })
    await client.instructor.saveCredential({
      instructorId: id,
      id: null,
      credential: {
        kind: 'TEKNIS',
        number: `00000 0000 3 ${String(index).padStart(7, '0')} 2023`,
        registration: '',
        lsp: 'LSP Contoh',
        licence: '',
        scheme: 'Contoh',
        trades: tradeCodes.filter((_, trade) => trade === index % 8 || trade === (index * 3 + 1) % 8),
        issued: '2023-01-02',
        validUntil: '2027-12-31',
      },
    })
    instructorIds.push(id)
  }
  const listed = await client.program.list({})
  return {
    get backend() {
      return backend
    },
    rooms: roomIds,
    instructors: instructorIds,
    programs: tradeCodes.flatMap(trade => listed.find(program => program.trade === trade)?.id ?? []),
    dataFolder,
    async reopen() {
      await backend.close()
      backend = open()
      return backend
    },
    async remove() {
      await backend.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Books classes back to back in each room, each room with its own instructor, from the first working day on. */
export async function bookCohorts(
  centre: BenchCentre,
  count: number,
  from: PlainDate,
  until: PlainDate,
): Promise<void> {
  const { client, workspace } = centre.backend
  const years = workspace.read.all<{ year: number }>('SELECT year FROM holiday_year').map(row => row.year)
  const daysOff = (await Promise.all(years.map(year => client.calendar.year({ year })))).flatMap(year => year.days)
  const calendar = { week: 5 as const, jointLeave: 'off' as const, daysOff }
  const numbers = new Map<string, number>()
  let booked = 0
  for (const [lane, room] of centre.rooms.entries()) {
    let start = nextWorkingDay(from, calendar)
    while (booked < count) {
      const plan = planDays({ ...calendar, start, count: dayCount, hours: 8, years })
      if (plan.end > until) break
      const trade = lane % tradeCodes.length
      const series = `${trade} ${yearOf(start)}`
      const number = (numbers.get(series) ?? 0) + 1
      numbers.set(series, number)
      await client.cohort.create({
        programId: centre.programs[trade] ?? 0,
        start,
        week: 5,
        jointLeave: 'off',
        hours: 8,
        startTime: '08:00',
        endTime: '15:15',
        number,
        roomId: room,
        instructorId: centre.instructors[lane] ?? null,
        activityId: null,
        traineeIds: [],
        decreeIssuer: '',
        decreeNumber: '',
        decreeDate: null,
        decreeSubject: '',
        activity: '',
        fundingSource: '',
      })
      booked += 1
      start = nextWorkingDay(plan.end, calendar)
    }
  }
  if (booked < count) throw new Error(`only ${booked} of ${count} classes found a place`)
}
