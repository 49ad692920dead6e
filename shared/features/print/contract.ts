import { z } from 'zod'
import { type PaperKey, paperKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema, traineeId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { type PaperSize, paperSizes } from '../centre/centre.ts'
import { type FactGroup, factGroups } from './fact-group.ts'
import { filedKey } from './filed-key.ts'
import { type Sides, sideWays } from './sides.ts'

/** What a paper was drawn from; goes back unchanged with its print. */
export const drawnFromSchema = z.strictObject({
  planVersion: whole(1, 9999),
  digests: z.partialRecord(z.enum(factGroups), z.string().regex(/^[0-9a-f]{16}$/)),
  /** The date that stands on the paper, and whether somebody set it. */
  dated: plainDateSchema.nullable().default(null),
  datedByHand: z.boolean().default(false),
  /** The day of the history that it names in its foot. */
  history: plainDateSchema.nullable().default(null),
})
export type DrawnFrom = z.infer<typeof drawnFromSchema>

/** Stands for the printer that the system takes by itself. */
export const systemPrinter = '*'

/** How far a printer prints beside the right place, in half millimetres to the right and down, by its name in the system. */
export type PrinterShift = { printer: string; right: number; down: number }

export type Printer = {
  name: string
  /** As people know it. */
  label: string
  preferred: boolean
}

export type PrintRow = {
  at: string
  by: string
  way: 'PRINT' | 'PDF' | 'FILE'
  /** Of a form of the office; null for a paper of the program, which has a size and pages instead. */
  formVersion: number | null
  day: number | null
  /** Number on the list of the class, where only this person's page was printed. */
  listNumber: number | null
  planVersion: number
  size: PaperSize | null
  printer: string
  copies: number
  /** '' for all. */
  pageRange: string
  pages: number | null
  dated: PlainDate | null
  datedByHand: boolean
}

export type LastPrint = { at: string; by: string; changed: FactGroup[] }

export type PrintSetting = { key: PaperKey; printer: string; size: PaperSize; copies: number; sides: Sides }

const paperOfCohort = { code: cohortCodeSchema, key: z.enum(paperKeys) }

const printed = {
  ...paperOfCohort,
  day: whole(1, 60).nullable().default(null),
  traineeId: traineeId.nullable().default(null),
  size: z.enum(paperSizes),
  copies: whole(1, 99),
  /** Left out: as this paper is usually printed. */
  sides: z.enum(sideWays).optional(),
  pageRange: line(100),
  drawnFrom: drawnFromSchema,
}

export const printContract = {
  /** Those of this computer; empty where the browser chooses. */
  printers: task('everyone', 'Membaca daftar pencetak', {}, output<Printer[]>()),
  setting: query('paper.see', { key: z.enum(paperKeys) }, output<PrintSetting | null>()),
  /** Newest first. */
  log: query('paper.see', { code: cohortCodeSchema, key: filedKey }, output<PrintRow[]>()),
  /** Prints and writes it down; with `printer` '' the dialog of the system asks for one. `printed` false when it was called off. */
  print: task(
    'paper.print',
    'Mencetak berkas kelas',
    { ...printed, printer: line(200), title: line(200, 1), pdf: z.file() },
    output<{ printed: boolean }>(),
  ),
  /** Prints what belongs to no class, such as a test page, or one sheet of a pile; `moved` is set where the file was drawn for this printer. */
  send: task(
    'everyone',
    'Mencetak lembar',
    {
      title: line(200, 1),
      pdf: z.file(),
      printer: line(200),
      copies: whole(1, 99).default(1),
      sides: z.enum(sideWays).default('SINGLE'),
      pageRange: line(100).default(''),
      moved: z.boolean().default(false),
    },
    output<{ printed: boolean }>(),
  ),
  shifts: query('everyone', {}, output<PrinterShift[]>()),
  setShift: command('paper.print', 'Menggeser cetakan', {
    printer: line(200, 1),
    right: whole(-40, 40),
    down: whole(-40, 40),
  }),
  /** Rulers in mm along all edges, crosses in the corners, and what to set in Windows when they are not where they should be. */
  testPage: task(
    'everyone',
    'Membuat halaman uji cetak',
    { size: z.enum(paperSizes), printer: line(200).default('') },
    output<BinaryFile>(),
  ),
  /** Writes down what the page has printed or saved itself. */
  record: command('paper.print', 'Mencatat cetakan', {
    ...printed,
    way: z.enum(['PRINT', 'PDF']),
    pages: whole(1, 9999),
  }),
}
