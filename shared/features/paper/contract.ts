import { z } from 'zod'
import { type PaperKey, paperKeys, personPaperKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema, traineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, plainDateSchema, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'
import type { DrawnFrom, LastPrint } from '../print/contract.ts'

export type PaperRow = {
  key: PaperKey
  title: string
  /** Why the paper cannot be made yet; null if it can. */
  waitsFor: string | null
  /** True if this class needs it, by its source of money and what happened in it. */
  needed: boolean
}

type MadePaper = {
  file: BinaryFile
  title: string
  warnings: string[]
  /** The date on the paper, whether it was set by hand, and the rule it follows otherwise; null if the paper has no own date. */
  date: { value: PlainDate | null; byHand: boolean; rule: string } | null
  /** Send it back with the print. */
  drawnFrom: DrawnFrom
  /** The last print, and what has changed since. */
  lastPrint: LastPrint | null
}

export const paperContract = {
  list: query('paper.see', { code: cohortCodeSchema }, output<PaperRow[]>()),
  /**
   * `day` only for the sheet of one day; without it all days, or those from `from` on. `traineeId` for one person, if the paper has a page for each.
   * `size` null: that of the centre.
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
  /** The same text as an editable Word file, or Excel if it is a table; not for issued papers. */
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
  /** Sets the date of a paper; null returns to the rule. The print log shows which date was used. */
  setDate: command('paper.change', 'Mengubah tanggal surat', {
    code: cohortCodeSchema,
    key: z.enum(paperKeys),
    date: plainDateSchema.nullable(),
  }),
  /** For one person: about the latest class, or training at the centre before there is one. */
  makeForPerson: task(
    'paper.print',
    'Membuat surat seseorang',
    { traineeId, key: z.enum(personPaperKeys), size: z.enum(paperSizes).nullable() },
    output<{ file: BinaryFile; title: string; warnings: string[] }>(),
  ),
}
