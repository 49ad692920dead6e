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
import type { WaitingPapers } from './waiting-papers.ts'
import { acceptedProgram, type WorkProgramReading, workProgramDraft } from './work-program.ts'
import type { PlanWarning, Skipped } from './working-days.ts'

/** planned: no held day yet · running · finished: all days closed · decided: by the panel · cancelled. */
export type CohortStatus = 'planned' | 'running' | 'finished' | 'decided' | 'cancelled'

/** An official permits one person to teach one day of a class; moves with the day. */
export type TeachingOverride = { instructorId: InstructorId; name: string; official: string; reason: string }

export type CohortDay = {
  n: number
  date: PlainDate
  /** 'HH:MM' of this day, considering the Friday prayer and the fasting month. */
  startTime: string
  endTime: string
  hours: number
  topic: string
  instructors: { id: InstructorId; name: string }[]
  /** Permissions to teach this day without a valid credential. */
  overrides: TeachingOverride[]
  /** A day is held once it has a mark or is closed; its date alone does not make it held. */
  held: boolean
  /** Everybody who needs a mark has one. */
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
    /** The activity that pays for the class. */
    activityId: ActivityId | null
    week: 5 | 6
    jointLeave: 'off' | 'work'
    hours: number
    totalHours: number
    days: CohortDay[]
    units: CohortUnit[]
    trainees: number
    /** Members who did not leave. */
    staying: number
    /** Those of them with all scores. */
    scored: number
    /** Papers of the decided class that are not issued. */
    waitingPapers: WaitingPapers
    warnings: PlanWarning[]
    rules: Pick<
      Rules,
      'minimumAttendance' | 'theoryWeight' | 'practiceWeight' | 'passMark' | 'unitsRequired' | 'predicateBands'
    >
    cancelReason: string
    /** What blocks each step, empty if nothing; shown on the tabs. */
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
  /** Why a person who was trained already got this place; otherwise ''. */
  repeatReason: string
  /** The target group at admission; null without evidence. */
  target: OpenTarget | null
}

/** Days on which a person or room is unavailable, with the reason as text. */
export type LaneProblem = {
  n: number
  date: PlainDate
  reason: string
  /** Only a missing credential can be permitted by an official. */
  kind: 'credential' | 'busy' | 'away'
}
export type InstructorLane = {
  id: InstructorId
  name: string
  detail: string
  /** Empty if the person may teach every day. */
  problems: LaneProblem[]
  /** Shown if the credential ends within sixty days after the class. */
  notice: string | null
}
/** Purpose of a room by the given trade: its own, all trades, other trades; sorted in this order. */
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
  /** Latest start that ends in the budget year of the first day. */
  latestStartInYear: PlainDate | null
  /** End of the hours (JP) of an ordinary day with the usual breaks; if later than the end of the class, they do not fit. */
  hoursEnd: string
  number: number
  code: string
  instructors: InstructorLane[]
  rooms: RoomLane[]
}

/** Acts of one person in a class at one time. */
export type CohortChange = {
  at: string
  operator: string
  operation: string
  /** First and last day concerned; null if none. */
  days: { from: number; to: number } | null
}

export const dayNumbers = z
  .array(whole(1, 60))
  .min(1)
  .max(60)
  .refine(days => new Set(days).size === days.length, { error: 'Hari yang sama ditulis dua kali.' })

export const cohortContract = {
  /** Everything the planner shows for a draft. Refuses a start on a day off and names the next working day. */
  plan: query('cohort.change', planDraft, output<PlanReading>()),
  create: command('cohort.change', 'Membuat angkatan', cohortDraft, output<{ code: string }>()),
  /** First day, room and instructor for every requested class, or why none was found. Refuses a curriculum without units. */
  proposeProgram: query('cohort.change', workProgramDraft, output<WorkProgramReading>()),
  /** Creates all or none, each checked again; numbered by first day. */
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
  /** Records the permission of an official; timetable.updateDays sets who teaches. */
  allowTeaching: command('cohort.allow', 'Mengizinkan mengajar dengan alasan', {
    code: cohortCodeSchema,
    instructorId,
    days: dayNumbers,
    ...teachingWord,
  }),
  /** Withdraws the permission for days that are not held; the person then no longer teaches them. */
  withdrawOverride: command('cohort.allow', 'Mencabut izin mengajar', {
    code: cohortCodeSchema,
    instructorId,
    days: dayNumbers,
    reason,
  }),
  /** Only while no day is held. */
  move: command('cohort.change', 'Memindah angkatan', { code: cohortCodeSchema, start: startSchema, reason }),
  cancel: command('cohort.change', 'Membatalkan angkatan', { code: cohortCodeSchema, reason }),
  /** Acts in the class, newest first, without values, which may be personal data. */
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
      /** For people who were trained already; without it they are refused, all of them named. */
      repeatReason: reason.nullable().default(null),
    },
    output<{ enrolled: number }>(),
  ),
  /** Removes a person from the list, while they have no mark. */
  unenrol: command('cohort.change', 'Mengeluarkan dari daftar kelas', { enrolmentId }),
  leave: command('cohort.change', 'Mencatat peserta keluar', {
    enrolmentId,
    afterDay: whole(0, 60),
    kind: z.enum(leaveKinds),
    reason,
  }),
  /** Reverts a leaving that was recorded by mistake. */
  rejoin: command('cohort.change', 'Membatalkan peserta keluar', { enrolmentId, reason }),
}
