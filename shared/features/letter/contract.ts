import { z } from 'zod'
import { cohortLetterKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import { nothing, whole } from '../../kernel/schema.ts'
import { type Joined, seenOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'
import type { Officer } from '../centre/contract.ts'
import { type CohortLetterDraft, cohortLetterDraft } from './cohort-letter.ts'
import { letterDraft } from './letter-draft.ts'
import type { LetterBody } from './letter-form.ts'
import { type LetterKey, letterKeys } from './letter-key.ts'

export type LetterVersion = {
  /** 0 for the words that the program brings along. */
  version: number
  /** Wall time, and who saved it; null for version 0. */
  savedAt: string | null
  savedBy: string | null
  /** The version whose words were put back; null for words that were written. */
  restoredFrom: number | null
}

export type LetterRow = { paper: LetterKey; title: string } & LetterVersion

const version = whole(0, 1_000_000)

export const letterContract = {
  /** Every letter whose words can be edited, with its present version. */
  list: query('setting.see', nothing, output<LetterRow[]>()),
  /** The present words and all versions, the newest first; version 0 is always the last. */
  read: query(
    'setting.see',
    { paper: z.enum(letterKeys) },
    output<{ title: string; body: LetterBody; current: number; versions: LetterVersion[] }>(),
  ),
  version: query('setting.see', { paper: z.enum(letterKeys), version }, output<{ body: LetterBody }>()),
  /** Makes a new version; older ones stay. `basedOn` is the version that was read: a newer one is never overwritten unseen. */
  save: command(
    'setting.change',
    'Mengubah teks surat',
    { draft: letterDraft, basedOn: version },
    output<{ version: number }>(),
  ),
  /** Makes a new version with the words of an older one. */
  restore: command(
    'setting.change',
    'Mengembalikan teks surat',
    { paper: z.enum(letterKeys), version },
    output<{ version: number }>(),
  ),
  /** The letter of a class with words that are not saved yet. */
  preview: task(
    'setting.see',
    'Melihat contoh surat',
    { draft: letterDraft, code: cohortCodeSchema, size: z.enum(paperSizes).nullable() },
    output<{ file: BinaryFile; warnings: string[] }>(),
  ),
  /** Number, date and so on of a letter of a class, with what stands for them while nothing is typed. */
  ofCohort: query(
    'paper.see',
    { code: cohortCodeSchema, paper: z.enum(cohortLetterKeys) },
    output<{ values: CohortLetterDraft; usual: CohortLetterDraft; officers: Officer[] }>(),
  ),
  saveOfCohort: command(
    'paper.change',
    'Mengisi nomor dan tanggal surat',
    {
      code: cohortCodeSchema,
      paper: z.enum(cohortLetterKeys),
      values: cohortLetterDraft,
      ...seenOf(cohortLetterDraft),
    },
    output<Joined>(),
  ),
}
