import { z } from 'zod'
import type { DomainErrorData } from '../../domain-error.ts'
import { type FiledKey, type PaperKey, paperKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema, type FileId, fileId, ticket } from '../../ids.ts'
import { type BinaryFile, line, paragraph } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'
import type { PaperStage } from '../paper/paper-stage.ts'
import type { LastPrint } from '../print/contract.ts'
import { filedKey } from '../print/filed-key.ts'
import { type PaperState, type Verdict, verdicts } from './paper-state.ts'

export type PaperScan = { fileId: FileId; type: string; size: number; at: string; by: string }

/** Attendance sheets scanned and filed by their code. */
export type SheetsBack = { back: number; of: number }

export type FolderRow = {
  key: FiledKey
  title: string
  section: string
  /** Why it cannot be issued yet; null if it can. */
  waitsFor: string | null
  /** True if this class needs it, or it was made anyway. */
  needed: boolean
  state: PaperState
  /** The last print of the paper or a part of it, and what has changed since. */
  printed: (LastPrint & { times: number }) | null
  /** Scans attached to this paper. */
  scans: PaperScan[]
  /** Sheets filed with the attendance; null for other papers. */
  sheets: SheetsBack | null
  verdict: { verdict: Verdict; note: string; at: string; by: string } | null
}

/** Number of complete papers by stage; only stages with papers. */
export type StageCount = { stage: PaperStage; done: number; of: number }

const scanPlaces = ['INSTEAD', 'AFTER'] as const
/** Place of the scan of a signed paper: instead of the unsigned one, or after it. */
export type ScanPlace = (typeof scanPlaces)[number]

export type FileProgress = { done: number; total: number }

/** Title of the paper being printed, '' before the first. */
export type PrintProgress = FileProgress & { title: string }
/** Papers printed one after another; where it stopped early, and why unless it was cancelled. */
export type PrintedPapers = { printed: PaperKey[]; endedAt: PaperKey | null; problem: DomainErrorData | null }

const paper = { code: cohortCodeSchema, key: filedKey }

/** Papers of a class: their state, and all of them in one file. */
export const folderContract = {
  get: query(
    'paper.see',
    { code: cohortCodeSchema, all: z.boolean().default(false) },
    output<{ rows: FolderRow[]; scanPlace: ScanPlace }>(),
  ),
  /** Progress of the checklist, for the tabs and steps of the class. */
  counts: query('paper.see', { code: cohortCodeSchema }, output<StageCount[]>()),
  attachScan: task(
    'paper.change',
    'Melampirkan hasil scan berkas kelas',
    { ...paper, file: z.file() },
    output<{ fileId: FileId }>(),
  ),
  openScan: task('paper.see', 'Membuka hasil scan berkas kelas', { fileId }, output<{ file: BinaryFile }>()),
  removeScan: task('paper.change', 'Menghapus hasil scan berkas kelas', { fileId }),
  /** A note is required except for 'CHECKED'; null removes the verdict. */
  setVerdict: command(
    'paper.change',
    'Memeriksa berkas kelas',
    z
      .strictObject({ ...paper, verdict: z.enum(verdicts).nullable(), note: paragraph(500).default('') })
      .refine(({ verdict, note }) => verdict === null || verdict === 'CHECKED' || note !== '', {
        path: ['note'],
        error: 'Wajib diisi.',
      }),
  ),
  /** All papers of the class in one PDF in order, or those of `keys`. `size` null: that of the centre. */
  makeFile: task(
    'paper.print',
    'Membuat satu PDF berkas kelas',
    {
      code: cohortCodeSchema,
      size: z.enum(paperSizes).nullable(),
      scanPlace: z.enum(scanPlaces),
      keys: z.array(z.enum(paperKeys)).min(1).nullable().default(null),
      ticket,
    },
    output<{ file: BinaryFile; pages: number; warnings: string[] }>(),
  ),
  progress: query('paper.print', { ticket }, output<FileProgress | null>()),
  cancel: task('paper.print', 'Membatalkan PDF berkas kelas', { ticket }),
  /** Prints papers of the class as separate jobs, each with the copies, sides and paper size used last. */
  printPapers: task(
    'paper.print',
    'Mencetak berkas kelas satu per satu',
    { code: cohortCodeSchema, keys: z.array(z.enum(paperKeys)).min(1), printer: line(200, 1), ticket },
    output<PrintedPapers>(),
  ),
  printProgress: query('paper.print', { ticket }, output<PrintProgress | null>()),
  /** Papers already sent are printed; no more are sent. */
  stopPrinting: task('paper.print', 'Menghentikan cetakan berkas kelas', { ticket }),
}
