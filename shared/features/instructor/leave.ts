import { z } from 'zod'
import type { LeaveId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'

/** Days on which a person cannot teach, both included: leave, a course, illness. */
export const leaveDraft = z
  .strictObject({ from: plainDateSchema, until: plainDateSchema, reason: line(120, 1) })
  .refine(({ from, until }) => until >= from, { path: ['until'], error: 'Sampai tidak mendahului mulai.' })
export type LeaveDraft = z.infer<typeof leaveDraft>
export type Leave = LeaveDraft & { id: LeaveId }

export function leaveOn<Days extends Pick<LeaveDraft, 'from' | 'until'>>(
  leaves: readonly Days[],
  date: PlainDate,
): Days | undefined {
  return leaves.find(({ from, until }) => from <= date && date <= until)
}

/** 'berhalangan (Cuti tahunan)', for the end of a sentence about a day. */
export function formatLeave({ reason }: Pick<LeaveDraft, 'reason'>): string {
  return `berhalangan (${reason})`
}
