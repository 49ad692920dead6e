import type { OperatorId } from '../../ids.ts'
import { longDate, type PlainDate } from '../../kernel/plain-date.ts'
import { accessMatrix, type OperationGroup, partsOf } from './access-matrix.ts'
import { type Role, roleNames } from './roles.ts'
import { formatApprovers } from './second-person.ts'
import { type SecretKind, secretNames } from './secret.ts'

export const accessErrors = {
  sign_in_needed: () => 'Belum ada yang masuk di sini. Pilih nama Anda, lalu ketik PIN atau sandi.',
  desk_locked: () => 'Layar terkunci. Ketik PIN atau sandi Anda untuk melanjutkan.',
  secret_wrong: ({ kind, left }: { kind: SecretKind; left: number }) =>
    `${secretNames[kind]} salah. ${left} percobaan lagi sebelum menunggu.`,
  sign_in_waits: ({ kind, failures, seconds }: Waits) =>
    `${secretNames[kind]} salah ${failures} kali. Coba lagi dalam ${clockOf(seconds)}. Akun tidak diblokir.`,
  secret_must_change: ({ kind }: { kind: SecretKind }) =>
    `${secretNames[kind]} ini sekali pakai. Ganti dulu dengan milik Anda sendiri.`,
  secret_unchanged: ({ kind }: { kind: SecretKind }) =>
    `${secretNames[kind]} baru sama dengan yang lama. Pilih yang lain.`,
  once_over: ({ kind }: { kind: SecretKind }) =>
    `${secretNames[kind]} sekali pakai ini sudah lewat waktunya. Minta yang baru kepada Admin.`,
  pin_not_here: () => 'Komputer ini tidak dapat menyegel PIN. Pakai sandi, 12 huruf atau lebih.',
  account_disabled: ({ name, at, admins }: { name: string; at: string; admins: string[] }) =>
    `Akun ${name} dinonaktifkan ${longDate(at as PlainDate)}. ${admins.length > 0 ? `Hubungi Admin: ${admins.join(' atau ')}.` : 'Hubungi Admin.'}`,
  account_expired: ({ name, until }: { name: string; until: PlainDate }) =>
    `Masa akses ${name} berakhir ${longDate(until)}. Admin dapat memperpanjang.`,
  first_account_exists: () =>
    'Sudah ada akun di balai ini. Masuk dengan akun itu, atau minta Admin menambah nama Anda.',
  roles_conflict: ({ reason }: { reason: string }) => reason,
  last_admin: ({ name }: { name: string }) =>
    `${name} Admin satu-satunya. Beri peran Admin kepada orang lain dulu, supaya balai tidak terkunci.`,
  own_account: () => 'Ini akun Anda sendiri. Minta Admin lain melakukannya.',
  confirm_needed: ({ label }: { label: string }) => `${label}: ketik PIN atau sandi Anda sekali lagi.`,
  second_person_needed: ({ label, roles, approvers }: SecondPerson) =>
    `${label} perlu persetujuan ${formatApprovers(roles)}. ${
      approvers.length > 0
        ? `Minta ${approvers.map(({ name }) => name).join(' atau ')}.`
        : 'Belum ada orang lain yang memegang peran itu: minta Admin menunjuknya.'
    }`,
  second_person_asked: ({ approvers }: { approvers: string[] }) =>
    approvers.length > 0
      ? `Permintaan ada di Beranda ${approvers.join(' atau ')}. Belum ada yang berubah.`
      : 'Permintaan menunggu sampai Admin menunjuk orang yang boleh menyetujui. Belum ada yang berubah.',
  second_person_waits: ({ dueAt }: { dueAt: string }) =>
    `Disetujui. Dijalankan ${longDate(dueAt.slice(0, 10) as PlainDate)}; sampai saat itu dapat ditarik dari Beranda.`,
  own_request: ({ approvers }: { approvers: string[] }) =>
    `Permintaan ini dari Anda. Orang lain yang menyetujui: ${approvers.join(' atau ') || 'belum ada'}.`,
  request_settled: () => 'Permintaan ini sudah dijawab, ditarik, atau lewat waktunya. Tidak ada yang berubah.',
  not_approver: ({ roles }: { roles: Role[] }) => `Yang menyetujui permintaan ini: ${formatApprovers(roles)}.`,
  no_second_person: ({ operation }: { operation: string }) =>
    `“${operation}” tidak memerlukan orang kedua. Lakukan langsung, tanpa meminta persetujuan.`,
  not_own_class: () =>
    'Peran Anda membuka kelas Anda sendiri saja. Buka dari halaman kelasnya, atau minta Pengelola pelatihan.',
  names_hidden: () => 'Berkas ini memuat nama orang, yang tidak dibuka untuk peran Anda. Minta Kepala menunjukkannya.',
  not_allowed: ({ label, group, roles, holders }: Refused) => {
    const deed = label ?? `“${rowLabel(group)}”`
    const names = roles.length > 0 ? roles.map(role => roleNames[role]).join(' atau ') : 'tidak seorang pun'
    return `${deed} dilakukan ${names}. ${holders.length > 0 ? `Minta tolong ${holders.join(' atau ')}.` : 'Minta Admin memberi peran itu.'}`
  },
}

/** What needs a second person and why, and who that may be by role and name. `operation` is the refused one. */
type SecondPerson = {
  operation: string
  label: string
  /** The act as named on Pengguna & Peran. */
  title: string
  subject: string
  consequences: string[]
  roles: Role[]
  approvers: { id: OperatorId; name: string; kind: SecretKind }[]
}

/** A refused operation: its label and group, and who may, by role and by name. */
type Refused = { label: string | null; group: OperationGroup; roles: Role[]; holders: string[] }

function rowLabel(group: OperationGroup): string {
  const parts = partsOf(group)
  return parts === null ? '' : accessMatrix[parts.row].label
}

type Waits = { kind: SecretKind; failures: number; seconds: number }

/** '0.42' for seconds. */
function clockOf(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}.${String(whole % 60).padStart(2, '0')}`
}
