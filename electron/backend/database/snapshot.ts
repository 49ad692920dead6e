import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { Temporal } from 'temporal-polyfill'
import type { OldCopies } from '../../../shared/features/rights/contract.ts'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { addDays, addYears, isPlainDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { DomainError } from '../domain-error.ts'
import { isLock, unlessLocked, whenFreeSync } from '../files/file-lock.ts'
import { namesIn } from '../files/names-in.ts'
import { lastSeal } from './audit.ts'
import { ReadDatabase } from './connection.ts'
import { openDatabase, translate } from './open-database.ts'

/**
 * balai-2026-11-24T07-45-10.db, or with a note: …-sebelum-v2.db. After the clock was found to be ahead, a counter is added before the note,
 * …-jam2-sebelum-v2.db: everything written since sorts after smaller counters, whatever the times are.
 */
const namePattern = /^balai-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})(?:-jam(\d+))?(-[a-z0-9-]+)?\.db$/
/** A name may be so many seconds ahead of the clock, because no two snapshots share one. */
const namesAhead = 60

/** Writes a copy of the open database, verifies the copy, and then renames it. Its rows are checked again before a restore. */
export function takeSnapshot(raw: BetterSqlite.Database, folder: string, at: string, note = ''): Snapshot {
  makeFolder(folder)
  const name = freeName(folder, at, note)
  const temporary = join(folder, `${name}.tmp`)
  try {
    raw.prepare('VACUUM INTO ?').run(temporary)
    proveSnapshot(temporary, 'walked')
    // VACUUM INTO does not fsync; without it a power cut could leave an empty file.
    const handle = whenFreeSync(() => openSync(temporary, 'r+'))
    fsyncSync(handle)
    closeSync(handle)
    whenFreeSync(() => renameSync(temporary, join(folder, name)))
  } catch (error) {
    unlessLocked(() => rmSync(temporary, { force: true }))
    throw isLock(error) ? new DomainError({ code: 'file_in_use', name }) : translate(error, temporary)
  }
  return describe(folder, name)
}

/** @throws DomainError folder_unwritable, disk_full */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    removeUnfinished(folder)
  } catch (error) {
    throw translate(error, join(folder, 'balai.db'))
  }
}

/** A name that sorts after all other snapshots: for the same second the next one is used; for a clock that was set back the counter increases. */
function freeName(folder: string, at: string, note: string): string {
  const [newest] = listSnapshots(folder)
  const last = newest && isMoment(newest.takenAt) ? Temporal.PlainDateTime.from(newest.takenAt) : null
  let moment = Temporal.PlainDateTime.from(at)
  let clock = newest ? clockOf(newest.name) : 0
  if (last && Temporal.PlainDateTime.compare(last, moment) >= 0) {
    const ahead = moment.until(last).total('seconds')
    if (ahead > namesAhead) clock += 1
    else moment = last.add({ seconds: 1 })
  }
  for (; ; moment = moment.add({ seconds: 1 })) {
    const time = moment.toString({ smallestUnit: 'second' }).replaceAll(':', '-')
    const name = `balai-${time}${clock > 0 ? `-jam${clock}` : ''}${note ? `-${note}` : ''}.db`
    if (!existsSync(join(folder, name))) return name
  }
}

/** The counter of set-back clocks in a snapshot's name. */
function clockOf(name: string): number {
  return Number(namePattern.exec(name)?.[5] ?? 0)
}

function isMoment(text: string): boolean {
  return isPlainDate(text.slice(0, 10))
}

/** Deletes snapshots left unfinished by a power cut. Call it with the database lock held: no other process can be writing one then. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^balai-.*\.db\.tmp/.test(name)) unlessLocked(() => rmSync(join(folder, name), { force: true }))
}

/** For openDatabase: keeps the state before a schema change. */
export function snapshotBefore(folder: string, at: string): (raw: BetterSqlite.Database, from: number) => void {
  return (raw, from) => {
    takeSnapshot(raw, folder, at, `sebelum-v${from + 1}`)
  }
}

