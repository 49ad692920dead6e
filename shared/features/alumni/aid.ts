import { z } from 'zod'
import { enrolmentId } from '../../ids.ts'
import { mostRupiah } from '../../kernel/money.ts'
import { line, paragraph, plainDateSchema } from '../../kernel/schema.ts'
import { budgetYear } from '../activity/activity.ts'

/** Modal kerja for one person, whole rupiah. */
export const usualAid = 20_000_000

export const aidStates = ['PROPOSED', 'APPROVED', 'PAID', 'REJECTED', 'CANCELLED'] as const
export type AidState = (typeof aidStates)[number]

export const aidLabels: Record<AidState, string> = {
  PROPOSED: 'Diusulkan',
  APPROVED: 'Disetujui',
  PAID: 'Disalurkan',
  REJECTED: 'Ditolak',
  CANCELLED: 'Dibatalkan',
}

const steps: Record<AidState, readonly AidState[]> = {
  PROPOSED: ['APPROVED', 'REJECTED', 'CANCELLED'],
  APPROVED: ['PAID', 'CANCELLED'],
  // Paid back, or paid to the wrong person.
  PAID: ['CANCELLED'],
  REJECTED: [],
  CANCELLED: [],
}

export function nextStates(state: AidState): readonly AidState[] {
  return steps[state]
}

/** True if it counts as the one aid of its kelurahan and year. */
export function stands(state: AidState): boolean {
  return state !== 'REJECTED' && state !== 'CANCELLED'
}

export const aidDraft = z.strictObject({
  budgetYear,
  enrolmentId,
  amount: z
    .int({ error: 'Tulis rupiah bulat, seperti 20.000.000.' })
    .min(1, { error: 'Jumlah lebih dari nol.' })
    .max(mostRupiah),
  proposedOn: plainDateSchema,
})

export const aidStep = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('APPROVED'), on: plainDateSchema, number: line(80, 1) }),
  z.strictObject({ state: z.literal('PAID'), on: plainDateSchema, number: line(80, 1) }),
  z.strictObject({ state: z.literal('REJECTED'), on: plainDateSchema, reason: paragraph(300, 5) }),
  z.strictObject({ state: z.literal('CANCELLED'), on: plainDateSchema, reason: paragraph(300, 5) }),
])
export type AidStep = z.infer<typeof aidStep>
