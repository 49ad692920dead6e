import { z } from 'zod'
import type { Registration } from '../../../../shared/features/registration/contract.ts'
import {
  defaultQuota,
  defaultReserves,
  type Meeting,
  type Occasion,
  occasions,
  type RegistrationDraft,
  registrationDraft,
  type Stage,
} from '../../../../shared/features/registration/registration.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'

export type MeetingValues = { date: PlainDate | null; time: string; place: string }

/** Values of the form: every stage and event has its fields, whether it is held or not. */
export type RegistrationValues = Omit<RegistrationDraft, 'programId' | 'opens' | 'closes' | 'stages' | 'meetings'> & {
  programId: number | null
  opens: PlainDate | null
  closes: PlainDate | null
  administration: boolean
  test: boolean
  interview: boolean
  testWeight: number | null
  interviewWeight: number | null
  /** Hundredths; null for no limit. */
  testLimit: number | null
  interviewLimit: number | null
  meetings: Record<Occasion, MeetingValues>
}

const noMeeting: MeetingValues = { date: null, time: '', place: '' }

export function blankRegistration(today: PlainDate): RegistrationValues {
  return {
    title: '',
    programId: null,
    cohortCode: null,
    year: yearOf(today),
    opens: today,
    closes: null,
    quota: defaultQuota,
    reserves: defaultReserves,
    keptPlaces: 0,
    keptActivityId: null,
    administration: true,
    test: true,
    interview: true,
    testWeight: 60,
    interviewWeight: 40,
    testLimit: null,
    interviewLimit: null,
    meetings: { TEST: noMeeting, INTERVIEW: noMeeting, RE_REGISTRATION: noMeeting },
  }
}

export function valuesOf(registration: Registration): RegistrationValues {
  const { title, programId, cohortCode, year, opens, closes, quota, reserves, keptPlaces, keptActivityId } =
    registration
  const stage = (kind: Stage['kind']) => registration.stages.find(one => one.kind === kind)
  const meeting = (occasion: Occasion): MeetingValues =>
    registration.meetings.find(one => one.occasion === occasion) ?? noMeeting
  return {
    ...{ title, programId, cohortCode, year, opens, closes, quota, reserves, keptPlaces, keptActivityId },
    administration: stage('ADMINISTRATION') !== undefined,
    test: stage('TEST') !== undefined,
    interview: stage('INTERVIEW') !== undefined,
    testWeight: stage('TEST')?.weight ?? null,
    interviewWeight: stage('INTERVIEW')?.weight ?? null,
    testLimit: stage('TEST')?.passLimit ?? null,
    interviewLimit: stage('INTERVIEW')?.passLimit ?? null,
    meetings: {
      TEST: meeting('TEST'),
      INTERVIEW: meeting('INTERVIEW'),
      RE_REGISTRATION: meeting('RE_REGISTRATION'),
    },
  }
}

/** Converts the form to a draft. Incomplete parts are passed on, so that the schema reports what is missing. */
export function draftOfValues(values: RegistrationValues): unknown {
  const {
    administration,
    test,
    interview,
    testWeight,
    interviewWeight,
    testLimit,
    interviewLimit,
    meetings,
    ...figures
  } = values
  const both = test && interview
  return {
    ...figures,
    stages: [
      ...(administration ? [{ kind: 'ADMINISTRATION', weight: 0, passLimit: null }] : []),
      ...(test ? [{ kind: 'TEST', weight: both ? testWeight : 100, passLimit: testLimit }] : []),
      ...(interview ? [{ kind: 'INTERVIEW', weight: both ? interviewWeight : 100, passLimit: interviewLimit }] : []),
    ],
    meetings: occasions.flatMap(occasion => {
      const { date, time, place } = meetings[occasion]
      return date === null && time === '' && place.trim() === '' ? [] : [{ occasion, date, time, place }]
    }) satisfies (Omit<Meeting, 'date'> & { date: PlainDate | null })[],
  }
}

export const registrationForm: z.ZodType<RegistrationDraft> = z
  .custom<RegistrationValues>(value => typeof value === 'object' && value !== null && 'administration' in value)
  .transform(draftOfValues)
  .pipe(registrationDraft) as unknown as z.ZodType<RegistrationDraft>
