import { longDate, type PlainDate } from '../../kernel/plain-date.ts'

export const registrationErrors = {
  paper_waits: ({ words }: { words: string }) => words,
  registration_not_open: ({ date, opens, closes }: { date: PlainDate; opens: PlainDate; closes: PlainDate }) =>
    `${longDate(date)} di luar masa pendaftaran (${longDate(opens)} s.d. ${longDate(closes)}). Periksa tanggal daftarnya.`,
  registered_in_future: ({ date }: { date: PlainDate }) =>
    `${longDate(date)} belum tiba. Tanggal daftar paling lambat hari ini.`,
  applied_already: ({ name, registration }: { name: string; registration: string }) =>
    `${name} sudah terdaftar di ${registration}.`,
  applicant_has_results: ({ name }: { name: string }) =>
    `${name} sudah punya hasil seleksi. Catat sebagai mengundurkan diri.`,
  applicants_outside_window: ({ date, count }: { date: PlainDate; count: number }) =>
    `${count} orang mendaftar di luar masa ini, yang pertama ${longDate(date)}. Perpanjang masa pendaftarannya.`,
  class_of_other_program: ({ cohort, program }: { cohort: string; program: string }) =>
    `${cohort} bukan kelas program “${program}”. Pilih kelas program itu.`,
  stage_not_held: ({ stage }: { stage: string }) => `Pendaftaran ini tanpa tahap ${stage}. Tambahkan tahapnya dulu.`,
  not_a_tie: () => 'Urutan orang-orang ini sudah ditentukan aturan. Muat ulang halaman.',
  selection_decided: () => 'Hasil seleksi sudah ditetapkan. Buka kembali penetapan untuk mengubah.',
  selection_not_decided: () => 'Hasil seleksi belum ditetapkan.',
  selection_missing: ({ words }: { words: string[] }) => `Belum bisa ditetapkan: ${words.join(' · ')}.`,
  decree_in_future: ({ date }: { date: PlainDate }) =>
    `SK bertanggal ${longDate(date)} belum berlaku. Tetapkan pada hari itu.`,
  people_registered_again: ({ count }: { count: number }) =>
    `${count} orang sudah daftar ulang atau naik dari cadangan, jadi penetapan tidak dapat dibuka kembali.`,
  no_place: ({ name }: { name: string }) => `${name} tidak lulus seleksi, jadi tidak dapat daftar ulang.`,
  gave_up_already: ({ name }: { name: string }) => `${name} sudah mengundurkan diri.`,
  not_given_up: ({ name }: { name: string }) => `${name} tidak tercatat demikian. Muat ulang halaman.`,
  place_taken: ({ name, by }: { name: string; by: string }) => `Tempat ${name} sudah diisi ${by} dari cadangan.`,
  in_class_already: ({ name, cohort }: { name: string; cohort: string }) =>
    `${name} sudah di ${cohort}. Catat keluar lewat daftar peserta kelas.`,
  reason_wanted: () => 'Tulis alasannya.',
  nothing_vacant: () => 'Tidak ada tempat kosong.',
  reserve_too_late: ({ untilDay }: { untilDay: number }) =>
    `Cadangan naik hanya sampai hari ke-${untilDay}; kelas sudah lewat dari itu.`,
  other_reserve_first: ({ name, first }: { name: string; first: string }) =>
    `${first} lebih dulu dari ${name} di daftar cadangan. Catat dulu bila ia mengundurkan diri.`,
  nobody_registered_again: () => 'Belum ada yang daftar ulang dan menunggu kelas.',
}

export const registrationEntities = {
  registration: 'Pendaftaran',
  applicant: 'Pendaftar',
}
