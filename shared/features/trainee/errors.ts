import { longDate, type PlainDate } from '../../kernel/plain-date.ts'

export const traineeErrors = {
  nik_coming_in: () => 'NIK ini sedang masuk lewat impor daftar. Tunggu sebentar, lalu simpan lagi.',
  nik_taken: ({ name }: { name: string; traineeId: number }) => `NIK ini milik ${name}, sudah terdaftar.`,
  data_in_future: ({ date }: { date: PlainDate }) =>
    `Tanggal data ${longDate(date)} belum tiba. Tulis tanggal pada cetakan datanya.`,
  born_in_future: ({ name, date }: { name: string; date: PlainDate }) =>
    `Tanggal lahir ${name}, ${longDate(date)}, belum tiba. Periksa tahunnya.`,
  person_frozen: ({ name, since }: { name: string; since: PlainDate }) =>
    `Data ${name} dibekukan sejak ${longDate(since)}: disimpan, tetapi tidak dipakai. Cairkan dulu di halaman pesertanya.`,
  person_anonymised: () => 'Peserta ini sudah dianonimkan. Datanya tidak dapat diubah atau dipakai lagi.',
  /** Thrown by a trigger, which does not know the name. */
  person_closed: () =>
    'Data peserta ini dibekukan atau sudah dianonimkan, jadi tidak ada yang diubah. Lihat halaman pesertanya.',
}

export const traineeEntities = {
  trainee: 'Peserta',
  trainee_view: 'Data peserta',
  trainee_restricted: 'Data terbatas peserta',
  trainee_photo: 'Pas foto peserta',
  trainee_file: 'Berkas peserta',
  target_evidence: 'Bukti sasaran peserta',
}
