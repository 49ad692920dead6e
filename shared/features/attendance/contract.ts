import { z } from 'zod'
import {
  cohortCodeSchema,
  type EnrolmentId,
  enrolmentId,
  type FileId,
  fileId,
  type InstructorId,
  instructorId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, nothing, paragraph, timeSchema, whole } from '../../kernel/schema.ts'
import { seenRowsOf } from '../../kernel/seen.ts'
import { bySecondPerson, command, output, query, task } from '../../operation.ts'
import type { LeaveKind } from '../cohort/cohort.ts'
import type { CohortDay } from '../cohort/contract.ts'
import type { Skipped } from '../cohort/working-days.ts'
import type { Mark } from './mark.ts'

const dayNumber = whole(1, 60)
export const markSchema = z.enum(['H', 'S', 'I', 'A', 'T'])

export const markEntry = z.strictObject({
  enrolmentId,
  n: dayNumber,
  mark: markSchema.nullable(),
  /** Only with T. */
  arrivedAt: timeSchema.nullable(),
  note: line(200),
})
export type MarkEntry = z.infer<typeof markEntry>

/** `letter`: file of the doctor's or permission letter. */
export type AttendanceCell = {
  mark: Mark
  arrivedAt: string | null
  note: string
  corrected: boolean
  letter: FileId | null
} | null
export type AttendanceRow = {
  enrolmentId: EnrolmentId
  position: number
  name: string
  joinedDay: number
  left: { afterDay: number; kind: LeaveKind } | null
  /** One cell for each planned day. */
  cells: AttendanceCell[]
}
export type AttendanceGrid = {
  code: string
  today: PlainDate
  minimumAttendance: number
  /** Number of consecutive days of Alpa from which a person is listed. */
  absenceAlarm: number
  days: CohortDay[]
  skipped: Skipped[]
  rows: AttendanceRow[]
}

/** A class that meets today, or an earlier day that still waits for marks. */
export type AttendanceTask = {
  code: string
  title: string
  n: number
  date: PlainDate
  room: string | null
  instructors: { id: InstructorId; name: string }[]
  trainees: { enrolmentId: EnrolmentId; position: number; name: string; mark: Mark | null }[]
  complete: boolean
  closed: boolean
  missedDays: { n: number; date: PlainDate }[]
  days: { n: number; date: PlainDate; held: boolean; complete: boolean; closed: boolean }[]
  skipped: Skipped[]
}

export type Correction = { at: string; operator: string; before: Mark | null; after: Mark | null; reason: string }

export const attendanceContract = {
  grid: query('attendance.see', { code: cohortCodeSchema }, output<AttendanceGrid>()),
  /** Classes that meet today, then earlier days without marks. */
  tasks: query('attendance.see', nothing, output<{ today: AttendanceTask[]; earlier: AttendanceTask[] }>()),
  /** A closed day needs a reason; coming days are refused. */
  mark: command(
    'attendance.change',
    'Mengubah tanda kehadiran',
    {
      code: cohortCodeSchema,
      marks: z.array(markEntry).min(1).max(1000),
      reason: paragraph(500).nullable(),
      ...seenRowsOf(markEntry, 1000),
    },
    output<{ written: number }>(),
  ),
  /** Exceptions as given, everybody else present; earlier S, I and A marks stay. Returns the replaced marks, for undo. */
  fillDay: command(
    'attendance.change',
    'Mengisi kehadiran satu hari',
    {
      code: cohortCodeSchema,
      n: dayNumber,
      exceptions: z.array(markEntry.omit({ n: true })).max(60),
      ...seenRowsOf(markEntry.pick({ enrolmentId: true, mark: true }), 60),
    },
    output<{ before: MarkEntry[] }>(),
  ),
  /** People without a mark on these days become present; existing marks stay. Closed and coming days are refused. */
  fillDays: command(
    'attendance.change',
    'Mengisi kehadiran beberapa hari',
    { code: cohortCodeSchema, days: z.array(dayNumber).min(1).max(60) },
    output<{ before: MarkEntry[] }>(),
  ),
  /** `teaching`: also closes what the instructors taught that day, as recorded or as in the timetable. */
  closeDay: command('attendance.change', 'Menutup hari', {
    code: cohortCodeSchema,
    n: dayNumber,
    instructorId,
    teaching: z.boolean().default(false),
  }),
  /** Closes several days, each in the name of its first instructor, all or none. Teaching is closed too, if recorded or in the timetable. */
  closeDays: command(
    'attendance.change',
    'Menutup beberapa hari',
    { code: cohortCodeSchema, days: z.array(dayNumber).min(1).max(60) },
    /** `taught`: number of days whose teaching was closed too. */
    output<{ closed: number; taught: number }>(),
  ),
  reopenDay: bySecondPerson(
    'reopen',
    command('attendance.reopen', 'Membuka kembali hari', {
      code: cohortCodeSchema,
      n: dayNumber,
      reason: paragraph(500, 10),
    }),
  ),
  /** One letter for days of sickness or permission; replaces earlier ones. PDF, JPEG or PNG. */
  addLetter: task(
    'attendance.change',
    'Melampirkan surat sakit atau izin',
    { enrolmentId, days: z.array(dayNumber).min(1).max(60), file: z.file() },
    output<{ fileId: FileId }>(),
  ),
  /** Removed from all days that it covers. */
  removeLetter: task('attendance.change', 'Menghapus surat sakit atau izin', { fileId }),
  /** Health data: opening is recorded. */
  openLetter: task('attendance.see', 'Membuka surat sakit atau izin', { fileId }, output<{ file: BinaryFile }>()),
  history: query('attendance.see', { enrolmentId, n: dayNumber }, output<Correction[]>()),
}
