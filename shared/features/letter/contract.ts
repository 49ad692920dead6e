import { z } from 'zod'
import { cohortLetterKeys } from '../../facts/paper-key.ts'
import { cohortCodeSchema } from '../../ids.ts'
import { type BinaryFile, nothing, whole } from '../../kernel/schema.ts'
import { type Joined, seenOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'
import type { Officer } from '../centre/contract.ts'
import { type CohortLetterDraft, cohortLetterDraft } from './cohort-letter.ts'
import { letterDraft } from './letter-draft.ts'
import type { LetterBody } from './letter-form.ts'
import { type LetterKey, letterKeys } from './letter-key.ts'

export type LetterVersion = {
  /** 0 is the built-in text. */
  version: number
  /** Wall time and author; null for version 0. */
  savedAt: string | null
  savedBy: string | null
  /** The restored version; null for edited text. */
  restoredFrom: number | null
}

export type LetterRow = { paper: LetterKey; title: string } & LetterVersion

const version = whole(0, 1_000_000)

export const letterContract = {
  /** All letters with editable text, with their present version. */
  list: query('setting.see', nothing, output<LetterRow[]>()),
  /** The present text and all versions, newest first; version 0 is last. */
  read: query(
    'setting.see',
    { paper: z.enum(letterKeys) },
    output<{ title: string; body: LetterBody; current: number; versions: LetterVersion[] }>(),
  ),
  version: query('setting.see', { paper: z.enum(letterKeys), version }, output<{ body: LetterBody }>()),
  /** Makes a new version. `basedOn` is the version that was read, so that a newer one is never overwritten unseen. */
  save: command(
    'setting.change',
    'Mengubah teks surat',
    { draft: letterDraft, basedOn: version },
    output<{ version: number }>(),
  ),
  /** Makes a new version with the text of an older one. */
  restore: command(
    'setting.change',
    'Mengembalikan teks surat',
    { paper: z.enum(letterKeys), version },
    output<{ version: number }>(),
  ),
  /** The letter of a class with unsaved text. */
  preview: task(
    'setting.see',
    'Melihat contoh surat',
    { draft: letterDraft, code: cohortCodeSchema, size: z.enum(paperSizes).nullable() },
    output<{ file: BinaryFile; warnings: string[] }>(),
  ),
  /** Number, date etc. of a letter of a class, with their defaults. */
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