/** Newest first. An unreadable folder means no snapshots; it must not prevent opening the data. */
export function listSnapshots(folder: string): Snapshot[] {
  return namesIn(folder)
    .filter(name => namePattern.test(name))
    .sort((a, b) => clockOf(b) - clockOf(a) || (a < b ? 1 : -1))
    .map(name => describe(folder, name))
}

/** @throws DomainError snapshot_unknown, snapshot_damaged */
export function provenSnapshotFile(folder: string, name: string): string {
  const file = join(folder, name)
  if (!namePattern.test(name) || !existsSync(file)) throw new DomainError({ code: 'snapshot_unknown', name })
  try {
    proveSnapshot(file)
  } catch {
    throw new DomainError({ code: 'snapshot_damaged', name })
  }
  return file
}

/** The newest snapshot that passes verification. */
export function newestGoodSnapshot(folder: string): Snapshot | null {
  for (const snapshot of listSnapshots(folder)) {
    try {
      proveSnapshot(join(folder, snapshot.name))
      return snapshot
    } catch {
      // Damaged: try the previous one.
    }
  }
  return null
}

/** Seal of the last audit row in a snapshot, '' if none: tells whether anything happened since. */
export function sealOfSnapshot(folder: string, name: string): string {
  const raw = openDatabase(join(folder, name), {
    create: false,
    mode: 'snapshot',
    pages: 'unread',
    beforeMigration: () => {},
  })
  try {
    return lastSeal(new ReadDatabase(raw))
  } finally {
    raw.close()
  }
}

/** Files used by another program are deleted another time, so that the new snapshot does not appear to fail. */
export function pruneSnapshots(folder: string, today: PlainDate): void {
  const names = listSnapshots(folder).map(snapshot => snapshot.name)
  const kept = new Set(snapshotsToKeep(names, today))
  for (const name of names) if (!kept.has(name)) unlessLocked(() => rmSync(join(folder, name)))
}

/**
 * Which snapshots are kept: three of today, the newest of each of the ten days before, the newest of each of the last twelve months, and those made
 * before a schema change. Names must be sorted newest first.
 */
export function snapshotsToKeep(names: readonly string[], today: PlainDate): string[] {
  const days = new Map<string, number>()
  const months = new Map<string, number>()
  const oldestDay = addDays(today, -10)
  const oldestMonth = monthsBefore(today, 11)
  return names.filter(name => {
    const match = namePattern.exec(name)
    const day = match?.[1]
    if (!isPlainDate(day)) return true
    if (match?.[6]?.startsWith('-sebelum-')) return true
    const month = day.slice(0, 7)
    const ofDay = (days.get(day) ?? 0) + 1
    const ofMonth = (months.get(month) ?? 0) + 1
    days.set(day, ofDay)
    months.set(month, ofMonth)
    if (day >= today) return ofDay <= 3
    if (day >= oldestDay && ofDay === 1) return true
    return month >= oldestMonth && ofMonth === 1
  })
}

/** Snapshots that still contain today's data: their number, and when the last of them is deleted. */
export function oldCopies(names: readonly string[], today: PlainDate): OldCopies {
  const days = names.flatMap(name => {
    const match = namePattern.exec(name)
    return match && !match[6]?.startsWith('-sebelum-') && isPlainDate(match[1]) ? [match[1]] : []
  })
  const newest = days.reduce<PlainDate | null>((latest, day) => (latest === null || day > latest ? day : latest), null)
  // The newest of its month is kept for twelve months.
  const until = newest === null ? null : addYears(`${newest.slice(0, 7)}-01` as PlainDate, 1)
  return {
    count: names.length,
    until: until !== null && until < today ? today : until,
    lasting: names.length - days.length,
  }
}

function monthsBefore(date: PlainDate, count: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

function proveSnapshot(file: string, pages: 'checked' | 'walked' = 'checked'): void {
  openDatabase(file, { create: false, mode: 'snapshot', pages, beforeMigration: () => {} }).close()
}

function describe(folder: string, name: string): Snapshot {
  const match = namePattern.exec(name)
  return {
    name,
    takenAt: match ? `${match[1]}T${match[2]}:${match[3]}:${match[4]}` : '',
    bytes: statSync(join(folder, name)).size,
  }
}
