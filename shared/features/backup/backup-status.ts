import { daysBetween, type PlainDate } from '../../kernel/plain-date.ts'

/** Where bundles go besides this computer's own snapshots. */
export type BackupPlace = {
  id: string
  /** 'DISK': a stick or a disk that can be pulled out; 'NETWORK'; 'FOLDER': another folder of this computer. */
  kind: 'DISK' | 'NETWORK' | 'FOLDER'
  name: string
  path: string
  /** Whether it can be reached now. */
  here: boolean
  /** Moment of the last bundle that was written there. */
  lastAt: string | null
  bundles: number
  /** Megabytes that are free; null where it is not here. */
  free: number | null
  /** Why the last try failed, in words; null after a success. */
  trouble: string | null
}

type LastProof = {
  at: string
  ok: boolean
  /** Moment of the backup that was tested. */
  madeAt: string
  rows: number
  different: number
  seconds: number
  /** What failed, in words. */
  trouble: string | null
}

/** A bundle that can be restored, at the places that hold it. */
export type KnownBundle = { madeAt: string; bytes: number; from: string; places: string[]; proven: boolean }

/** 'tested' was restored in a test, 'made' exists, 'failed' failed its test. */
type BackupDay = { date: PlainDate; state: 'tested' | 'made' | 'failed' }

/** The paper that opens new bundles. `before` is the one before it, until somebody says that it was destroyed. */
type KnownSheet = {
  number: number
  madeAt: string
  /** Where it is kept, in the words of whoever printed it; '' where nobody said. */
  holder: string
  before: OldSheet | null
}

/** So many bundles that are here are opened by it alone, the last of them until this day at most. */
export type OldSheet = { number: number; bundles: number; until: PlainDate | null }

export type BackupStatus = {
  places: BackupPlace[]
  proof: LastProof | null
  /** When the next test is due. */
  nextProof: PlainDate | null
  bundles: KnownBundle[]
  days: BackupDay[]
  sheet: KnownSheet | null
  /** Of this computer's own snapshots. */
  local: { folder: string; count: number; lastAt: string | null }
  work: { kind: 'write' | 'prove'; done: number; total: number } | null
}

export const mostDaysApart = 7

/** How well the data is kept elsewhere, as one sentence and its colour. */
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
