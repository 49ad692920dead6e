import type { OperationGroup } from './access-matrix.ts'
import { type Role, roleNames } from './roles.ts'

/** What one person may not do alone, once a second one has an account. An operation of the contract names its rule by the key. */
export type SecondPersonRule = {
  /** As the table of Pengguna & Peran says it. */
  readonly label: string
  /** The act as a thing, as whoever agrees reads it on the button: 'Setujui pencabutan 500.15/0008/BLK/IV/2023'. */
  readonly noun: string
  /** Who may do it at all, and so ask. */
  readonly group: OperationGroup
  /** Who may agree, by what the asking person is. Never the asking person. */
  readonly approvers: (asking: readonly Role[]) => readonly Role[]
  /** Where nobody else may agree a reason is enough; elsewhere the act waits until somebody is appointed. */
  readonly aloneGoes: boolean
  /** Days between the agreement and the act, in which it can be called back; 0 for at once. */
  readonly waits: number
  /** What the act brings about, to be read before it is asked for. */
  readonly consequences: readonly string[]
}

const head: SecondPersonRule['approvers'] = () => ['head']

export const secondPersonRules = {
  revoke: {
    label: 'Cabut sertifikat',
    noun: 'pencabutan',
    group: 'certificate.revoke',
    approvers: head,
    aloneGoes: false,
    waits: 0,
    consequences: [
      'Pemeriksaan QR akan menjawab dicabut, beserta tanggalnya',
      'Nomornya tidak dipakai lagi',
      'Berkas aslinya tetap tersimpan, tidak dapat dicetak',
    ],
  },
  reopen: {
    label: 'Buka hari tertutup',
    noun: 'pembukaan',
    group: 'attendance.reopen',
    approvers: asking => (asking.includes('training') ? ['training', 'head'] : ['training']),
    aloneGoes: true,
    waits: 0,
    consequences: [
      'Tanda hadir hari itu dapat diubah lagi',
      'Daftar hadir yang sudah dicetak mungkin tidak cocok lagi',
    ],
  },
  erase: {
    label: 'Hapus data orang',
    noun: 'penghapusan data',
    group: 'rights.erase',
    approvers: head,
    aloneGoes: false,
    waits: 3,
    consequences: [
      'Nama, NIK, alamat, dan berkasnya dihapus untuk selamanya',
      'Dijalankan 3 hari sesudah disetujui; sampai saat itu dapat ditarik',
    ],
  },
  makeAdmin: {
    label: 'Beri peran Admin',
    noun: 'peran Admin',
    group: 'admin.change',
    approvers: head,
    aloneGoes: false,
    waits: 0,
    consequences: ['Orang itu dapat mengatur sandi, meja, dan cadangan semua orang'],
  },
} as const satisfies Record<string, SecondPersonRule>

export type SecondPersonKey = keyof typeof secondPersonRules

/** Days in which a request can be answered. */
export const requestDays = 7

/** Minutes in which whoever closed a day may take that back alone. */
export const ownClosingFor = 2

/** 'Kepala', 'Pengelola pelatihan atau Kepala' */
export function approverWords(roles: readonly Role[]): string {
  return roles.map(role => roleNames[role]).join(' atau ')
}
