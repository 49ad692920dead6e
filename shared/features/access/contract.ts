import { z } from 'zod'
import {
  type ApprovalRequestId,
  approvalRequestId,
  type InstructorId,
  instructorId,
  type OperatorId,
  operatorId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing, plainDateSchema, reason } from '../../kernel/schema.ts'
import { askingPassword, bySecondPerson, command, output, query, task } from '../../operation.ts'
import { type Role, roles } from './roles.ts'
import { type SecretKind, secretDraft, typedSecret } from './secret.ts'

/** A person who can sign in, as shown before sign-in. */
export type Account = {
  id: OperatorId
  name: string
  roles: Role[]
  /** Kind of secret. */
  kind: SecretKind
}

export type AccessStatus = {
  /** The centre as shown before sign-in. */
  centre: string
  government: string
  /** Monday to Friday; `off` is the name of a day off. */
  week: { date: PlainDate; off: string | null }[]
  accounts: Account[]
  /** Who signed in last at this computer. */
  last: OperatorId | null
  /** Whether this computer allows a PIN. */
  pins: boolean
  /** Minutes without input until the screen locks. */
  lockAfter: number
}

/** A session of the same person at another desk. `since`: wall time, 'YYYY-MM-DDTHH:MM'. */
export type Elsewhere = { desk: string; since: string }

export type PersonRow = {
  id: OperatorId
  name: string
  nip: string
  roles: Role[]
  instructorId: InstructorId | null
  validUntil: PlainDate | null
  kind: SecretKind | null
  secretSetAt: string | null
  lastSignIn: { at: string; desk: string } | null
  /** Where the person is working now. */
  here: string | null
  disabled: { at: string; by: string } | null
}

export const personDraft = z
  .strictObject({
    name: line(100, 1),
    nip: z.string().regex(/^(\d{18})?$/, { error: 'NIP terdiri atas 18 angka; boleh kosong.' }),
    roles: z.array(z.enum(roles)).min(1, { error: 'Pilih paling sedikit satu peran.' }).max(6),
    /** The instructor of this account, for the role of instructor. */
    instructorId: instructorId.nullable().default(null),
    validUntil: plainDateSchema.nullable().default(null),
  })
  .superRefine(({ roles: held, validUntil }, context) => {
    if (held.includes('inspector') && validUntil === null)
      context.addIssue({ code: 'custom', path: ['validUntil'], message: 'Pemeriksa harus punya tanggal akhir.' })
  })
export type PersonDraft = z.infer<typeof personDraft>

/** A request for approval by a second person, with its result. */
export type ApprovalRequest = {
  id: ApprovalRequestId
  /** Label of the act: 'Cabut sertifikat'. */
  label: string
  /** What is approved, for the button: 'pencabutan 0008'. */
  actAsNoun: string
  /** Subject: '500.15/0008/BLK/IV/2023, Tuti Rahayu'. */
  subject: string
  reason: string
  askedBy: string
  askedAt: string
  answerBy: PlainDate
  state: 'WAITING' | 'APPROVED' | 'DONE' | 'REJECTED' | 'WITHDRAWN' | 'FAILED' | 'EXPIRED'
  /** Who may approve, by role and by name; empty once answered. */
  roles: Role[]
  approvers: string[]
  decidedBy: string | null
  decidedAt: string | null
  /** Why it was rejected or failed. */
  note: string
  /** When it is carried out, if it waits after the approval. */
  dueAt: string | null
  /** Requested by the person who asks for the list. */
  own: boolean
  /** That person may approve or reject it. */
  mayDecide: boolean
  /** That person may still withdraw it. */
  mayWithdraw: boolean
}

/** Result of an approval: the output of the operation, or the time at which it will be carried out. */
export type Approved = { output: unknown; dueAt: string | null }

export const accessContract = {
  status: task('open', 'Membaca siapa yang dapat masuk', nothing, output<AccessStatus>()),
  /** Creates the first account, with all roles; only while there is none. */
  makeFirst: task(
    'open',
    'Membuat akun pertama',
    { name: line(100, 1), secret: secretDraft },
    output<{ id: OperatorId }>(),
  ),
  /** Also unlocks a locked screen, and changes to another person. */
  signIn: task('open', 'Masuk', { id: operatorId, secret: typedSecret }),
  /** Ends one's own session at the desk with this name. */
  signOutElsewhere: task('everyone', 'Mengeluarkan diri dari meja lain', { desk: line(40, 1) }),
  lock: task('open', 'Mengunci layar', nothing),
  /** Types the secret again before an act that cannot be undone; valid for some minutes. */
  confirm: task('everyone', 'Mengetik sandi lagi', { secret: typedSecret }),
  changeSecret: task('everyone', 'Mengganti PIN atau sandi', { current: typedSecret, next: secretDraft }),
  people: task('admin.see', 'Melihat pengguna', nothing, output<PersonRow[]>()),
  /** Making somebody Admin needs a second person. */
  save: bySecondPerson(
    'makeAdmin',
    command(
      'admin.change',
      'Menyimpan pengguna',
      { id: operatorId.nullable(), person: personDraft },
      output<{ id: OperatorId }>(),
    ),
  ),
  /** Makes a secret for a single use, to be printed or told. */
  giveTemporarySecret: task(
    'admin.change',
    'Memberi sandi sekali pakai',
    { id: operatorId },
    output<{ kind: SecretKind; secret: string; until: string }>(),
  ),
  /** Pending and recent requests that concern the person. */
  requests: query('everyone', nothing, output<ApprovalRequest[]>()),
  /** Sends a request to those who may approve; nothing is done yet. */
  ask: command(
    'everyone',
    'Meminta persetujuan',
    { operation: line(60, 1), input: z.json(), reason },
    output<{ id: ApprovalRequestId; approvers: string[] }>(),
  ),
  /** Approves a request, and carries it out in the name of both. */
  approve: askingPassword(task('everyone', 'Menyetujui permintaan', { id: approvalRequestId }, output<Approved>())),
  /** The same on the requester's screen: the approver types the secret there. */
  approveHere: task(
    'everyone',
    'Menyetujui permintaan di tempat',
    { operation: line(60, 1), input: z.json(), reason, approver: operatorId, secret: typedSecret },
    output<Approved>(),
  ),
  reject: command('everyone', 'Menolak permintaan', { id: approvalRequestId, reason }),
  /** Withdraws a request; possible after approval until it is carried out. */
  withdraw: command('everyone', 'Menarik permintaan', { id: approvalRequestId }),
  /** Carries out approved requests whose waiting time is over; called by the program itself. */
  carryOutDue: task('admin.change', 'Menjalankan yang disetujui', nothing, output<{ done: number; failed: number }>()),
  disable: command('admin.change', 'Menonaktifkan pengguna', { id: operatorId }),
  enable: command('admin.change', 'Mengaktifkan pengguna', { id: operatorId }),
}
