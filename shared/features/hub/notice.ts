import { z } from 'zod'
import type { ApplicantId, RegistrationId } from '../../ids.ts'
import { reason, whole } from '../../kernel/schema.ts'

/** Answers of a centre to a notice. */
export const noticeAnswers = ['allowed', 'declined'] as const
export type NoticeAnswer = (typeof noticeAnswers)[number]
export const noticeAnswerLabels: Record<NoticeAnswer, string> = { allowed: 'boleh', declined: 'tidak boleh' }

/** Training elsewhere as the hub reports it, without name and NIK. */
export const trainedElsewhere = z.object({
  centre: z.string().max(200),
  city: z.string().max(100),
  trade: z.string().max(4),
  program: z.string().max(200),
  year: z.int(),
  ended: z.string().max(10),
  outcome: z.string().max(20),
})
export type TrainedElsewhere = z.infer<typeof trainedElsewhere>

/** Notices of the hub for one centre, numbered upwards; `application` is the row id of the applicant there. */
export const noticesSchema = z.array(
  z.object({
    n: z.int().min(1),
    application: z.string().regex(/^\d{1,15}$/),
    toldAt: z.iso.datetime(),
    trainings: z.array(trainedElsewhere).max(50),
  }),
)
export const mostNotices = 200

/** Notices after a known number. */
export const noticesRequest = z.strictObject({ after: z.int().min(0) })

/** A notice as shown beside its applicant. */
export type Notice = {
  n: number
  applicantId: ApplicantId
  registrationId: RegistrationId
  toldAt: string
  trainings: TrainedElsewhere[]
  answer: NoticeAnswer | null
  reason: string
  answeredOn: string | null
  answeredBy: string | null
}

export const noticeAnswerDraft = { n: whole(1, Number.MAX_SAFE_INTEGER), answer: z.enum(noticeAnswers), reason }
