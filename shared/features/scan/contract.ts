import { z } from 'zod'
import { cohortCodeSchema, type EnrolmentId, enrolmentId, type ScanId, scanId, ticket } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { markSchema } from '../attendance/contract.ts'
import type { Mark } from '../attendance/mark.ts'
import type { SheetPlace } from '../attendance/sheet-code.ts'
import type { SheetChange } from './sheet-facts.ts'

/** Size limit of a scan. */
export const mostScanMegabytes = 80
export const mostScanPages = 200

export type ScanState =
  /** The sheet is unknown: no readable code, and nobody has filed it. */
  | 'unfiled'
  /** The class is known; `proposals` says whether its boxes were read. */
  | 'filed'
  /** Its marks were confirmed. */
  | 'confirmed'

export type ScanLine = {
  id: ScanId
  state: ScanState
  sheet: { code: string; title: string; place: SheetPlace; page: number | null; version: number | null } | null
  source: { name: string; page: number }
  /** Number of boxes read; null if the page was only filed. */
  proposals: number | null
  at: string
  by: string
}

/** Warnings about a sheet. */
export type SheetWarning =
  /** Participants or days have changed since it was printed. */
  | { kind: 'old'; version: number; changes: SheetChange[] }
  /** The version is unknown here: printed from other data. */
  | { kind: 'unknown_version'; version: number }
  /** Another scan of the same page exists. */
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
  /** The recorded mark. */
  present: Mark | null
  closed: boolean
}

export type ScanDetail = ScanLine & {
  warnings: SheetWarning[]
  /** Size of the form in mm; null if the page was only filed. */
  size: { width: number; height: number } | null
  /** Least certain first, without people who are no members on that day any more. */
  rows: ScanRow[]
}

export type ScanReceipt = {
  pages: ScanLine[]
  /** Number of pages of this file that were stored already. */
  seen: number
  /** Numbers of pages that could not be read as a picture, from 1. */
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
  /** Stores every page of a JPEG, PNG or PDF; all, or none if cancelled. */
  read: task('attendance.change', 'Menyimpan hasil scan', { file: z.file(), ticket }, output<ScanReceipt>()),
  progress: query('attendance.change', { ticket }, output<{ done: number; total: number | null } | null>()),
  cancel: task('attendance.change', 'Membatalkan hasil scan', { ticket }),
  /** Waiting pages first, newest first; of one class or all. */
  list: query('attendance.see', { code: cohortCodeSchema.nullable() }, output<ScanLine[]>()),
  detail: query('attendance.see', { id: scanId }, output<ScanDetail>()),
  picture: task('attendance.see', 'Membuka hasil scan', { id: scanId }, output<{ file: BinaryFile }>()),
  /** Sets the sheet of a page. */
  file: command('attendance.change', 'Memilih kelas hasil scan', {
    id: scanId,
    code: cohortCodeSchema,
    place: sheetPlaceSchema,
  }),
  /** Writes marks where there are none; existing ones stay, and no day is closed. */
  confirm: command(
    'attendance.change',
    'Mengisi kehadiran dari hasil scan',
    { id: scanId, marks: z.array(z.strictObject({ enrolmentId, n: dayNumber, mark: markSchema })).max(1000) },
    output<{ written: number; kept: number }>(),
  ),
  /** Deletes an unconfirmed page. */
  discard: task('attendance.change', 'Membuang hasil scan', { id: scanId }),
}
