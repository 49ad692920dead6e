import { longDate, type PlainDate } from '../../kernel/plain-date.ts'

export const duplicateErrors = {
  both_in_class: ({ cohort }: { cohort: string }) =>
    `Keduanya terdaftar di ${cohort}, jadi tidak dapat digabung. Keluarkan salah satunya dari kelas itu dulu.`,
  both_have_aid: ({ years }: { years: number[] }) =>
    `Keduanya punya modal kerja (tahun ${years.join(' dan ')}), padahal seorang mendapatnya sekali. Batalkan salah satunya dulu.`,
  both_in_registration: ({ registration }: { registration: string }) =>
    `Keduanya mendaftar di ${registration}, jadi tidak dapat digabung. Hapus salah satunya dari pendaftaran itu dulu.`,
  /** A certificate was issued with a name and birth date that the choice would change. */
  certificate_says: ({ number, name, birthDate }: { number: string; name: string; birthDate: PlainDate }) =>
    `${number} sudah terbit atas nama ${name}, lahir ${longDate(birthDate)}. Pilih nama dan tanggal lahir itu.`,
  certificate_since_merge: ({ number, name }: { number: string; name: string }) =>
    `${number} terbit atas nama ${name} sesudah digabung, jadi keduanya tidak dapat dipisahkan lagi.`,
  evidence_used_since_merge: ({ cohort }: { cohort: string }) =>
    `Bukti sasaran yang ikut digabung sudah dipakai untuk ${cohort}, jadi keduanya tidak dapat dipisahkan lagi.`,
  merged_later: ({ name }: { name: string }) => `Sesudah itu ${name} ikut digabung. Pisahkan yang terakhir dulu.`,
  nik_taken_since_merge: ({ name }: { name: string }) =>
    `NIK sebelum digabung sekarang dipakai ${name}. Betulkan NIK itu dulu.`,
}

export const duplicateEntities = {
  trainee_merge: 'Penggabungan peserta',
  merge: 'Penggabungan',
  different_people: 'Bukan orang yang sama, peserta',
}
