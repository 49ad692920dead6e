import { z } from 'zod'
import { keysOf } from '../../kernel/keys-of.ts'
import { plainDateSchema } from '../../kernel/schema.ts'
import { ageBands } from '../report/dimension.ts'
import { noticeAnswers } from './notice.ts'

/**
 * Everything that is sent to the hub: a fact has one of these forms and nothing else. There is no field for NIK, family card, address, phone, birth
 * date, health, bank account or evidence; names only in certificates. A new field needs a new version of its topic, never change the meaning of an
 * old one; docs/hub.md explains why each field is sent.
 */

const text = (max: number) => z.string().max(max)
const count = z.int().min(0)
const year = z.int().min(2000).max(2100)
const date = plainDateSchema
const dateOrNone = z.union([plainDateSchema, z.literal('')])
const yes = z.union([z.literal(0), z.literal(1)])
/** Row id at the centre, meaningless elsewhere. */
const local = z.int().min(0)
const code = text(60)
const trade = text(4)
const source = text(20)
const account = text(60)
const rupiah = z.int().min(-9_999_999_999_999).max(9_999_999_999_999)
const village = z.string().regex(/^(\d{10})?$/)
const sex = z.enum(['L', 'P'])
const outcome = z.enum(['running', 'passed', 'failed', 'withdrawn', 'expelled'])
const answer = z.enum(['', 'EMPLOYED', 'SELF_EMPLOYED', 'STUDYING', 'NOT_WORKING', 'HOMEMAKING', 'UNREACHED'])
const target = z.enum(['EXTREME_POOR', 'POOR', 'GENERAL'])
/** HMAC-SHA-256 of the NIK with the key of the province, which the hub does not have. */
const person = z.string().regex(/^[0-9a-f]{64}$/)

const forms = {
  centre: {
    1: z.strictObject({
      name: text(200),
      city: text(100),
      regency: z.string().regex(/^\d{4}$/),
      government: text(200),
      countedBy: z.enum(['panel', 'end', 'start']),
      passBase: z.enum(['decree', 'finished']),
    }),
  },
  signingKey: {
    1: z.strictObject({
      id: z.string().regex(/^[0-9a-f]{8}$/),
      publicKey: z.string().regex(/^[0-9a-f]{64}$/),
      retiredAt: text(19),
    }),
  },
  class: {
    1: z.strictObject({
      year,
      class: code,
      number: count,
      trade,
      program: text(200),
      title: text(200),
      source,
      activity: local,
      account,
      state: z.enum(['open', 'decided']),
      cancelled: yes,
      starts: date,
      ends: date,
      panelDay: dateOrNone,
      hours: count,
      days: count,
      instructor: local,
    }),
  },
  day: {
    1: z.strictObject({
      year,
      class: code,
      n: count,
      date,
      hours: count,
      closed: yes,
      present: count,
      late: count,
      sick: count,
      excused: count,
      absent: count,
    }),
  },
  enrolment: {
    1: z.strictObject({
      year,
      class: code,
      trainee: local,
      person: z.union([person, z.literal('')]),
      keyId: z.string().regex(/^([0-9a-f]{8})?$/),
      sex,
      age: z.literal(ageBands.map(band => band.from)),
      outcome,
      certificate: yes,
      statement: yes,
      test: z.enum(['', 'K', 'BK']),
      status3: answer,
      status6: answer,
      status12: answer,
      relevant3: yes,
      relevant6: yes,
      relevant12: yes,
      latest: answer,
    }),
  },
  place: {
    1: z.strictObject({ year, class: code, village, target, poor: yes, extremePoor: yes, outcome, n: count }),
  },
  applicants: {
    1: z.strictObject({
      year,
      registration: local,
      class: z.union([code, z.literal('')]),
      trade,
      program: text(200),
      closes: date,
      sex,
      target,
      n: count,
    }),
  },
  /** An applicant of an open selection, for "sudah lulus di balai lain". Only if a province key exists. */
  application: {
    1: z.strictObject({
      registration: local,
      title: text(200),
      trade,
      person,
      keyId: z.string().regex(/^[0-9a-f]{8}$/),
    }),
  },
  /** Decision of a centre about a notice; its reason is not sent. */
  noticeAnswer: {
    1: z.strictObject({ answer: z.enum(noticeAnswers), answeredOn: date }),
  },
  lesson: {
    1: z.strictObject({
      year,
      class: code,
      n: count,
      date,
      instructor: local,
      kind: z.enum(['theory', 'practice']),
      hours: count,
    }),
  },
  certificate: {
    1: z.strictObject({
      year,
      number: text(120),
      kind: z.enum(['certificate', 'statement']),
      name: text(100),
      class: code,
      program: text(200),
      issuedOn: date,
      state: z.enum(['holds', 'replaced', 'revoked']),
      stateOn: dateOrNone,
      replacedBy: text(120),
      collected: yes,
      record: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  },
  activity: {
    1: z.strictObject({
      year,
      activity: local,
      number: count,
      title: text(300),
      source,
      trade,
      account,
      budget: rupiah,
      plannedClasses: count,
      plannedPeople: count,
    }),
  },
  spending: {
    1: z.strictObject({ year, activity: local, source, trade, date, account, amount: rupiah, entries: count }),
  },
  aid: {
    1: z.strictObject({
      year,
      class: code,
      village,
      state: z.enum(['PROPOSED', 'APPROVED', 'PAID', 'REJECTED', 'CANCELLED']),
      date,
      amount: rupiah,
    }),
  },
  credential: {
    1: z.strictObject({
      instructor: local,
      number: text(120),
      kind: z.enum(['TEKNIS', 'METODOLOGI', 'ASESOR']),
      scheme: text(300),
      trades: text(60),
      issued: date,
      validUntil: date,
      verified: yes,
    }),
  },
} as const

export type Topic = keyof typeof forms
export const topics = keysOf(forms)
type Versions<Name extends Topic> = keyof (typeof forms)[Name]
export type Body<Name extends Topic> = z.infer<(typeof forms)[Name][Versions<Name> & 1]>

/** Version in which facts of a topic are written. Hubs also read the two before. */
export const newestVersion: Readonly<Record<Topic, number>> = Object.fromEntries(
  topics.map(topic => [topic, Math.max(...Object.keys(forms[topic]).map(Number))]),
) as Record<Topic, number>

function isTopic(name: string): name is Topic {
  return topics.some(topic => topic === name)
}

/** The schema of a body; undefined for an unknown topic or version. */
export function formOf(topic: string, v: number): z.ZodObject | undefined {
  return isTopic(topic) ? (forms[topic] as Readonly<Record<number, z.ZodObject>>)[v] : undefined
}
