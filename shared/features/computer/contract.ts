import { z } from 'zod'
import { operatorId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import { line, nothing, whole } from '../../kernel/schema.ts'
import { command, output, task } from '../../operation.ts'

/** What is looked at once before a PC is worked on; each stays done. */
/** 'HIDDEN' is the list of this PC, 'STEPS_HIDDEN' that of a new office. */
const firstSteps = ['TEST_PAGE', 'CLOCK', 'HIDDEN', 'STEPS_HIDDEN'] as const
export type FirstStep = (typeof firstSteps)[number]

export type ComputerStatus = {
  dataFolder: string
  /** Megabytes that are free where the data lies; null where the system does not say. */
  free: number | null
  /** Less is free than a few days of work need. */
  low: boolean
  /** Zone of this PC, 'Asia/Jakarta', and whether its clock shows another hour than that of the centre. */
  zone: { name: string; differs: boolean }
  /** Moment of the last thing that was written, or null. */
  lastWork: string | null
  /** The newest signing key has been copied to another place. */
  keyBackedUp: boolean
  done: FirstStep[]
  files: FileProtection
  /** What ended the program the last time, without anybody's data, until somebody has seen it. `at` is wall time. */
  crash: { at: string; text: string } | null
}

/** How the scans beside the database are kept from others. */
export type FileProtection = {
  /**
   * 'SYSTEM': sealed, and the key is kept by Windows for this user. 'FILE': sealed, and the key is a file that only this user may read.
   * 'LOCKED': sealed on another PC. 'NONE': nothing was sealed yet.
   */
  state: 'SYSTEM' | 'FILE' | 'LOCKED' | 'NONE'
  /** The printed sheet that opens them on another PC; null while there is none that was tried out. */
  sheet: { number: number; madeAt: string } | null
}

/** Whether the disk on which the data lies is encrypted (BitLocker, LUKS). */
export type DiskEncryption = 'ON' | 'OFF' | 'UNKNOWN'

/**
 * A new sheet waits until these groups of its code, counted from 1, were typed back from the paper. `picture` is the paper without the code,
 * for the screen; `replaces` is the number of the sheet that counts until then.
 */
export type NewSheet = {
  ticket: string
  number: number
  replaces: number | null
  file: BinaryFile
  picture: BinaryFile
  ask: number[]
}

/** What was typed and not saved, by the form it was typed in. */
type TypedText = { key: string; text: string }

/** This PC: where the data lies, whether it has room, what must be looked at before the first work. */
export const computerContract = {
  status: task('everyone', 'Membaca keadaan komputer', nothing, output<ComputerStatus>()),
  /** Somebody has looked at it, or wants to see no more of it. */
  finishStep: command('everyone', 'Memeriksa komputer', { step: z.enum(firstSteps) }),
  forgetCrash: task('everyone', 'Menutup laporan galat', nothing),
  /** Asks the system, which takes a moment. */
  disk: task('everyone', 'Membaca enkripsi diska', nothing, output<DiskEncryption>()),
  /** The code stands on the paper alone: it is kept nowhere and told once. */
  makeSheet: task('admin.change', 'Membuat lembar pemulihan', nothing, output<NewSheet>()),
  /** Only now the new sheet counts, and the one before it does no more. */
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
  /** On another PC, or after Windows was installed anew: with the whole code the scans open here again. */
  unlock: task('restore.restore', 'Membuka hasil scan dengan lembar pemulihan', { code: line(80, 1) }),
  /** The last Admin forgot: whoever brings the sheet from the safe gets a password for one use, and the history says so. */
  resetAdmin: task(
    'open',
    'Mengatur ulang Admin dengan lembar pemulihan',
    { id: operatorId, code: line(80, 1) },
    output<{ secret: string; until: string }>(),
  ),
  /** What the page had typed before it died; null where the host keeps nothing. It lies in memory only. */
  typed: task('open', 'Membaca isian yang belum disimpan', nothing, output<TypedText[] | null>()),
  /** '' forgets it. */
  keepTyped: task('open', 'Menjaga isian yang belum disimpan', { key: line(300, 1), text: z.string().max(4_000_000) }),
}
