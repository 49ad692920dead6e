import { z } from 'zod'
import { type PaperKey, paperKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema, traineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, plainDateSchema, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { type PaperSize, paperSizes } from '../centre/centre.ts'
import { type FactGroup, factGroups } from './fact-group.ts'
import { filedKey } from './filed-key.ts'
import { type Sides, sidesChoices } from './sides.ts'

/** The data a paper was drawn from; sent back unchanged with its print. */
export const drawnFromSchema = z.strictObject({
  planVersion: whole(1, 9999),
  digests: z.partialRecord(z.enum(factGroups), z.string().regex(/^[0-9a-f]{16}$/)),
  /** The date on the paper, and whether it was set by hand. */
  dated: plainDateSchema.nullable().default(null),
  datedByHand: z.boolean().default(false),
  /** The day of the history in its footer. */
  history: plainDateSchema.nullable().default(null),
})
export type DrawnFrom = z.infer<typeof drawnFromSchema>

/** The default printer of the system. */
export const systemPrinter = '*'

/** Print offset of a printer by its system name, in half millimetres to the right and down. */
export type PrinterShift = { printer: string; right: number; down: number }

export type Printer = {
  name: string
  /** Display name. */
  label: string
  preferred: boolean
}

export type PrintRow = {
  at: string
  by: string
  way: 'PRINT' | 'PDF' | 'FILE'
  /** Version of a form of the office; null for papers of the program, which have size and pages instead. */
  formVersion: number | null
  day: number | null
  /** List number if only this person's page was printed. */
  listNumber: number | null
  planVersion: number
  size: PaperSize | null
  printer: string
  copies: number
  /** '' for all pages. */
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
  /** By default as this paper is usually printed. */
  sides: z.enum(sidesChoices).optional(),
  pageRange: line(100),
  drawnFrom: drawnFromSchema,
}

export const printContract = {
  /** Printers of this computer; empty if the browser chooses. */
  printers: task('everyone', 'Membaca daftar pencetak', {}, output<Printer[]>()),
  setting: query('paper.see', { key: z.enum(paperKeys) }, output<PrintSetting | null>()),
  /** Newest first. */
  log: query('paper.see', { code: cohortCodeSchema, key: filedKey }, output<PrintRow[]>()),
  /** Prints and records it; `printer` '' shows the dialog of the system. `printed` is false if cancelled. */
  print: task(
    'paper.print',
    'Mencetak berkas kelas',
    { ...printed, printer: line(200), title: line(200, 1), pdf: z.file() },
    output<{ printed: boolean }>(),
  ),
  /**
   * Prints something outside of a class, such as a test page, or one sheet of a series; `moved`: the file was drawn with the offset of this printer.
   */
  send: task(
    'everyone',
    'Mencetak lembar',
    {
      title: line(200, 1),
      pdf: z.file(),
      printer: line(200),
      copies: whole(1, 99).default(1),
      sides: z.enum(sidesChoices).default('SINGLE'),
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
  /** Rulers in mm along all edges, crosses in the corners, and which Windows settings to change if they are displaced. */
  testPage: task(
    'everyone',
    'Membuat halaman uji cetak',
    { size: z.enum(paperSizes), printer: line(200).default('') },
    output<BinaryFile>(),
  ),
  /** Records what the page has printed or saved itself. */
  record: command('paper.print', 'Mencatat cetakan', {
    ...printed,
    way: z.enum(['PRINT', 'PDF']),
    pages: whole(1, 9999),
  }),
}
