import { z } from 'zod'
import {
  type ActivityId,
  type CohortId,
  cohortCodeSchema,
  type EnrolmentId,
  enrolmentId,
  type InstructorId,
  instructorId,
  type ProgramId,
  type RoomId,
  type TraineeId,
  traineeId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { nothing, reason, whole } from '../../kernel/schema.ts'
import { type Joined, seenOf } from '../../kernel/seen.ts'
import { command, output, query } from '../../operation.ts'
import type { Rules } from '../centre/centre.ts'
import type { TradeCode } from '../program/trades.ts'
import type { OpenTarget } from '../trainee/target-evidence.ts'
import {
  type CohortDetails,
  cohortDetails,
  cohortDraft,
  type LeaveKind,
  leaveKinds,
  planDraft,
  startSchema,
  teachingWord,
} from './cohort.ts'
import { acceptedProgram, type WorkProgramReading, workProgramDraft } from './work-program.ts'
import type { PlanWarning, Skipped } from './working-days.ts'

/** planned: no held day yet · running · finished: all days closed · decided: the panel has spoken · cancelled. */
export type CohortStatus = 'planned' | 'running' | 'finished' | 'decided' | 'cancelled'

/** An official allows one person to teach one day of a class; it stays with the day when the day moves. */
export type TeachingOverride = { instructorId: InstructorId; name: string; official: string; reason: string }

export type CohortDay = {
  n: number
  date: PlainDate
  /** 'HH:MM': of this day, with the prayer of Friday and the shorter days of the fasting month. */
  startTime: string
  endTime: string
  hours: number
  topic: string
  instructors: { id: InstructorId; name: string }[]
  /** Who may teach this day without a valid credential, by whose word. */
  overrides: TeachingOverride[]
  /** A day is held once it has a mark or is closed; its date alone never makes it held. */
  held: boolean
  /** Every trainee who needs a mark has one. */
  complete: boolean
  closed: { by: string; at: string } | null
}

export type CohortRow = {
  id: CohortId
  code: string
  /** 'Tata Rias III' */
  title: string
  trade: TradeCode
  program: string
  number: number
  year: number
  status: CohortStatus
  start: PlainDate
  end: PlainDate
  startTime: string
  endTime: string
  trainees: number
  room: string | null
  instructors: string[]
  days: (Pick<CohortDay, 'n' | 'date' | 'startTime' | 'endTime' | 'held' | 'complete'> & { closed: boolean })[]
  skipped: Skipped[]
}

export type CohortUnit = {
  code: string
  title: string
  theoryHours: number
  practiceHours: number
  compulsory: boolean
}

export type Cohort = Omit<CohortRow, 'days' | 'trainees' | 'instructors'> &
  CohortDetails & {
    programId: ProgramId
    /** The one activity that pays for the class. */
    activityId: ActivityId | null
    week: 5 | 6
    jointLeave: 'off' | 'work'
    hours: number
    totalHours: number
    days: CohortDay[]
    units: CohortUnit[]
    trainees: number
    /** People who stayed and have all their scores. */
    scored: number
    warnings: PlanWarning[]
    rules: Pick<
      Rules,
      'minimumAttendance' | 'theoryWeight' | 'practiceWeight' | 'passMark' | 'unitsRequired' | 'predicateBands'
    >
    cancelReason: string
    /** What stands in the way of each step, empty when nothing does; the tabs show it. */
    progress: {
      schedule: boolean
      trainees: boolean
      attendance: boolean
      scores: boolean
      graduation: boolean
      certificates: boolean
    }
  }

export type CohortTrainee = {
  enrolmentId: EnrolmentId
  traineeId: TraineeId
  position: number
  name: string
  maskedNik: string
  sex: 'L' | 'P'
  village: string | null
  phone: string
  joinedDay: number
  left: { afterDay: number; kind: LeaveKind; reason: string } | null
  /** Why somebody who was trained already got this place; else ''. */
  repeatReason: string
  /** What held on the day of admission; null for who came without evidence. */
  target: OpenTarget | null
}

/** Days on which a person or a room cannot be used, with the reason in words, for the lane below the rail. */
export type LaneProblem = {
  n: number
  date: PlainDate
  reason: string
  /** Only a missing credential can be answered for by an official. */
  kind: 'credential' | 'busy' | 'away'
}
export type InstructorLane = {
  id: InstructorId
  name: string
  detail: string
  /** Empty when the person may teach every day. */
  problems: LaneProblem[]
  /** Shown when the credential ends within sixty days after the class. */
  notice: string | null
}
/** Whom a room is meant for: the trade asked about comes first, then all, then other trades. */
export const roomPurposes = ['trade', 'all', 'others'] as const

/** `notice`: the room is meant for other trades. */
export type RoomLane = {
  id: RoomId
  name: string
  detail: string
  problems: LaneProblem[]
  purpose: (typeof roomPurposes)[number]
  notice: string | null
}

export type PlanReading = {
  start: PlainDate
  end: PlainDate
  days: Pick<CohortDay, 'n' | 'date' | 'startTime' | 'endTime' | 'hours'>[]
  skipped: Skipped[]
  totalHours: number
  warnings: PlanWarning[]
  /** Latest start that would still end in the budget year of the first day. */
  latestStartInYear: PlainDate | null
  /** When the hours (JP) of an ordinary day are over with the usual pauses; later than the class says, they do not fit. */
  hoursEnd: string
  number: number
  code: string
  instructors: InstructorLane[]
  rooms: RoomLane[]
}

/** What was done in a class by one person at one moment. */
export type CohortChange = {
  at: string
  operator: string
  operation: string
  /** The days that it was about, from the first to the last; null where it was about no day. */
  days: { from: number; to: number } | null
}

export const dayNumbers = z
  .array(whole(1, 60))
  .min(1)
  .max(60)
  .refine(days => new Set(days).size === days.length, { error: 'Hari yang sama ditulis dua kali.' })

export const cohortContract = {
  /** Everything the planner shows for a draft; refuses a start on a day off and names the next working day. */
  plan: query('cohort.change', planDraft, output<PlanReading>()),
  create: command('cohort.change', 'Membuat angkatan', cohortDraft, output<{ code: string }>()),
  /** First day, room and instructor for every class of a programme of work, or why it has none; refuses a curriculum without units. */
  proposeProgram: query('cohort.change', workProgramDraft, output<WorkProgramReading>()),
  /** All of them or none, each checked again; numbered in the order of their first days. */
  acceptProposals: command(
    'cohort.change',
    'Menerima usul program kerja',
    acceptedProgram,
    output<{ codes: string[] }>(),
  ),
  list: query('cohort.see', nothing, output<CohortRow[]>()),
  get: query('cohort.see', { code: cohortCodeSchema }, output<Cohort>()),
  update: command(
    'cohort.change',
    'Mengubah data angkatan',
    { code: cohortCodeSchema, facts: cohortDetails, ...seenOf(cohortDetails) },
    output<Joined>(),
  ),
  /** Records the official who allows somebody without a valid credential to teach; timetable.updateDays writes who teaches. */
  allowTeaching: command('cohort.allow', 'Mengizinkan mengajar dengan alasan', {
    code: cohortCodeSchema,
    instructorId,
    days: dayNumbers,
    ...teachingWord,
  }),
  /** Takes the override back for days that are not held; the person no longer teaches them then. */
  withdrawOverride: command('cohort.allow', 'Mencabut izin mengajar', {
    code: cohortCodeSchema,
    instructorId,
    days: dayNumbers,
    reason,
  }),
  /** Only while no day is held. */
  move: command('cohort.change', 'Memindah angkatan', { code: cohortCodeSchema, start: startSchema, reason }),
  cancel: command('cohort.change', 'Membatalkan angkatan', { code: cohortCodeSchema, reason }),
  /** What was done in the class, the newest first. Values stay out of it: they may be personal data. */
  history: query(
    'cohort.see',
    { code: cohortCodeSchema, limit: whole(1, 500) },
    output<{ total: number; rows: CohortChange[] }>(),
  ),
  trainees: query('cohort.see', { code: cohortCodeSchema }, output<CohortTrainee[]>()),
  enrol: command(
    'cohort.change',
    'Memasukkan peserta ke kelas',
    {
      code: cohortCodeSchema,
      traineeIds: z.array(traineeId).min(1).max(60),
      /** For those who were trained already; without it they are refused, all of them named. */
      repeatReason: reason.nullable().default(null),
    },
    output<{ enrolled: number }>(),
  ),
  /** Takes somebody off the list again, while no day of theirs has a mark. */
  unenrol: command('cohort.change', 'Mengeluarkan dari daftar kelas', { enrolmentId }),
  leave: command('cohort.change', 'Mencatat peserta keluar', {
    enrolmentId,
    afterDay: whole(0, 60),
    kind: z.enum(leaveKinds),
    reason,
  }),
  /** Takes back a leaving that was recorded by mistake. */
  rejoin: command('cohort.change', 'Membatalkan peserta keluar', { enrolmentId, reason }),
}
