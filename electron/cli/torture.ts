import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { momentOf, systemClock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { databaseFileName, snapshotFolderName } from '../backend/database/identity.ts'
import { anchorName } from '../backend/database/seal/anchor.ts'
import { DomainError } from '../backend/domain-error.ts'
import { proveBundle } from '../backend/features/backup/prove-bundle.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { examine } from './check.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { type Damage, damageFile, type Seen } from './torture/damage-files.ts'
import { KillWhileWriting } from './torture/kill-while-writing.ts'
import { silentHost } from './with-backend.ts'

type Target = 'balai.db' | 'balai.db-wal' | 'bundel'
type Row = { target: Target; harm: Damage; tries: number } & Record<Seen, number>
type FullDisk = { tries: number; refused: number; lost: number }

const harms: readonly Damage[] = ['flip', 'flip', 'flip', 'flip', 'truncate']
/** A thousand kills come with a hundred bit flips and twenty-five truncations. */
const livesPerRound = 24
const targets: readonly Target[] = ['balai.db', 'balai.db-wal', 'bundel']

/**
 * Kills, full disks, flipped bits and truncated files, on copies of the data, for so many minutes. The data itself is only read. Without a database
 * in the folder the sample centre is used.
 */
export const torture: Command = {
  usage: 'torture [--data DIR] --minutes N [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', minutes: 'text' })
    const minutes = readMinutes(options.minutes)
    const end = performance.now() + minutes * 60_000
    const work = mkdtempSync(join(tmpdir(), 'balai-siksa-'))
    let killing: KillWhileWriting | undefined
    try {
      const copies = await prepare(chooseDataFolder(options.data), work)
      killing = new KillWhileWriting(copies.killed)
      const rows = targets.flatMap(target =>
        (['flip', 'truncate'] as const).map(
          (harm): Row => ({ target, harm, tries: 0, found: 0, harmless: 0, missed: 0 }),
        ),
      )
      const full: FullDisk = { tries: 0, refused: 0, lost: 0 }
      for (let round = 0; round === 0 || performance.now() < end; round += 1) {
        // Many kills for each check of damaged files, as long as there is time: rare moments need many tries.
        for (let life = 0; life === 0 || (life < livesPerRound && performance.now() < end); life += 1)
          await killing.kill()
        for (const target of targets) {
          const harm = harms[round % harms.length] as Damage
          const row = rows.find(one => one.target === target && one.harm === harm)
          if (row) await tryOne(row, copies)
        }
        if (round % 5 === 0) await fillDisk(copies.full, full)
      }
      const kills = await killing.end()
      const ok = kills.lost + kills.doubled + full.lost === 0 && rows.every(row => row.missed === 0)
      return {
        json: { ok, minutes, kills, fullDisk: full, damage: rows },
        words: tableOf(kills, full, rows, ok),
        exitCode: ok ? 0 : 1,
      }
    } finally {
      await killing?.leave()
      rmSync(work, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

function readMinutes(text: string | undefined): number {
  const minutes = Number((text ?? '').replace(',', '.'))
  if (text === undefined || !(minutes > 0 && minutes <= 24 * 60))
    throw new UsageError(`--minutes ${text ?? 'belum ditulis'}: tulis menit dari 0.1 sampai 1440.`)
  return minutes
}

type Copies = { killed: string; full: string; closed: string; crashed: string; bundle: string; dataKey: Uint8Array }

/** Copies to be damaged: one for kills, one for the full disk, one closed in order, one as after a power cut, and a backup. */
async function prepare(source: string, work: string): Promise<Copies> {
  const closed = join(work, 'tutup')
  const hasData = existsSync(join(source, databaseFileName))
  if (hasData) cpSync(source, closed, { recursive: true, filter: path => !path.endsWith(snapshotFolderName) })
  const backend = createBackend({
    dataFolder: closed,
    host: silentHost,
    create: !hasData,
    alone: true,
    beforeSetUp: true,
  })
  const { workspace, client } = backend
  if (workspace.openingError) throw new DomainError(workspace.openingError)
  if (!hasData) await backend.fillSample()
  const { bundle } = await client.backup.make({ to: join(work, 'usb') })
  const dataKey = workspace.dataKey.secret
  await backend.close()
  rmSync(join(closed, snapshotFolderName), { recursive: true, force: true })
  const copyTo = (name: string) => {
    cpSync(closed, join(work, name), { recursive: true })
    return join(work, name)
  }
  const crashed = copyTo('putus')
  const cut = new KillWhileWriting(crashed)
  try {
    await cut.kill()
  } finally {
    await cut.leave()
  }
  return { killed: copyTo('bunuh'), full: copyTo('penuh'), closed, crashed, bundle, dataKey }
}

async function tryOne(row: Row, { closed, crashed, bundle, dataKey }: Copies): Promise<void> {
  const { today } = momentOf(systemClock)
  row.tries += 1
  if (row.target === 'bundel') {
    const isSound = async () => (await proveBundle({ file: bundle, dataKey, today })).ok
    row[await damageFile(bundle, [bundle], row.harm, isSound, null)] += 1
    return
  }
  const folder = row.target === 'balai.db' ? closed : crashed
  const database = join(folder, databaseFileName)
  const kept = [database, `${database}-wal`, `${database}-shm`, join(folder, anchorName)]
  const isSound = async () => {
    try {
      return (await examine(folder, today)).every(check => check.ok)
    } catch (error) {
      // A DomainError means that the damage was noticed; any other error does not.
      if (error instanceof DomainError) return false
      throw error
    }
  }
  row[await damageFile(join(folder, row.target), kept, row.harm, isSound, database)] += 1
}

/** Simulates a full disk: refused commands leave nothing behind, confirmed ones stay, and work continues once there is space. */
async function fillDisk(folder: string, done: FullDisk): Promise<void> {
  const backend = createBackend({ dataFolder: folder, host: silentHost, create: false, alone: true })
  const { client, workspace } = backend
  const pages = workspace.read.value<number>('PRAGMA page_count')
  const answered: string[] = []
  const write = async (n: number) => {
    const name = `Penuh ${done.tries} ${n}`
    await client.program.saveRoom({ id: null, room: { name, capacity: 9, note: 'x'.repeat(100), active: false } })
    answered.push(name)
  }
  done.tries += 1
  workspace.read.value(`PRAGMA max_page_count = ${pages + 2}`)
  try {
    for (let n = 1; n < 500; n += 1) await write(n)
  } catch {
    done.refused += 1
  }
  workspace.read.value('PRAGMA max_page_count = 1000000')
  await write(0)
  const present = new Set((await client.program.rooms({})).map(room => room.name))
  const mine = [...present].filter(name => name.startsWith(`Penuh ${done.tries} `))
  done.lost += answered.filter(name => !present.has(name)).length + Math.abs(mine.length - answered.length)
  await backend.close()
  const checks = await examine(folder, momentOf(systemClock).today)
  done.lost += checks.filter(check => !check.ok).length
  for (const name of readdirSync(folder))
    if (name === snapshotFolderName) rmSync(join(folder, name), { recursive: true })
}

function tableOf(kills: KillWhileWriting['done'], full: FullDisk, rows: readonly Row[], ok: boolean): string {
  const line = (...cells: (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(26) : String(cell).padStart(13))).join('')
  return [
    line('Mati mendadak', 'kali', 'dijawab', 'hilang', 'ganda'),
    line('proses dihentikan', kills.kills, kills.answered, kills.lost, kills.doubled),
    line('diska penuh', full.tries, full.refused, full.lost, 0),
    '',
    line('Kerusakan', 'kali', 'terlihat', 'tak berarti', 'luput'),
    ...rows.map(row =>
      line(
        `${row.target} ${row.harm === 'flip' ? 'bit terbalik' : 'terpotong'}`,
        row.tries,
        row.found,
        row.harmless,
        row.missed,
      ),
    ),
    '',
    ok ? 'Tidak ada yang hilang, ganda, atau luput.' : 'ADA yang hilang, ganda, atau luput.',
  ].join('\n')
}
