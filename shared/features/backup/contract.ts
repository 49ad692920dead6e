import { z } from 'zod'
import { line, nothing, whole } from '../../kernel/schema.ts'
import { askingPassword, command, longTask, output, query, task } from '../../operation.ts'
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
  /** `copied`: written now; `kept`: already in earlier bundles of the place; `damaged`: listed and left out. */
  files: { total: number; copied: number; kept: number; damaged: string[] }
  /** The sheet that opens the bundle. `code` is returned only if the process had to make the first sheet. */
  sheet: { number: number; code: string | null }
  /** Private keys that this computer cannot open; they are missing in the bundle. */
  lockedKeys: string[]
  /** Older bundles that were deleted. */
  removed: string[]
}

export type RestoredBackup = {
  bundle: string
  madeAt: string
  centre: string
  rows: number
  files: number
  /** What was lost compared with the data before; null if there was none. */
  lost: LostWork | null
  /** Name under which the previous database was kept. */
  keptAs: string | null
}

/** A bundle found on a stick or in a folder, of any centre; `sheet` is the number of the sheet that opens it. */
export type FoundBundle = { from: string; folder: string; madeAt: string; bytes: number; sheet: number }

/** Record of a restore, or of opening data that was behind: those responsible for the centre must be told. */
export type PutBack = {
  /** Id of the act in the history. */
  id: number
  at: string
  operator: string
  /** From a snapshot, from a bundle, or data older than the last known state. */
  kind: 'snapshot' | 'bundle' | 'behind'
  /** Time of the restored state, if known. */
  madeAt: string | null
  /** Number of lost rows of the history, if it could be counted. */
  lost: number | null
}

/** Full path of a folder or file on the main computer; spaces and case are significant. */
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
  /** Adds a folder, stick or network folder for bundles. */
  addPlace: task(
    'backup.make',
    'Menambah tempat cadangan',
    { path: backupPath, name: line(60) },
    output<{ id: string }>(),
  ),
  /** Its bundles are not deleted. */
  removePlace: task('backup.make', 'Melepas tempat cadangan', { id: line(40, 1) }),
  /** The previous sheet was destroyed, so that no reminder is shown. */
  sheetDestroyed: task('backup.make', 'Mencatat lembar pemulihan lama dimusnahkan', { number: whole(1, 9999) }),
  /** Writes a bundle to every reachable place. */
  run: longTask('backup.make', 'Mencadangkan', {}, output<{ written: string[]; failed: string[] }>()),
  /** Tests the newest reachable bundle; null if there is none, or a test is running. */
  test: longTask('backup.make', 'Menguji pulih cadangan', {}, output<Proof | null>()),
  /** Does what is due; called by the program itself. */
  keep: task('backup.make', 'Menjaga cadangan', nothing),
  /** Writes one bundle to a folder, beside existing ones. */
  make: task('backup.make', 'Membuat cadangan', { to: backupPath }, output<MadeBackup>()),
  /** Bundles in a folder and its subfolders; null searches the known places and removable disks. */
  find: task('restore.restore', 'Mencari cadangan', { folder: backupPath.nullable() }, output<FoundBundle[]>()),
  /** What a restore would lose. */
  lost: task('restore.restore', 'Menghitung yang akan hilang', { from: backupPath }, output<LostWork | null>()),
  /** Restores a bundle with the code of the printed sheet alone; the present state is kept. */
  restore: askingPassword(
    task(
      'restore.restore',
      'Memulihkan dari cadangan',
      { from: backupPath, code: line(80, 1) },
      output<RestoredBackup>(),
    ),
  ),
  /** Restores by others that the asking person has not confirmed yet. */
  putBack: query('restore.told', nothing, output<PutBack[]>()),
  knowPutBack: command('restore.told', 'Mengetahui pemulihan', { id: whole(1, Number.MAX_SAFE_INTEGER) }),
}
