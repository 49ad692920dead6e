import { z } from 'zod'
import { type InstructorId, instructorId, type OperatorId, operatorId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing, plainDateSchema } from '../../kernel/schema.ts'
import { command, output, task } from '../../operation.ts'
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
  save: command(
    'admin.change',
    'Menyimpan pengguna',
    { id: operatorId.nullable(), person: personDraft },
    output<{ id: OperatorId }>(),
  ),
  /** A PIN or password for one use, printed on a slip or said to the person. */
  giveOnce: task(
    'admin.change',
    'Memberi sandi sekali pakai',
    { id: operatorId },
    output<{ kind: SecretKind; secret: string; until: string }>(),
  ),
  disable: command('admin.change', 'Menonaktifkan pengguna', { id: operatorId }),
  enable: command('admin.change', 'Mengaktifkan pengguna', { id: operatorId }),
}
