import { z } from 'zod'
import { operatorId } from '../../ids.ts'
import { type BinaryFile, line, nothing, whole } from '../../kernel/schema.ts'
import { command, output, task } from '../../operation.ts'

/** Checks to do once on a new PC. */
/** 'HIDDEN' hides the list of this PC, 'STEPS_HIDDEN' that of a new office. */
const firstSteps = ['TEST_PAGE', 'CLOCK', 'HIDDEN', 'STEPS_HIDDEN'] as const
export type FirstStep = (typeof firstSteps)[number]

export type ComputerStatus = {
  dataFolder: string
  /** Free megabytes on the disk of the data; null if unknown. */
  free: number | null
  /** Less is free than a few days of work need. */
  low: boolean
  /** Time zone of this PC, 'Asia/Jakarta', and whether its clock differs from that of the centre. */
  zone: { name: string; differs: boolean }
  /** Time of the last write, or null. */
  lastWork: string | null
  /** The newest signing key was copied to another place. */
  keyBackedUp: boolean
  done: FirstStep[]
  files: FileProtection
  /** The last crash, without personal data, until it is dismissed. `at` is wall time. */
  crash: { at: string; text: string } | null
}

/** Encryption of the scans beside the database. */
export type FileProtection = {
  /**
   * 'SYSTEM': encrypted, key kept by Windows for this user. 'FILE': encrypted, key in a file that only this user can read. 'LOCKED': encrypted on
   * another PC. 'NONE': nothing encrypted yet.
   */
  state: 'SYSTEM' | 'FILE' | 'LOCKED' | 'NONE'
  /** The tested recovery sheet that opens them on another PC; null if there is none. */
  sheet: { number: number; madeAt: string } | null
}

/** Whether the disk of the data is encrypted (BitLocker, LUKS). */
export type DiskEncryption = 'ON' | 'OFF' | 'UNKNOWN'

/**
 * A new sheet that becomes valid once these groups of its code (from 1) were typed back from paper. `picture`: the paper without the code, for the
 * screen; `replaces`: number of the sheet valid until then.
 */
export type NewSheet = {
  ticket: string
  number: number
  replaces: number | null
  file: BinaryFile
  picture: BinaryFile
  ask: number[]
}

/** Unsaved text by form. */
type TypedText = { key: string; text: string }

/** This PC: place of the data, free space, first checks. */
export const computerContract = {
  status: task('everyone', 'Membaca keadaan komputer', nothing, output<ComputerStatus>()),
  /** Marks a check as done, or hides the list. */
  finishStep: command('everyone', 'Memeriksa komputer', { step: z.enum(firstSteps) }),
  forgetCrash: task('everyone', 'Menutup laporan galat', nothing),
  /** Asks the system, which takes a moment. */
  disk: task('everyone', 'Membaca enkripsi diska', nothing, output<DiskEncryption>()),
  /** The code is only on the paper: it is returned once and stored nowhere. */
  makeSheet: task('admin.change', 'Membuat lembar pemulihan', nothing, output<NewSheet>()),
  /** From now on the new sheet is valid, and the previous one is not. */
  testSheet: task(
    'admin.change',
    'Menguji lembar pemulihan',
    {
      ticket: line(64, 8),
      groups: z.array(z.strictObject({ group: whole(1, 8), text: line(10, 1) })).length(2),
      /** Where it is kept: 'brankas Kepala'. */
      holder: line(60).default(''),
    },
    output<{ number: number }>(),
  ),
  /** On another PC, or after Windows was reinstalled: the code makes the scans readable here. */
  unlock: task('restore.restore', 'Membuka hasil scan dengan lembar pemulihan', { code: line(80, 1) }),
  /** For an office without a usable Admin account: with the recovery sheet an Admin gets a single-use password, which the history records. */
  resetAdmin: task(
    'open',
    'Mengatur ulang Admin dengan lembar pemulihan',
    { id: operatorId, code: line(80, 1) },
    output<{ secret: string; until: string }>(),
  ),
  /** What this person had typed before the page died; null if the host keeps nothing. In memory only. */
  typed: task('everyone', 'Membaca isian yang belum disimpan', nothing, output<TypedText[] | null>()),
  /** '' deletes it. */
  keepTyped: task('everyone', 'Menjaga isian yang belum disimpan', {
    key: line(300, 1),
    text: z.string().max(4_000_000),
  }),
}
