import { daysBetween, type PlainDate } from '../../kernel/plain-date.ts'

/** A place for bundles besides the snapshots of this computer. */
export type BackupPlace = {
  id: string
  /** 'DISK': a removable disk or stick; 'NETWORK'; 'FOLDER': another folder of this computer. */
  kind: 'DISK' | 'NETWORK' | 'FOLDER'
  name: string
  path: string
  /** Whether it can be reached now. */
  here: boolean
  /** Time of the last bundle written there. */
  lastAt: string | null
  bundles: number
  /** Free megabytes; null if not reachable. */
  free: number | null
  /** Why the last try failed; null after a success. */
  trouble: string | null
}

type LastProof = {
  at: string
  ok: boolean
  /** Time of the tested backup. */
  madeAt: string
  rows: number
  different: number
  seconds: number
  /** Why the test failed. */
  trouble: string | null
}

/** A bundle that can be restored, with the places that have it. */
export type KnownBundle = { madeAt: string; bytes: number; from: string; places: string[]; proven: boolean }

/** 'tested': restored in a test, 'made': exists, 'failed': its test failed. */
type BackupDay = { date: PlainDate; state: 'tested' | 'made' | 'failed' }

/** The sheet that opens new bundles. `before` is the previous one, until it is recorded as destroyed. */
type KnownSheet = {
  number: number
  madeAt: string
  /** Where it is kept, as entered when printing; '' if not entered. */
  holder: string
  before: OldSheet | null
}

/** Bundles that only this sheet opens, with the date by which the last one is gone. */
export type OldSheet = { number: number; bundles: number; until: PlainDate | null }

export type BackupStatus = {
  places: BackupPlace[]
  proof: LastProof | null
  /** When the next test is due. */
  nextProof: PlainDate | null
  bundles: KnownBundle[]
  days: BackupDay[]
  sheet: KnownSheet | null
  /** Snapshots of this computer. */
  local: { folder: string; count: number; lastAt: string | null }
  work: { kind: 'write' | 'prove'; done: number; total: number } | null
}

export const mostDaysApart = 7

/** State of the backups as one sentence with its colour. */
export function backupTone(
  { places, proof, sheet }: Pick<BackupStatus, 'places' | 'proof' | 'sheet'>,
  today: PlainDate,
): { tone: 'ok' | 'warn' | 'err'; words: string } {
  const days = (moment: string) => daysBetween(moment.slice(0, 10) as PlainDate, today)
  const last = places
    .filter(place => place.kind !== 'FOLDER' && place.lastAt !== null)
    .map(place => place.lastAt ?? '')
    .toSorted()
    .at(-1)
  if (proof && !proof.ok) return { tone: 'err', words: 'Uji pulih gagal' }
  if (last !== undefined && days(last) > mostDaysApart)
    return { tone: 'err', words: `Tidak ada cadangan di tempat lain ${days(last)} hari` }
  if (sheet === null) return { tone: 'warn', words: 'Belum ada lembar pemulihan' }
  if (places.every(place => place.kind === 'FOLDER')) return { tone: 'err', words: 'Data hanya ada di komputer ini' }
  if (last === undefined) return { tone: 'err', words: 'Belum ada cadangan di tempat lain' }
  if (!proof) return { tone: 'warn', words: 'Belum pernah diuji pulih' }
  if (days(proof.at) > mostDaysApart) return { tone: 'warn', words: `Belum diuji ${days(proof.at)} hari` }
  return { tone: 'ok', words: 'Terbukti dapat dipulihkan' }
}
