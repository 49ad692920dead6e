import { z } from 'zod'
import { type ConsentId, consentId, type TraineeId, traineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, nothing, plainDateSchema, reason } from '../../kernel/schema.ts'
import { askingPassword, bySecondPerson, command, output, query, task } from '../../operation.ts'
import type { PersonState } from '../trainee/contract.ts'
import { type ConsentDraft, consentDraft } from './consent.ts'
import type { AnonymityGround } from './retention.ts'

export type Freeze = {
  requestedOn: PlainDate
  reason: string
  at: string
  by: string
  thawed: { at: string; by: string; reason: string } | null
}
export type Consent = ConsentDraft & {
  id: ConsentId
  /** The scanned sheet. */
  fileId: number | null
  at: string
  by: string
  withdrawn: { on: PlainDate; at: string; by: string } | null
}
export type PersonRights = {
  state: PersonState
  /** Latest first; only the first one may still be active. */
  freezes: Freeze[]
  anonymised: { ground: 'RETENTION' | 'REQUEST'; at: string; by: string } | null
  consents: Consent[]
  anonymity: AnonymityGround
}

/** A changed field with old and new value as text. */
export type Correction = {
  at: string
  by: string
  /** '' if none was asked. */
  reason: string
  fields: { field: string; before: string; after: string }[]
}

export type DuePerson = {
  id: TraineeId
  name: string
  maskedNik: string
  /** The last class and its last day. */
  cohort: string
  end: PlainDate
  /** Day from which the data need not be kept. */
  since: PlainDate
}

/** Snapshots that still contain what is erased today. */
export type OldCopies = {
  count: number
  /** Day by which the last of them is deleted; null if there are none. */
  until: PlainDate | null
  /** Number of snapshots made before an update or restore, which only people delete. */
  lasting: number
}

const exportFormats = ['pdf', 'json'] as const

export const rightsContract = {
  get: query('rights.see', { id: traineeId }, output<PersonRights>()),
  corrections: query('rights.see', { id: traineeId }, output<Correction[]>()),
  /** All data about a person, at the person's request; recorded. */
  exportPerson: task(
    'rights.change',
    'Menyalin data peserta untuk orangnya',
    { id: traineeId, format: z.enum(exportFormats) },
    output<BinaryFile>(),
  ),
  freeze: command('rights.change', 'Membekukan data peserta', { id: traineeId, requestedOn: plainDateSchema, reason }),
  thaw: command('rights.change', 'Mencairkan data peserta', { id: traineeId, reason }),
  recordConsent: command(
    'rights.change',
    'Mencatat persetujuan',
    { id: traineeId, consent: consentDraft },
    output<{ consentId: ConsentId }>(),
  ),
  /** Also freezes the data. */
  withdrawConsent: command('rights.change', 'Mencatat penarikan persetujuan', {
    consentId,
    withdrawnOn: plainDateSchema,
  }),
  /** People whose data need not be kept any more. */
  due: query('rights.erase', nothing, output<DuePerson[]>()),
  oldCopies: task('rights.erase', 'Menghitung cadangan', nothing, output<OldCopies>()),
  /** All or none. A reason is required for people without a class to wait for. Cannot be undone. `left`: files that could not be deleted. */
  anonymise: askingPassword(
    bySecondPerson(
      'erase',
      task(
        'rights.erase',
        'Menganonimkan peserta',
        { ids: z.array(traineeId).min(1).max(500), reason: reason.nullable() },
        output<{ people: number; files: number; left: number }>(),
      ),
    ),
  ),
}
