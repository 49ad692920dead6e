import { z } from 'zod'
import { cohortCodeSchema, type EnrolmentId, enrolmentId, type ScanId, scanId, ticket } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { markSchema } from '../attendance/contract.ts'
import type { Mark } from '../attendance/mark.ts'
import type { SheetPlace } from '../attendance/sheet-code.ts'
import type { SheetChange } from './sheet-facts.ts'

/** Of a scan that is handed in. */
export const mostScanMegabytes = 80
export const mostScanPages = 200

export type ScanState =
  /** Neither a code nor an operator has said which sheet it is. */
  | 'unfiled'
  /** With its class; `proposals` says whether its boxes were read. */
  | 'filed'
  /** Its marks were gone through. */
  | 'confirmed'

export type ScanLine = {
  id: ScanId
  state: ScanState
  sheet: { code: string; title: string; place: SheetPlace; page: number | null; version: number | null } | null
  source: { name: string; page: number }
  /** How many boxes were read; null where the page was only filed. */
  proposals: number | null
  at: string
  by: string
}

/** What stands in the way of trusting a sheet. */
export type SheetWarning =
  /** Participants or days are other ones than when it was printed. */
  | { kind: 'old'; version: number; changes: SheetChange[] }
  /** Printed by other data than these. */
  | { kind: 'unknown_version'; version: number }
  /** Another scan of the same page is there. */
  | { kind: 'twice'; id: ScanId; at: string }

export type ScanRow = {
  enrolmentId: EnrolmentId
  position: number
  name: string
  n: number
  date: PlainDate
  /** In mm on the sheet; several for morning and afternoon. */
  boxes: { x: number; y: number; width: number; height: number }[]
  signed: boolean | null
  /** 0.5 to 1. */
  confidence: number
  /** What is recorded already. */
  present: Mark | null
  closed: boolean
}

export type ScanDetail = ScanLine & {
  warnings: SheetWarning[]
  /** Of the form in mm; null where the page was only filed. */
  size: { width: number; height: number } | null
  /** Least certain first. People who are no members on a day any more are left out. */
  rows: ScanRow[]
}

export type ScanReceipt = {
  pages: ScanLine[]
  /** Pages of this file that were there already. */
  seen: number
  /** Pages that are no picture that can be read, from 1. */
  unreadable: number[]
}

const dayNumber = whole(1, 60)

const sheetPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), n: dayNumber }),
  z.strictObject({ kind: z.literal('sessions'), n: whole(1, 35) }),
  z.strictObject({ kind: z.literal('week'), week: whole(1, 9) }),
  z.strictObject({ kind: z.literal('all') }),
])

export const scanContract = {
  /** Files every page of a JPEG, PNG or PDF; all of them, or none when it is stopped. */
  read: task('attendance.change', 'Menyimpan hasil scan', { file: z.file(), ticket }, output<ScanReceipt>()),
  progress: query('attendance.change', { ticket }, output<{ done: number; total: number | null } | null>()),
  cancel: task('attendance.change', 'Membatalkan hasil scan', { ticket }),
  /** Pages that wait first, newest first; of one class or of all. */
  list: query('attendance.see', { code: cohortCodeSchema.nullable() }, output<ScanLine[]>()),
  detail: query('attendance.see', { id: scanId }, output<ScanDetail>()),
  picture: task('attendance.see', 'Membuka hasil scan', { id: scanId }, output<{ file: BinaryFile }>()),
  /** Says which sheet a page is. */
  file: command('attendance.change', 'Memilih kelas hasil scan', {
    id: scanId,
    code: cohortCodeSchema,
    place: sheetPlaceSchema,
  }),
  /** Writes marks where there is none yet; what stands already stays, and no day is closed. */
  confirm: command(
    'attendance.change',
    'Mengisi kehadiran dari hasil scan',
    { id: scanId, marks: z.array(z.strictObject({ enrolmentId, n: dayNumber, mark: markSchema })).max(1000) },
    output<{ written: number; kept: number }>(),
  ),
  /** Deletes a page that is not confirmed. */
  discard: task('attendance.change', 'Membuang hasil scan', { id: scanId }),
}
