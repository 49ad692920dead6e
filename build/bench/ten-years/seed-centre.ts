import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts'
import { ReadDatabase } from '../../../electron/backend/database/connection.ts'
import { databaseFileName } from '../../../electron/backend/database/identity.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { fileDigest } from '../../../electron/backend/database/seal/file-digest.ts'
import { SealKey } from '../../../electron/backend/database/seal/seal-key.ts'
import { SealedData } from '../../../electron/backend/database/seal/sealed-data.ts'
import { recordSigner } from '../../../electron/backend/features/certificate/keys/signing-key-store.ts'
import { DataKeyStore } from '../../../electron/backend/keys/data-key-store.ts'
import { KeyStore } from '../../../electron/backend/keys/key-store.ts'
import { searchVillages } from '../../../electron/backend/region/villages.ts'
import type { SampleSession } from '../../../electron/backend/sample/sample-session.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { fundingSources } from '../../../shared/features/activity/funding-source.ts'
import { defaultCentre, defaultRules } from '../../../shared/features/centre/centre.ts'
import { tradeCodes, tradeName } from '../../../shared/features/program/trades.ts'
import type { ActivityId, InstructorId, ProgramId, RoomId } from '../../../shared/ids.ts'
import { addDays, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { seededDraw } from '../measure.ts'
import { insertPeople, mergeIndexes } from '../seed-people.ts'
import { activitiesAYear, type ClassPlace, isPoor, laneCount, placesOfClasses, todayOf } from './class-places.ts'
import { multiplyClass } from './multiply-class.ts'
import { type ClassSetting, playClass } from './play-class.ts'

export type TenYears = {
  people: number
  classes: number
  /** How many of the last classes still wait for their panel. */
  undecided?: number
  /** How many classes run at the same time; `laneCount` by default. */
  lanes?: number
}

/** A centre before its first class, and how to play one in it. */
export type NewCentre = {
  backend: Backend
  places: ClassPlace[]
  play(place: ClassPlace): Promise<void>
  rooms: RoomId[]
  instructors: InstructorId[]
  programs: Map<string, ProgramId>
  activities: Map<string, ActivityId>
}

/**
 * A centre with so many people and classes: people are inserted directly, the first class is played through the contract, all others are
 * copied from it. The data folder must not hold a database yet.
 */
export async function seedCentre(
  dataFolder: string,
  size: TenYears,
  say: (line: string) => void = () => {},
): Promise<void> {
  say(`${size.people} people`)
  const centre = await openNewCentre(dataFolder, size)
  const { backend, places, rooms, instructors, programs, activities } = centre
  const before = rowsOf(backend)
  say('one class by the contract')
  const [first] = places
  if (!first) throw new RangeError('a centre has a class at least')
  await centre.play(first)
  await closeWithoutSnapshot(backend)
  say(`${size.classes} classes`)
  const raw = new BetterSqlite(join(dataFolder, databaseFileName))
  speedUp(raw)
  const { classification, unit } = defaultCentre
  multiplyClass(raw, places, {
    people: size.people,
    today: todayOf(size.classes, size.lanes),
    rooms,
    instructors,
    programs,
    activities,
    before,
    sign: recordSigner(new ReadDatabase(raw), new KeyStore(dataFolder, undefined)),
    templates: {
      certificate: defaultRules.certificateTemplate,
      statement: defaultRules.statementTemplate,
      unit,
      classification,
    },
  })
  mergeIndexes(raw)
  sealAsWritten(raw, dataFolder)
  raw.close()
}

/** Seals the rows that were written directly, so that a check of the centre finds nothing wrong. */
function sealAsWritten(raw: BetterSqlite.Database, dataFolder: string): void {
  const keys = new DataKeyStore(dataFolder, new KeyStore(dataFolder, undefined), () => true)
  const sealed = new SealedData(raw, dataFolder, () => SealKey.of(keys.key.secret))
  sealed.accept()
  raw.pragma('wal_checkpoint(TRUNCATE)')
  sealed.close(fileDigest(raw.name))
}

export async function openNewCentre(
  dataFolder: string,
  { people, classes, undecided, lanes }: TenYears,
): Promise<NewCentre> {
  const raw = openDatabase(join(dataFolder, databaseFileName), { create: true, beforeMigration: () => {} })
  speedUp(raw)
  const villages = searchVillages('', 104).map(village => village.code)
  raw.transaction(() => insertPeople(raw, { count: people, villages, draw: seededDraw(people), poor: isPoor }))()
  raw.close()
  let clock = fixedClock('2015-12-01')
  const backend = createBackend({ dataFolder, host: silentHost, alone: true, clock: { now: () => clock.now() } })
  const session: SampleSession = {
    client: backend.client,
    setToday(date) {
      clock = fixedClock(date)
    },
  }
  const places = placesOfClasses(classes, undecided, lanes)
  const today = todayOf(classes, lanes)
  const made = await setUpCentre(session, yearOf(today))
  const play = (place: ClassPlace) => playClass(session, place, settingOf(place, made, { people, today }))
  return { backend, places, play, ...made }
}

type Made = Omit<NewCentre, 'backend' | 'places' | 'play'> & { officerId: ClassSetting['officerId'] }

function settingOf(
  place: ClassPlace,
  made: Made,
  { people, today }: { people: number; today: PlainDate },
): ClassSetting {
  const [roomId, instructorId] = [made.rooms[place.lane], made.instructors[place.lane]]
  const programId = made.programs.get(place.trade)
  const activityId = made.activities.get(`${place.year} ${place.activity}`)
  if (!roomId || !instructorId || !programId || !activityId) throw new Error(`nothing for class ${place.index}`)
  return { people, today, officerId: made.officerId, programId, roomId, instructorId, activityId }
}

/** Ten years of calendars without days off, so that every class has the days of the first one, some weeks later. */
async function setUpCentre({ client }: SampleSession, lastYear: number): Promise<Made> {
  await client.centre.setUp({
    centre: defaultCentre,
    logo: null,
    officer: {
      prefix: '',
      title: 'Kepala UPT Balai Latihan Kerja',
      name: 'Drs. H. Ahmad Fauzi Rahman, M.Si.',
      rank: '',
      nip: '',
      validFrom: '2010-01-04',
      validUntil: null,
    },
    operator: 'Wulan Sari',
  })
  const { rules, officers } = await client.centre.get({})
  await client.centre.updateRules({ ...rules, printPhoto: false })
  const present = new Set((await client.calendar.years({})).map(row => row.year))
  const years = Array.from({ length: lastYear + 2 - 2016 }, (_, index) => 2016 + index)
  for (const year of years) {
    if (!present.has(year)) await client.calendar.saveYear({ year, source: 'Contoh' })
    for (const { id } of (await client.calendar.year({ year })).days) await client.calendar.removeDay({ id })
  }
  const programs = new Map<string, ProgramId>()
  for (const { id } of await client.program.list({})) {
    const { id: _, ...program } = await client.program.get({ id })
    await client.program.save({ id, program: { ...program, active: false } })
  }
  for (const trade of tradeCodes) {
    const units = [1, 2, 3, 4].map(n => ({
      code: `X.0000${n}`,
      title: `Unit ${n}`,
      theoryHours: 10,
      practiceHours: 20,
      compulsory: true,
      elements: [],
    }))
    const program = { trade, title: `${tradeName(trade)} Dasar`, standard: '', active: true, units }
    programs.set(trade, (await client.program.save({ id: null, program })).id)
  }
  const rooms: RoomId[] = []
  const instructors: InstructorId[] = []
  for (let lane = 0; lane < laneCount; lane += 1) {
    const trade = tradeCodes[lane % tradeCodes.length] ?? 'TR'
    const room = { name: `Ruang ${lane + 1}`, capacity: 20, note: '', trades: [], active: true }
    rooms.push((await client.program.saveRoom({ id: null, room })).id)
    const person = { name: `Instruktur ${lane + 1}`, nip: '', institution: '', phone: '', active: true }
    const { id } = await client.instructor.save({ id: null, instructor: person })
    for (let from: PlainDate = '2015-01-05'; yearOf(from) <= lastYear; from = addDays(from, 1092))
      await client.instructor.saveCredential({
        instructorId: id,
        id: null,
        credential: {
          kind: 'TEKNIS',
          number: `00000 0000 3 ${String(lane).padStart(7, '0')} ${from.slice(0, 4)}`,
          registration: '',
          lsp: 'LSP Contoh',
          licence: '',
          scheme: 'Contoh',
          trades: [trade],
          issued: from,
          validUntil: addDays(from, 1095),
        },
      })
    instructors.push(id)
  }
  const activities = new Map<string, ActivityId>()
  for (const year of years)
    for (let index = 0; index < activitiesAYear; index += 1) {
      const activity = {
        budgetYear: year,
        number: index + 1,
        fundingSource: fundingSources[index % fundingSources.length] ?? 'APBD',
        title: `Kegiatan ${index + 1}`,
        trade: null,
        budgetActivity: '',
        budgetSubActivity: '',
        accountCode: '',
        budget: 100_000_000,
      }
      activities.set(`${year} ${index}`, (await client.activity.save({ id: null, activity })).id)
    }
  const [officer] = officers
  if (!officer) throw new Error('nobody signs')
  return { rooms, instructors, programs, activities, officerId: officer.id }
}

/**
 * Durability is not needed here: an unfinished centre is built again. Statistics of the empty database are dropped, because they would
 * make SQLite scan full tables.
 */
function speedUp(raw: BetterSqlite.Database): void {
  raw.pragma('synchronous = OFF')
  raw.pragma('cache_size = -600000')
  if (raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").get())
    raw.exec('DELETE FROM sqlite_stat1; ANALYZE sqlite_schema')
}

/** The highest row id of each table; the number of rows for tables without ids. */
export function rowsOf(backend: Backend): Map<string, number> {
  const db = backend.workspace.read
  const names = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT GLOB '*_search_*'",
  )
  return new Map(
    names.map(({ name }) => {
      const keys = db.all<{ name: string; type: string; pk: number }>(
        `SELECT name, type, pk FROM pragma_table_info('${name}') WHERE pk > 0`,
      )
      const numbered = keys.length === 1 && keys[0]?.type === 'INTEGER'
      return [
        name,
        db.value<number>(`SELECT coalesce(${numbered ? `max(${keys[0]?.name})` : 'count(*)'}, 0) FROM ${name}`),
      ]
    }),
  )
}

/** The snapshot at closing takes longer than all the rest and is not needed here. */
export async function closeWithoutSnapshot(backend: Backend): Promise<void> {
  backend.workspace.takeSnapshot = async () => ({ name: '', takenAt: '', bytes: 0 })
  await backend.close()
}
