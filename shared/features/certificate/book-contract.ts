import { z } from 'zod'
import {
  type CertificateId,
  type CopyId,
  certificateId,
  cohortCodeSchema,
  copyId,
  officerId,
  type SetAsideId,
  type SignedFileId,
  setAsideId,
  signedFileId,
  type TraineeId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, paragraph, plainDateSchema, whole } from '../../kernel/schema.ts'
import { askingPassword, bySecondPerson, command, longTask, output, query, task } from '../../operation.ts'
import { type CertificateKind, type CertificateState, certificateKinds } from './contract.ts'
import type { VerificationStatus, VerificationWay } from './verification.ts'

/** reserved: for a paper written by hand · by_hand: such a paper was made · void: never used. */
export type BookState = CertificateState | 'reserved' | 'by_hand' | 'void'

/** A line of the register: every number ever assigned. */
export type BookRow = {
  certificateId: CertificateId | null
  setAsideId: SetAsideId | null
  kind: CertificateKind
  series: string
  year: number
  sequence: number
  number: string
  /** '' if nobody has the number. */
  name: string
  program: string
  /** Code of the class. */
  code: string | null
  issuedOn: PlainDate | null
  state: BookState
  collectedOn: PlainDate | null
  /** Why it is void, revoked, replaced or reserved; '' for a valid paper. */
  note: string
}

export type Counter = { kind: CertificateKind; series: string; next: string }

/** A paper with everything that happened to it. Times are 'YYYY-MM-DDTHH:MM:SS'. */
export type CertificateHistory = {
  id: CertificateId
  kind: CertificateKind
  number: string
  name: string
  program: string
  code: string
  issuedOn: PlainDate
  issuedAt: string
  issuedBy: string
  sha256: string
  /** Bytes. */
  size: number
  state: CertificateState
  cohortTitle: string
  traineeId: TraineeId
  /** Signatory. */
  signer: string
  /** Hundredths; null for a statement. */
  final: number | null
  predicate: string | null
  present: number
  planned: number
  /** 'Klasik versi 3'; '' for statements, and for papers made before designs were stored. */
  design: string
  revocation: { on: PlainDate; reason: string; by: string } | null
  /** From the first paper to the valid one; a single paper is a chain of one. */
  chain: { id: CertificateId; number: string; name: string; issuedOn: PlainDate; reason: string }[]
  /** The present name of the person, if the paper has another one. */
  nameNow: string | null
  copies: { id: CopyId; n: number; madeOn: PlainDate; recipient: string; reason: string; by: string; sha256: string }[]
  /** Checks of its validity with their results, newest first. */
  verifications: { at: string; by: string; how: VerificationWay; status: Exclude<VerificationStatus, 'unknown'> }[]
  prints: { at: string; by: string; how: 'printed' | 'saved'; copy: number | null }[]
  signedFiles: {
    id: SignedFileId
    name: string
    sha256: string
    beginsWithOurs: boolean
    at: string
    by: string
  }[]
}

const reason = paragraph(300, 5)
const replacement = z.strictObject({ id: certificateId, issuedOn: plainDateSchema, officerId })
const counterDraft = z.strictObject({
  kind: z.enum(certificateKinds),
  /** Code of the trade; '' if all share one counter. */
  series: z.string().regex(/^([A-Z]{2})?$/),
  /** The date whose month and year appear in the numbers. */
  date: plainDateSchema,
})

