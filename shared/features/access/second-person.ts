import type { OperationGroup } from './access-matrix.ts'
import { type Role, roleNames } from './roles.ts'

/** What needs a second person, as soon as a second account exists. Operations name a rule by its key. */
export type SecondPersonRule = {
  /** Text on Pengguna & Peran. */
  readonly label: string
  /** The act as a noun, for the button: 'Setujui pencabutan 500.15/0008/BLK/IV/2023'. */
  readonly noun: string
  /** The right needed for the act, and so to request it. */
  readonly group: OperationGroup
  /** Roles that may approve, by the roles of the requester; never the requester. */
  readonly approvers: (asking: readonly Role[]) => readonly Role[]
  /** True: if nobody else may approve, a reason is enough. False: the act waits until somebody is appointed. */
  readonly aloneGoes: boolean
  /** Days between approval and act, during which it can be withdrawn; 0 is at once. */
  readonly waits: number
  /** Consequences of the act, shown before it is requested. */
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

/** Minutes in which the person who closed a day may reopen it alone. */
export const ownClosingFor = 2

/** 'Kepala', 'Pengelola pelatihan atau Kepala' */
export function formatApprovers(roles: readonly Role[]): string {
  return roles.map(role => roleNames[role]).join(' atau ')
}
