import { z } from 'zod'
import { type ConsentId, consentId, type TraineeId, traineeId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { nothing, plainDateSchema, reason } from '../../kernel/schema.ts'
import { bySecondPerson, command, output, query, task } from '../../operation.ts'
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
  /** The signed sheet, once it was scanned. */
  fileId: number | null
  at: string
  by: string
  withdrawn: { on: PlainDate; at: string; by: string } | null
}
export type PersonRights = {
  state: PersonState
  /** The latest first; all of them but the first are thawed. */
  freezes: Freeze[]
  anonymised: { ground: 'RETENTION' | 'REQUEST'; at: string; by: string } | null
  consents: Consent[]
  anonymity: AnonymityGround
}

/** One field that was changed, as words: what it said, what it says. */
export type Correction = {
  at: string
  by: string
  /** Why; '' where nobody asked. */
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
  /** Since when nothing keeps the data. */
  since: PlainDate
}

/** Snapshots that still hold what is erased today. */
export type OldCopies = {
  count: number
  /** The day by which the last of them is gone, null where there are none that go. */
  until: PlainDate | null
  /** Made before an update or a restore: nobody deletes them but people. */
  lasting: number
}

const exportFormats = ['pdf', 'json'] as const

export const rightsContract = {
  get: query('rights.see', { id: traineeId }, output<PersonRights>()),
  corrections: query('rights.see', { id: traineeId }, output<Correction[]>()),
  /** Everything that is held about one person, for this person; it is written down. */
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
  /** Freezes the data in the same act. */
  withdrawConsent: command('rights.change', 'Mencatat penarikan persetujuan', {
    consentId,
    withdrawnOn: plainDateSchema,
  }),
  /** Whose data nothing keeps any more. */
  due: query('rights.erase', nothing, output<DuePerson[]>()),
  oldCopies: task('rights.erase', 'Menghitung cadangan', nothing, output<OldCopies>()),
  /** All of them or nobody. The reason is asked for who has no class to wait for. It cannot be taken back. `left`: files that could not be deleted. */
  anonymise: bySecondPerson(
    'erase',
    task(
      'rights.erase',
      'Menganonimkan peserta',
      { ids: z.array(traineeId).min(1).max(500), reason: reason.nullable() },
      output<{ people: number; files: number; left: number }>(),
    ),
  ),
}
