import { longDate, type PlainDate } from '../../kernel/plain-date.ts'

export const competenceErrors = {
  not_tested_yet: ({ name, date }: { name: string; date: PlainDate }) =>
    `Uji ${name} bertanggal ${longDate(date)}, yang belum tiba.`,
  not_trained: ({ name }: { name: string }) => `${name} sudah keluar dari kelas, jadi tidak diuji dari kelas ini.`,
  test_number_taken: ({ number, name }: { number: string; name: string }) =>
    `Nomor ${number} sudah tercatat atas nama ${name}. Periksa sertifikatnya.`,
}

export const competenceEntities = {
  competence_test: 'Uji BNSP',
}
