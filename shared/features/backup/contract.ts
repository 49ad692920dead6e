import { z } from 'zod'
import { line, nothing, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import type { BackupStatus } from './backup-status.ts'
import type { LostWork } from './lost-work.ts'
import type { Proof } from './proof.ts'

export type MadeBackup = {
  /** Path of the bundle. */
  bundle: string
  centre: string
  madeAt: string
  bytes: number
  tables: number
  rows: number
  /** `copied` were written now, `kept` lie in earlier bundles of the place; damaged ones are named and left out. */
  files: { total: number; copied: number; kept: number; damaged: string[] }
  /** The sheet that opens it. The code is told once, to a process that had to make the first sheet. */
  sheet: { number: number; code: string | null }
  /** Private keys that this computer cannot open, which are not in the bundle. */
  lockedKeys: string[]
  /** Older bundles that went. */
  removed: string[]
}

export type RestoredBackup = {
  bundle: string
  madeAt: string
  centre: string
  rows: number
  files: number
  /** What was in the data and is not any more; null where there was none. */
  lost: LostWork | null
  /** Under which name the former database was kept. */
  keptAs: string | null
}

/** A bundle that was found on a stick or in a folder, of whatever centre; `sheet` is the number of the paper that opens it. */
export type FoundBundle = { from: string; folder: string; madeAt: string; bytes: number; sheet: number }

/** That the data of the day was put back, or opened although it was behind: whoever answers for the centre must hear of it. */
export type PutBack = {
  /** The act in the history. */
  id: number
  at: string
  operator: string
  /** A snapshot of this computer, a bundle, or data that is behind what was last written. */
  kind: 'snapshot' | 'bundle' | 'behind'
  /** The moment that the data went back to, where it is known. */
  madeAt: string | null
  /** Rows of the history that were there and are not any more, where they could be counted. */
  lost: number | null
}

/** The whole path of a folder or file on the computer that holds the data; spaces and letters stay as the system has them. */
const backupPath = z
  .string()
  .min(1, { error: 'Wajib diisi.' })
  .max(1000, { error: 'Paling panjang 1000 huruf.' })
  .refine(text => /^(\/|[A-Za-z]:[\\/]|\\\\[^\\])/.test(text), {
    error: 'Tulis jalur lengkapnya, seperti E:\\Cadangan.',
  })
  .refine(text => !/[\p{Cc}\p{Cs}]/u.test(text), { error: 'Memuat huruf yang tidak dapat dicetak.' })

export const backupContract = {
  status: task('backup.see', 'Membaca keadaan cadangan', nothing, output<BackupStatus>()),
  /** A folder, stick or network folder that takes bundles from now on. */
  addPlace: task(
    'backup.make',
    'Menambah tempat cadangan',
    { path: backupPath, name: line(60) },
    output<{ id: string }>(),
  ),
  /** Its bundles stay where they are. */
  removePlace: task('backup.make', 'Melepas tempat cadangan', { id: line(40, 1) }),
  /** The paper before the present one is no more, so nobody is told to destroy it. */
  sheetDestroyed: task('backup.make', 'Mencatat lembar pemulihan lama dimusnahkan', { number: whole(1, 9999) }),
  /** One bundle into every place that is here. */
  run: task('backup.make', 'Mencadangkan', nothing, output<{ written: string[]; failed: string[] }>()),
  /** Tests the newest bundle that is here; null where there is none, or where one is being tested. */
  test: task('backup.make', 'Menguji pulih cadangan', nothing, output<Proof | null>()),
  /** What is due by itself; the program calls it. */
  keep: task('backup.make', 'Menjaga cadangan', nothing),
  /** One bundle into a folder, beside those that are there. */
  make: task('backup.make', 'Membuat cadangan', { to: backupPath }, output<MadeBackup>()),
  /** Restores a bundle into an empty folder, compares it, and takes it away again. */
  prove: task('backup.make', 'Menguji pulih cadangan', { from: backupPath }, output<Proof>()),
  /** Bundles in a folder and the folders in it; null looks at the known places and at what is plugged in. */
  find: task('restore.restore', 'Mencari cadangan', { folder: backupPath.nullable() }, output<FoundBundle[]>()),
  /** What a restore would take away. */
  lost: task('restore.restore', 'Menghitung yang akan hilang', { from: backupPath }, output<LostWork | null>()),
  /** From the bundle and the code of the printed sheet alone; the present state is kept. */
  restore: task(
    'restore.restore',
    'Memulihkan dari cadangan',
    { from: backupPath, code: line(80, 1) },
    output<RestoredBackup>(),
  ),
  /** What somebody else put back since whoever asks said the last time that it is known. */
  putBack: query('restore.told', nothing, output<PutBack[]>()),
  knowPutBack: command('restore.told', 'Mengetahui pemulihan', { id: whole(1, Number.MAX_SAFE_INTEGER) }),
}
