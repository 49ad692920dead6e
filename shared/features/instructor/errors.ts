import { type PlainDate, shortDay } from '../../kernel/plain-date.ts'

export const instructorErrors = {
  teaches_on_leave: ({ name, cohort, n, date }: { name: string; cohort: string; n: number; date: PlainDate }) =>
    `${name} mengajar ${cohort} hari ke-${n} (${shortDay(date)}). Ganti pengajar hari itu dulu.`,
  leave_over: ({ until }: { until: PlainDate }) => `Masa ini sudah lewat (${shortDay(until)}) dan tetap tercatat.`,
  leave_begun: ({ from }: { from: PlainDate }) =>
    `Masa ini sudah berjalan sejak ${shortDay(from)}. Hanya tanggal selesainya yang dapat diubah.`,
  credential_in_use: ({ name, cohort, date }: { name: string; cohort: string; date: PlainDate }) =>
    `Tanpa sertifikat ini ${name} tidak sah mengajar ${cohort} pada ${shortDay(date)}. Ganti pengajar hari itu dulu.`,
}

export const instructorEntities = {
  instructor_payment: 'Data pembayaran instruktur',
  instructor: 'Instruktur',
  credential: 'Sertifikat BNSP',
  instructor_leave: 'Cuti instruktur',
}
