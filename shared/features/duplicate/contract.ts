import { z } from 'zod'
import type { DomainErrorData } from '../../domain-error.ts'
import { type MergeId, mergeId, type TraineeId, traineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { nothing, whole } from '../../kernel/schema.ts'
import { command, opening, output, query } from '../../operation.ts'
import type { Trainee } from '../trainee/contract.ts'
import { mergeFieldNames } from '../trainee/merge-fields.ts'
import type { TwinReason } from '../trainee/name/likeness.ts'

/** `likely`: probably one person; `near`: only the NIKs are similar; `different`: decided to be two people. */
export const duplicateViews = ['likely', 'near', 'different'] as const
export type DuplicateView = (typeof duplicateViews)[number]

export type DuplicateSide = {
  id: TraineeId
  name: string
  maskedNik: string
  birthDate: PlainDate
  village: string | null
  classes: number
}
export type DuplicatePair = {
  first: DuplicateSide
  second: DuplicateSide
  reasons: TwinReason[]
  /** Who decided that they are two people, and when. */
  decided: { at: string; by: string } | null
}
export type MergeRow = {
  id: MergeId
  survivor: { id: TraineeId; name: string; maskedNik: string }
  away: { name: string }
  /** The NIK that was not kept, masked. */
  otherNik: string
  at: string
  by: string
}
export type DuplicateCounts = Record<DuplicateView, number> & { merged: number }

/** Two people side by side, without restricted data. */
export type Comparison = {
  first: Trainee
  second: Trainee
  reasons: TwinReason[]
  decided: { at: string; by: string } | null
  /** Why they cannot be merged at all; null if they can. */
  obstacle: DomainErrorData | null
}

const pair = z
  .strictObject({ firstId: traineeId, secondId: traineeId })
  .refine(({ firstId, secondId }) => firstId !== secondId, { error: 'Pilih dua orang yang berbeda.' })

export const duplicateContract = {
  counts: query('trainee.see', nothing, output<DuplicateCounts>()),
  list: query(
    'trainee.change',
    { view: z.enum(duplicateViews), limit: whole(1, 1000), offset: whole(0, 10_000_000) },
    output<DuplicatePair[]>(),
  ),
  merges: query('trainee.change', { limit: whole(1, 1000), offset: whole(0, 10_000_000) }, output<MergeRow[]>()),
  compare: opening('trainee.change', 'Membandingkan dua peserta', pair, output<Comparison>()),
  /** Merges two rows. `taken`: fields taken from the removed person; all others are those of the survivor. */
  merge: command(
    'trainee.change',
    'Menggabung dua peserta',
    z
      .strictObject({
        survivorId: traineeId,
        awayId: traineeId,
        taken: z.array(z.enum(mergeFieldNames)).max(mergeFieldNames.length),
      })
      .refine(({ survivorId, awayId }) => survivorId !== awayId, { error: 'Pilih dua orang yang berbeda.' }),
    output<{ mergeId: MergeId }>(),
  ),
  /** Undoes a merge: both as they were, each with what belonged to them. */
  split: command(
    'trainee.change',
    'Memisahkan peserta yang digabung',
    { mergeId },
    output<{ survivorId: TraineeId; awayId: TraineeId }>(),
  ),
  /** "Bukan orang yang sama" */
  setDifferent: command('trainee.change', 'Mencatat bukan orang yang sama', pair),
  undoDifferent: command('trainee.change', 'Membatalkan bukan orang yang sama', pair),
}
