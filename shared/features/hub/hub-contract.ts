import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import { type BinaryFile, line } from '../../kernel/schema.ts'
import type { NoticeAnswer, TrainedElsewhere } from './notice.ts'

// The contract of the hub's own pages, separate from that of a centre: another host, other people, another database.

export const staffRoles = ['viewer', 'inspector', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]
export const staffRoleLabels: Record<StaffRole, string> = {
  viewer: 'Pemantau',
  inspector: 'Pemeriksa',
  admin: 'Admin Pusat',
}

export type StaffSession = {
  hub: string
  name: string
  office: string
  role: StaffRole
  /** 'Seluruh provinsi', 'Kota/kabupaten 3671' or the centre. */
  reach: string
  /** A password set by another person must be changed first. */
  mustChange: boolean
}

/** A count of people outside of their centre; null hides a count of 1 to 4. */
export type Guarded = number | null
export const fewestBeyond = 5

export type CentreSummary = {
  id: string
  name: string
  city: string
  regency: string
  running: number
  finished: number
  participants: Guarded
  graduates: Guarded
  /** Hundredths of a percent; null if a part is hidden or the divisor is 0. */
  share: number | null
  budget: number
  spent: number
  spentShare: number | null
  /** ISO 8601 in UTC; null before the first contact. */
  heardAt: string | null
  lateDays: number
  trouble: string | null
  revoked: boolean
}

export type Summary = {
  year: number
  years: number[]
  /** 'Provinsi Banten', 'Kota Tangerang' or the centre. */
  area: string
  asOf: string
  centres: CentreSummary[]
  participants: Guarded
  graduates: Guarded
  running: number
  finished: number
  budget: number
  spent: number
}

export type ClassRow = {
  centreId: string
  centre: string
  class: string
  title: string
  program: string
  trade: string
  source: string
  state: 'open' | 'decided'
  starts: string
  ends: string
  participants: Guarded
  graduates: Guarded
  left: Guarded
  days: number
  held: number
}

export type PlaceRow = {
  code: string
  village: string
  district: string
  participants: Guarded
  graduates: Guarded
}

export type ReportAnswer = {
  head: string[]
  rows: { keys: string[]; values: Guarded[] }[]
  total: Guarded[]
  hidden: boolean
}

/** An applicant of one centre who passed at another: a code instead of a name. */
export type ApplicationRow = {
  centreId: string
  application: string
  person: string
  appliesIn: string
  trainings: TrainedElsewhere[]
  toldAt: string | null
  toldBy: string | null
  answer: NoticeAnswer | null
}

const year = z.int().min(2000).max(2100)
const centre = z.uuid().nullable()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const reportQuestion = z.strictObject({
  measures: z.array(z.string().max(40)).min(1).max(6),
  by: z.array(z.string().max(20)).max(2),
  from: day,
  to: day,
  centreId: centre,
})
export type ReportQuestion = z.infer<typeof reportQuestion>

const password = z.string().min(12, { error: 'Sandi paling sedikit 12 huruf.' }).max(200)

export const hubPagesContract = {
  session: oc.output(type<{ hub: string; staff: StaffSession | null }>()),
  signIn: oc
    .input(z.strictObject({ name: line(100, 1), password: z.string().max(200), code: z.string().max(10) }))
    .output(type<{ problem: string | null }>()),
  signOut: oc.output(type<void>()),
  /** Secret of a new account for an authenticator app. */
  codeSecret: oc.output(type<{ secret: string; address: string }>()),
  /** Sets password and code of the own account. */
  settle: oc.input(z.strictObject({ password, code: z.string().max(10) })).output(type<{ problem: string | null }>()),
  summary: oc.input(z.strictObject({ year: year.nullable() })).output(type<Summary>()),
  classes: oc.input(z.strictObject({ year, centreId: centre })).output(type<ClassRow[]>()),
  places: oc.input(z.strictObject({ year, centreId: centre })).output(type<PlaceRow[]>()),
  measures: oc.output(
    type<{ measures: { key: string; label: string; by: string[] }[]; dimensions: { key: string; label: string }[] }>(),
  ),
  report: oc.input(reportQuestion).output(type<ReportAnswer>()),
  reportFile: oc
    .input(z.strictObject({ question: reportQuestion, format: z.enum(['xlsx', 'csv']) }))
    .output(type<BinaryFile>()),
  doubles: oc.output(
    type<
      {
        person: string
        trainings: { centre: string; class: string; program: string; ended: string; outcome: string }[]
      }[]
    >(),
  ),
  applications: oc.output(type<ApplicationRow[]>()),
  /** *Beri tahu*: the centre is notified beside its applicant, decides, and answers. */
  tell: oc.input(z.strictObject({ centreId: z.uuid(), application: z.string().regex(/^\d{1,15}$/) })),
  verify: oc.input(z.strictObject({ text: line(2000, 1) })).output(
    type<{
      status: string
      number: string
      name: string
      program: string
      centre: string
      issuedOn: string | null
      reason: string
    }>(),
  ),
  invite: oc
    .input(z.strictObject({ note: line(100, 1), centreId: centre }))
    .output(type<{ code: string; fingerprint: string }>()),
  staff: oc.output(
    type<
      {
        id: number
        name: string
        office: string
        role: StaffRole
        regency: string
        centre: string | null
        disabled: boolean
      }[]
    >(),
  ),
  /** Scope: the whole province, a city by its code, or one centre. */
  addStaff: oc
    .input(
      z
        .strictObject({
          name: line(100, 1),
          office: line(100, 1),
          role: z.enum(staffRoles),
          regency: z.string().regex(/^(\d{4})?$/, { error: 'Kode kota terdiri dari 4 angka.' }),
          centreId: centre,
        })
        .refine(({ role, centreId }) => role !== 'admin' || centreId === null, {
          path: ['role'],
          error: 'Akun satu balai tidak dapat menjadi Admin Pusat.',
        })
        .refine(({ regency, centreId }) => regency === '' || centreId === null, {
          path: ['regency'],
          error: 'Kosongkan kode kota untuk akun satu balai.',
        }),
    )
    .output(type<{ password: string }>()),
  /** Deactivates or activates an account; a signed-in person is signed out at the next call. */
  setStaff: oc.input(z.strictObject({ id: z.int(), disabled: z.boolean() })).output(type<void>()),
  /** A new first password for a person who forgot it or lost the phone with the codes. */
  resetStaff: oc.input(z.strictObject({ id: z.int() })).output(type<{ password: string }>()),
  /** Nothing more is accepted from this centre until it joins again with a new code. */
  revoke: oc.input(z.strictObject({ centreId: z.uuid() })).output(type<void>()),
}
export type HubPagesContract = typeof hubPagesContract
