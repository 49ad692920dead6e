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
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, paragraph, plainDateSchema, whole } from '../../kernel/schema.ts'
import { bySecondPerson, command, output, query, task } from '../../operation.ts'
import { type CertificateKind, type CertificateState, certificateKinds } from './contract.ts'
import type { VerificationStatus, VerificationWay } from './verification.ts'

/** reserved: kept for a paper written by hand · by_hand: such a paper was made · void: nobody gets this number any more. */
export type BookState = CertificateState | 'reserved' | 'by_hand' | 'void'

/** A line of the book: every number that was ever given, whatever became of it. */
export type BookRow = {
  certificateId: CertificateId | null
  setAsideId: SetAsideId | null
  kind: CertificateKind
  series: string
  year: number
  sequence: number
  number: string
  /** '' where nobody has the number. */
  name: string
  program: string
  /** Code of the class. */
  code: string | null
  issuedOn: PlainDate | null
  state: BookState
  collectedOn: PlainDate | null
  /** Why it is void, revoked, replaced or kept, and by what; '' for a paper that holds. */
  note: string
}

export type Counter = { kind: CertificateKind; series: string; next: string }

/** A paper and all that happened to it. Moments are 'YYYY-MM-DDTHH:MM:SS'. */
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
  /** Who signed it. */
  signer: string
  /** Hundredths; null of a statement. */
  final: number | null
  predicate: string | null
  present: number
  planned: number
  /** 'Klasik versi 3'; '' for a paper from before designs were kept, and for statements. */
  design: string
  revocation: { on: PlainDate; reason: string; by: string } | null
  /** From the first paper to the one that holds; one paper alone is a chain of one. */
  chain: { id: CertificateId; number: string; name: string; issuedOn: PlainDate; reason: string }[]
  /** What the person's name is now, where the paper says another one. */
  nameNow: string | null
  copies: { id: CopyId; n: number; madeOn: PlainDate; recipient: string; reason: string; by: string; sha256: string }[]
  /** Who asked whether it holds, and what was answered; the newest first. */
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
  /** Code of the trade, '' where all share one counter. */
  series: z.string().regex(/^([A-Z]{2})?$/),
  /** Day whose month and year the numbers bear. */
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
    output<{ rows: BookRow[]; total: number /** Numbers without a paper out of this program. */; aside: number }>(),
  ),
  history: query(
    'certificate.see',
    z.union([z.strictObject({ id: certificateId }), z.strictObject({ number: line(100, 1) })]),
    output<CertificateHistory>(),
  ),
  /** How numbers run, and what every counter of the year would give next. */
  counters: query(
    'certificate.see',
    { date: plainDateSchema },
    output<{ series: 'one' | 'trade'; counters: Counter[] }>(),
  ),
  chooseSeries: command('setting.change', 'Memilih cara nomor berjalan', { series: z.enum(['one', 'trade']) }),
  /** The next numbers, for papers that are written by hand; answers them. */
  reserve: command(
    'certificate.issue',
    'Mencadangkan nomor',
    counterDraft.extend({ count: whole(1, 200), reason }),
    output<{ first: string; last: string }>(),
  ),
  /** Whom the paper written by hand was made for. */
  recordByHand: command('certificate.issue', 'Mencatat surat tulisan tangan', {
    id: setAsideId,
    holder: line(100, 1),
    program: line(120),
    issuedOn: plainDateSchema,
  }),
  /** A reserved number that nobody gets; with null the very next one of a counter, spoilt before a paper bore it. */
  voidNumber: command(
    'certificate.issue',
    'Membatalkan nomor',
    { id: setAsideId.nullable(), counter: counterDraft.nullable(), reason },
    output<{ number: string }>(),
  ),
  revoke: bySecondPerson(
    'revoke',
    command(
      'certificate.revoke',
      'Mencabut sertifikat',
      { id: certificateId, revokedOn: plainDateSchema, reason },
      output<{ number: string }>(),
    ),
  ),
  /** What is still wrong about the paper that would take the place of another one, in words. */
  replacementChecks: query('certificate.issue', replacement, output<{ red: string[] }>()),
  /** A new paper with a number of its own and the facts of today, which takes the place of an old one. */
  replace: task(
    'certificate.issue',
    'Mengganti sertifikat',
    replacement.extend({
      reason,
      /** Answers for every check that is red; with null nothing may be. */
      exception: paragraph(500, 10).nullable().default(null),
    }),
    output<{ id: CertificateId; number: string; name: string }>(),
  ),
  /** A duplicate stamped SALINAN ke-n; answers its file. */
  makeCopy: task(
    'certificate.print',
    'Membuat salinan sertifikat',
    { id: certificateId, recipient: line(100, 1), reason },
    output<{ id: CopyId; n: number; file: BinaryFile }>(),
  ),
  copyFile: task('certificate.print', 'Membuka salinan sertifikat', { id: copyId }, output<BinaryFile>()),
  /** The page has sent the bytes to a printer or into a file. */
  recordPrint: command('certificate.print', 'Mencetak sertifikat', {
    ids: z.array(certificateId).min(1).max(400),
    copyId: copyId.nullable(),
    how: z.enum(['printed', 'saved']),
  }),
  /** The same of all papers of a class that hold. */
  recordCohortPrint: command('certificate.print', 'Mencetak sertifikat satu kelas', {
    code: cohortCodeSchema,
    kind: z.enum(certificateKinds),
    how: z.enum(['printed', 'saved']),
  }),
  /** One file a person in a ZIP, each with the bytes of its day of issue; with `merged` also the one file for the printer. */
  cohortFiles: task(
    'certificate.print',
    'Menyimpan berkas sertifikat per orang',
    { code: cohortCodeSchema, kind: z.enum(certificateKinds), merged: z.boolean() },
    output<BinaryFile>(),
  ),
  /** Keeps the paper as it came back with an electronic signature. */
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
