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
import { bySecondPerson, command, output, query, task } from '../../operation.ts'
import { type Role, roles } from './roles.ts'
import { type SecretKind, secretDraft, typedSecret } from './secret.ts'

/** Somebody who can sign in: what stands on the page before anybody has. */
export type Account = {
  id: OperatorId
  name: string
  roles: Role[]
  /** What the person signs in with. */
  kind: SecretKind
}

export type AccessStatus = {
  /** The centre and its owner, as they stand on the page before anybody has signed in. */
  centre: string
  government: string
  /** Monday to Friday; `off` names why nobody is trained. */
  week: { date: PlainDate; off: string | null }[]
  accounts: Account[]
  /** Who signed in last at this place. */
  last: OperatorId | null
  /** Whether a PIN can be given on this computer. */
  pins: boolean
  /** Minutes without a key after which the screen is locked. */
  lockAfter: number
}

export type SignedIn = {
  /** The PIN or password was given by somebody else, and must be changed before anything else. */
  mustChange: boolean
  /** The time before this one. */
  previous: { at: string; desk: string } | null
}

export type PersonRow = {
  id: OperatorId
  name: string
  nip: string
  roles: Role[]
  instructorId: InstructorId | null
  validUntil: PlainDate | null
  kind: SecretKind | null
  secretSetAt: string | null
  /** Until when a PIN or password given by another person is good. */
  onceUntil: string | null
  lastSignIn: { at: string; desk: string } | null
  /** Where the person is at work now. */
  here: string | null
  disabled: { at: string; by: string } | null
}

export const personDraft = z
  .strictObject({
    name: line(100, 1),
    nip: z.string().regex(/^(\d{18})?$/, { error: 'NIP terdiri atas 18 angka; boleh kosong.' }),
    roles: z.array(z.enum(roles)).min(1, { error: 'Pilih paling sedikit satu peran.' }).max(6),
    /** The instructor that the person is, where the role is that of one. */
    instructorId: instructorId.nullable().default(null),
    validUntil: plainDateSchema.nullable().default(null),
  })
  .superRefine(({ roles: held, validUntil }, context) => {
    if (held.includes('inspector') && validUntil === null)
      context.addIssue({ code: 'custom', path: ['validUntil'], message: 'Pemeriksa harus punya tanggal akhir.' })
  })
export type PersonDraft = z.infer<typeof personDraft>

/** An act that waits for a second person, or what became of it. */
export type ApprovalRequest = {
  id: ApprovalRequestId
  /** What the act is called: 'Cabut sertifikat'. */
  label: string
  /** What is agreed to, on the button: 'pencabutan 0008'. */
  agreeing: string
  /** What it is about: '500.15/0008/BLK/IV/2023, Tuti Rahayu'. */
  subject: string
  reason: string
  askedBy: string
  askedAt: string
  answerBy: PlainDate
  state: 'WAITING' | 'APPROVED' | 'DONE' | 'REJECTED' | 'WITHDRAWN' | 'FAILED' | 'EXPIRED'
  /** Who may agree, by role and by name; empty once it is answered. */
  roles: Role[]
  approvers: string[]
  decidedBy: string | null
  decidedAt: string | null
  /** Why it was rejected, or could not be done. */
  note: string
  /** From when on it is carried out, where it waits after the agreement. */
  dueAt: string | null
  /** Asked for by whoever looks. */
  own: boolean
  /** Whoever looks may agree or reject. */
  mayDecide: boolean
  /** Whoever looks may still call it back. */
  mayWithdraw: boolean
}

/** What an agreement brought: what the operation answers, or the moment from which on it will be carried out. */
export type Agreed = { output: unknown; dueAt: string | null }

export const accessContract = {
  status: task('open', 'Membaca siapa yang dapat masuk', nothing, output<AccessStatus>()),
  /** The first account of a centre, with all roles: only while nobody can sign in. */
  makeFirst: task(
    'open',
    'Membuat akun pertama',
    { name: line(100, 1), secret: secretDraft },
    output<{ id: OperatorId }>(),
  ),
  /** Also how a locked screen is opened, and how somebody else takes over. */
  signIn: task('open', 'Masuk', { id: operatorId, secret: typedSecret }, output<SignedIn>()),
  lock: task('open', 'Mengunci layar', nothing),
  /** The PIN or password once more, before what cannot be undone; good for some minutes. */
  confirm: task('everyone', 'Mengetik sandi lagi', { secret: typedSecret }),
  changeSecret: task('everyone', 'Mengganti PIN atau sandi', { current: typedSecret, next: secretDraft }),
  people: task('admin.see', 'Melihat pengguna', nothing, output<PersonRow[]>()),
  /** Another person agrees where it makes somebody Admin. */
  save: bySecondPerson(
    'makeAdmin',
    command(
      'admin.change',
      'Menyimpan pengguna',
      { id: operatorId.nullable(), person: personDraft },
      output<{ id: OperatorId }>(),
    ),
  ),
  /** A PIN or password for one use, printed on a slip or said to the person. */
  giveOnce: task(
    'admin.change',
    'Memberi sandi sekali pakai',
    { id: operatorId },
    output<{ kind: SecretKind; secret: string; until: string }>(),
  ),
  /** Acts that wait for a second person, and those of the last days, as far as they concern whoever looks. */
  requests: query('everyone', nothing, output<ApprovalRequest[]>()),
  /** Puts an act that needs a second person before those who may agree; nothing is done yet. */
  ask: command(
    'everyone',
    'Meminta persetujuan',
    { operation: line(60, 1), input: z.json(), reason },
    output<{ id: ApprovalRequestId; approvers: string[] }>(),
  ),
  /** Agrees, and carries it out in the name of both. */
  approve: task('everyone', 'Menyetujui permintaan', { id: approvalRequestId }, output<Agreed>()),
  /** The same by somebody who stands beside whoever asked, and types the own PIN or password here. */
  approveHere: task(
    'everyone',
    'Menyetujui permintaan di tempat',
    { operation: line(60, 1), input: z.json(), reason, approver: operatorId, secret: typedSecret },
    output<Agreed>(),
  ),
  reject: command('everyone', 'Menolak permintaan', { id: approvalRequestId, reason }),
  /** Takes a request back, also after it was agreed to, until it is carried out. */
  withdraw: command('everyone', 'Menarik permintaan', { id: approvalRequestId }),
  /** Carries out what was agreed to some days ago and not called back; the program calls it by itself. */
  carryOutDue: task('admin.change', 'Menjalankan yang disetujui', nothing, output<{ done: number; failed: number }>()),
  disable: command('admin.change', 'Menonaktifkan pengguna', { id: operatorId }),
  enable: command('admin.change', 'Mengaktifkan pengguna', { id: operatorId }),
}