export const bookContract = {
  /** Newest year and number first; filtered by number, name, class or program. */
  list: query(
    'certificate.see',
    {
      search: line(100),
      kind: z.enum(certificateKinds).nullable(),
      limit: whole(1, 1000),
      offset: whole(0, 10_000_000),
    },
    output<{
      rows: BookRow[]
      total: number
      /** Numbers without a paper made by this program. */
      aside: number
    }>(),
  ),
  history: query(
    'certificate.see',
    z.union([z.strictObject({ id: certificateId }), z.strictObject({ number: line(100, 1) })]),
    output<CertificateHistory>(),
  ),
  /** Next number of each counter of the year. */
  counters: query(
    'certificate.see',
    { date: plainDateSchema },
    output<{ series: 'one' | 'trade'; counters: Counter[] }>(),
  ),
  chooseSeries: command('setting.change', 'Memilih cara nomor berjalan', { series: z.enum(['one', 'trade']) }),
  /** Reserves the next numbers for papers written by hand, and returns them. */
  reserve: command(
    'certificate.issue',
    'Mencadangkan nomor',
    counterDraft.extend({ count: whole(1, 200), reason }),
    output<{ first: string; last: string }>(),
  ),
  /** Records who got a paper written by hand. */
  recordByHand: command('certificate.issue', 'Mencatat surat tulisan tangan', {
    id: setAsideId,
    holder: line(100, 1),
    program: line(120),
    issuedOn: plainDateSchema,
  }),
  /** Voids a reserved number, or with null the next one of a counter, for a spoilt sheet. */
  voidNumber: command(
    'certificate.issue',
    'Membatalkan nomor',
    { id: setAsideId.nullable(), counter: counterDraft.nullable(), reason },
    output<{ number: string }>(),
  ),
  revoke: askingPassword(
    bySecondPerson(
      'revoke',
      command(
        'certificate.revoke',
        'Mencabut sertifikat',
        { id: certificateId, revokedOn: plainDateSchema, reason },
        output<{ number: string }>(),
      ),
    ),
  ),
  /** Open problems of a paper that would replace another one, as text. */
  replacementChecks: query('certificate.issue', replacement, output<{ red: string[] }>()),
  /** Issues a new paper with its own number and present data in place of an old one. */
  replace: askingPassword(
    task(
      'certificate.issue',
      'Mengganti sertifikat',
      replacement.extend({
        reason,
        /** Reason for all red checks; with null no check may be red. */
        exception: paragraph(500, 10).nullable().default(null),
      }),
      output<{ id: CertificateId; number: string; name: string }>(),
    ),
  ),
  /** A duplicate stamped SALINAN ke-n; returns its file. */
  makeCopy: task(
    'certificate.print',
    'Membuat salinan sertifikat',
    { id: certificateId, recipient: line(100, 1), reason },
    output<{ id: CopyId; n: number; file: BinaryFile }>(),
  ),
  copyFile: task('certificate.print', 'Membuka salinan sertifikat', { id: copyId }, output<BinaryFile>()),
  /** Records that the page has printed or saved the file. */
  recordPrint: command('certificate.print', 'Mencetak sertifikat', {
    ids: z.array(certificateId).min(1).max(400),
    copyId: copyId.nullable(),
    how: z.enum(['printed', 'saved']),
  }),
  /** The same for all valid papers of a class. */
  recordCohortPrint: command('certificate.print', 'Mencetak sertifikat satu kelas', {
    code: cohortCodeSchema,
    kind: z.enum(certificateKinds),
    how: z.enum(['printed', 'saved']),
  }),
  /** A ZIP with one file a person as issued; with `merged` also one file for the printer. */
  cohortFiles: longTask(
    'certificate.print',
    'Menyimpan berkas sertifikat per orang',
    { code: cohortCodeSchema, kind: z.enum(certificateKinds), merged: z.boolean() },
    output<BinaryFile>(),
  ),
  /** Stores the paper with an electronic signature as it came back. */
  attachSigned: task(
    'certificate.issue',
    'Menyimpan berkas bertanda tangan elektronik',
    { id: certificateId, file: z.file() },
    output<{ id: SignedFileId; beginsWithOurs: boolean }>(),
  ),
  signedFile: task(
    'certificate.print',
    'Membuka berkas bertanda tangan elektronik',
    { id: signedFileId },
    output<BinaryFile>(),
  ),
}
