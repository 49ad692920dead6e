import { z } from 'zod'
import { type PaperKey, paperKeys, personPaperKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema, traineeId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { plainDateSchema, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'
import type { DrawnFrom, LastPrint } from '../print/contract.ts'

export type PaperRow = {
  key: PaperKey
  title: string
  /** Why the paper cannot be made yet; null when it can. */
  waitsFor: string | null
  /** Whether this class needs it, by what pays for it and what happened in it. */
  needed: boolean
}

type MadePaper = {
  file: BinaryFile
  title: string
  warnings: string[]
  /** The date that stands on it, whether somebody set it, and what it comes from otherwise; null words where it has none of its own. */
  date: { value: PlainDate | null; byHand: boolean; rule: string } | null
  /** Goes back with the print of it. */
  drawnFrom: DrawnFrom
  /** When it was last printed, and what it says differently now. */
  lastPrint: LastPrint | null
}

export const paperContract = {
  list: query('paper.see', { code: cohortCodeSchema }, output<PaperRow[]>()),
  /**
   * `day` only for the sheet of one day; without it all days in one file, or those `from` a day on. `traineeId` for one person only,
   * where there is a page for each. `size` null: the size of the centre.
   */
  make: task(
    'paper.print',
    'Membuat surat',
    {
      code: cohortCodeSchema,
      key: z.enum(paperKeys),
      size: z.enum(paperSizes).nullable(),
      day: whole(1, 60).nullable(),
      from: whole(1, 60).nullable().default(null),
      traineeId: traineeId.nullable().default(null),
    },
    output<MadePaper>(),
  ),
  /** The same words as a file of Word, or of Excel where it is a table, to be worked on further; issued papers are only printed. */
  office: task(
    'paper.print',
    'Menyimpan surat sebagai Word atau Excel',
    {
      code: cohortCodeSchema,
      key: z.enum(paperKeys),
      format: z.enum(['docx', 'xlsx']),
      size: z.enum(paperSizes).nullable().default(null),
      day: whole(1, 60).nullable().default(null),
      from: whole(1, 60).nullable().default(null),
      traineeId: traineeId.nullable().default(null),
    },
    output<{ file: BinaryFile; title: string }>(),
  ),
  /** Sets the date of a paper by hand; null gives it back the one that the class says. The print log tells which it was. */
  setDate: command('paper.change', 'Mengubah tanggal surat', {
    code: cohortCodeSchema,
    key: z.enum(paperKeys),
    date: plainDateSchema.nullable(),
  }),
  /** For one person: about the newest class, or, before there is one, about training at the centre. */
  makeForPerson: task(
    'paper.print',
    'Membuat surat seseorang',
    { traineeId, key: z.enum(personPaperKeys), size: z.enum(paperSizes).nullable() },
    output<{ file: BinaryFile; title: string; warnings: string[] }>(),
  ),
}
