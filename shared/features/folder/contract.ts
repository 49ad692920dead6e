import { z } from 'zod'
import type { DomainErrorData } from '../../domain-error.ts'
import { type FiledKey, type PaperKey, paperKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema, type FileId, fileId, ticket } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import { line, paragraph } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'
import type { PaperStage } from '../paper/paper-stage.ts'
import type { LastPrint } from '../print/contract.ts'
import { filedKey } from '../print/filed-key.ts'
import { type PaperState, type Verdict, verdicts } from './paper-state.ts'

export type PaperScan = { fileId: FileId; type: string; size: number; at: string; by: string }

/** Attendance sheets that came back and were filed by their code. */
export type SheetsBack = { back: number; of: number }

export type FolderRow = {
  key: FiledKey
  title: string
  section: string
  /** Why it cannot be issued yet; null when it can be made. */
  waitsFor: string | null
  /** Whether this class needs it, or somebody made it all the same. */
  needed: boolean
  state: PaperState
  /** The last print of the paper as a whole, or of part of it, with what it would say differently now. */
  printed: (LastPrint & { planVersion: number; times: number }) | null
  /** Attached here. */
  scans: PaperScan[]
  /** Filed with the attendance; null for a paper that does not come back that way. */
  sheets: SheetsBack | null
  verdict: { verdict: Verdict; note: string; at: string; by: string } | null
}

/** How many papers of each stage are complete; stages without papers are left out. */
export type StageCount = { stage: PaperStage; done: number; of: number }

const scanPlaces = ['INSTEAD', 'AFTER'] as const
/** Where the scan of a signed paper stands in the file: instead of the unsigned one, or after it. */
export type ScanPlace = (typeof scanPlaces)[number]

export type FileProgress = { done: number; total: number }

/** Which paper is on its way to the printer, '' before the first. */
export type PrintProgress = FileProgress & { title: string }
/** Jobs that went to a printer one after another; where it ended early, at which paper, and why if nobody stopped it. */
export type PrintedPapers = { printed: PaperKey[]; endedAt: PaperKey | null; problem: DomainErrorData | null }

const paper = { code: cohortCodeSchema, key: filedKey }

/** The folder of a class: what has been made of its papers, and all of them in one file. */
export const folderContract = {
  get: query(
    'paper.see',
    { code: cohortCodeSchema, all: z.boolean().default(false) },
    output<{ rows: FolderRow[]; scanPlace: ScanPlace }>(),
  ),
  /** How far the checklist is, for the tabs and the steps of the class. */
  counts: query('paper.see', { code: cohortCodeSchema }, output<StageCount[]>()),
  attachScan: task(
    'paper.change',
    'Melampirkan hasil scan berkas kelas',
    { ...paper, file: z.file() },
    output<{ fileId: FileId }>(),
  ),
  openScan: task('paper.see', 'Membuka hasil scan berkas kelas', { fileId }, output<{ file: BinaryFile }>()),
  removeScan: task('paper.change', 'Menghapus hasil scan berkas kelas', { fileId }),
  /** A note is wanted but for 'CHECKED'; null takes the word back. */
  judge: command(
    'paper.change',
    'Memeriksa berkas kelas',
    z
      .strictObject({ ...paper, verdict: z.enum(verdicts).nullable(), note: paragraph(500).default('') })
      .refine(({ verdict, note }) => verdict === null || verdict === 'CHECKED' || note !== '', {
        path: ['note'],
        error: 'Wajib diisi.',
      }),
  ),
  /** All papers of the class in one PDF, in their order, or those of `keys`. Size null: the one of the centre. */
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
  /** Papers of the class as jobs of their own, one after another, each as it was printed last: its copies, its sides, its sheet. */
  printPapers: task(
    'paper.print',
    'Mencetak berkas kelas satu per satu',
    { code: cohortCodeSchema, keys: z.array(z.enum(paperKeys)).min(1), printer: line(200, 1), ticket },
    output<PrintedPapers>(),
  ),
  printProgress: query('paper.print', { ticket }, output<PrintProgress | null>()),
  /** What has gone to the printer is printed; nothing more goes there. */
  stopPrinting: task('paper.print', 'Menghentikan cetakan berkas kelas', { ticket }),
}
