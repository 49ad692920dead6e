import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { freemem, release, totalmem } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { CrashNotes, CrashReport } from '../backend/host-services.ts'

const reportName = 'laporan-galat.json'
const seenName = 'laporan-dilihat.txt'
const longest = 4_000

type CrashNotesOptions = {
  /** Profile of the program, beside the data. */
  readonly profile: string
  readonly version: string
  /** Where Chromium leaves dumps of processes that crashed in native code; undefined if there are none. */
  readonly dumps?: string | undefined
}

/** Writes a report of the error that ended the program. It contains no data, because it may be sent to support. Never throws. */
export function writeCrashReport(profile: string, version: string, error: unknown): boolean {
  return write(profile, {
    at: new Date().toISOString(),
    text: `${head(version)}\n${withoutData(error)}`.slice(0, longest),
  })
}

/** The report of the last crash, until it was seen. */
export function crashNotes({ profile, version, dumps }: CrashNotesOptions): CrashNotes {
  return {
    last: () => read(profile) ?? newestDump(profile, version, dumps),
    forget() {
      rmSync(join(profile, reportName), { force: true })
      writeFileSync(join(profile, seenName), new Date().toISOString())
    },
  }
}

/**
 * Kind of error, its code and its location. Only fixed text of our code is kept from the message: quoted parts and long numbers may be names or a
 * NIK. Folders in a path may be named after a person.
 */
function withoutData(error: unknown): string {
  if (!(error instanceof Error)) return `Bukan Error: ${typeof error}`
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : ''
  const message = error.message
    .split('\n', 1)[0]
    ?.replace(/"[^"]*"?|“[^”]*”?|'[^']*'?|`[^`]*`?/g, '…')
    .replace(/[A-Za-z]:\\\S+|(?<=^|[\s(])\/\S+/g, '…')
    .replace(/\d[\d .-]{3,}/g, '…')
    .slice(0, 200)
  const places = (error.stack ?? '').split('\n').flatMap(line => {
    const place = /^\s+at (?:(.+?) \()?(.*?)\)?$/.exec(line)
    return place ? [`  di ${place[1] ?? '-'} (${basename((place[2] ?? '').replaceAll('\\', '/'))})`] : []
  })
  return [`${error.name}${code}: ${message}`, ...places].join('\n')
}

function head(version: string): string {
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
  return [
    `Balai ${version}, ${process.platform} ${release()} ${process.arch}`,
    `Memori ${megabytes(freemem())} dari ${megabytes(totalmem())} MB bebas; program memakai ${megabytes(process.memoryUsage.rss())} MB`,
    `Sejak dibuka ${Math.round(process.uptime())} detik`,
  ].join('\n')
}

function write(profile: string, report: CrashReport): boolean {
  const file = join(profile, reportName)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.tmp`, JSON.stringify(report))
    renameSync(`${file}.tmp`, file)
    return true
  } catch {
    return false
  }
}

function read(profile: string): CrashReport | null {
  try {
    const { at, text } = JSON.parse(readFileSync(join(profile, reportName), 'utf8')) as Partial<CrashReport>
    return typeof at === 'string' && typeof text === 'string' ? { at, text } : null
  } catch {
    return null
  }
}

/** A process that crashed in Chromium's own code leaves only a dump: reported without its content. */
function newestDump(profile: string, version: string, folder: string | undefined): CrashReport | null {
  if (folder === undefined) return null
  try {
    const seen = readOr(join(profile, seenName), '')
    const times = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.dmp'))
      .map(name => statSync(join(folder, name)).mtime.toISOString())
    const at = times.toSorted().at(-1)
    if (at === undefined || at <= seen) return null
    return {
      at,
      text: `${head(version)}\nSebuah proses Chromium berhenti (${times.length} catatan di folder Crashpad).`,
    }
  } catch {
    return null
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
