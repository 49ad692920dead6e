import { longDate, type PlainDate, shortDay } from '../../kernel/plain-date.ts'

export const cohortErrors = {
  start_on_day_off: ({ date, reason, next }: { date: PlainDate; reason: string; next: PlainDate }) =>
    `${shortDay(date, { year: true })} libur (${reason}). Mulai paling cepat ${shortDay(next, { year: true })}.`,
  cohort_number_taken: ({ number, year }: { number: number; year: number }) =>
    `Angkatan ${number} tahun ${year} sudah ada untuk kejuruan ini. Pakai nomor lain.`,
  program_without_units: ({ title }: { title: string }) =>
    `Program “${title}” belum punya unit kompetensi. Isi kurikulumnya dulu.`,
  instructor_not_permitted: ({ name, n, date, why }: { name: string; n: number; date: PlainDate; why: string }) =>
    `${name} tidak boleh mengajar hari ke-${n} (${shortDay(date)}): ${why}.`,
  instructor_busy: ({ name, n, date, cohort }: { name: string; n: number; date: PlainDate; cohort: string }) =>
    `${name} mengajar ${cohort} pada hari ke-${n} (${shortDay(date)}). Pilih orang atau jam lain.`,
  instructor_away: ({ name, n, date, why }: { name: string; n: number; date: PlainDate; why: string }) =>
    `${name} tidak dapat mengajar hari ke-${n} (${shortDay(date)}): ${why}.`,
  override_not_needed: ({ name }: { name: string }) =>
    `${name} tidak memerlukan izin pada hari-hari itu: sertifikatnya berlaku atau izinnya sudah ada.`,
  room_busy: ({ name, n, date, cohort }: { name: string; n: number; date: PlainDate; cohort: string }) =>
    `${name} dipakai ${cohort} pada hari ke-${n} (${shortDay(date)}). Pilih ruang atau jam lain.`,
  trainee_busy: ({
    name,
    cohort,
    until,
    n,
    date,
  }: {
    name: string
    cohort: string
    until: PlainDate
    n: number
    date: PlainDate
  }) =>
    `${name} masih di kelas ${cohort} sampai ${shortDay(until)}; jamnya bertumpuk pada hari ke-${n} (${shortDay(date)}).`,
  cohort_cancelled: ({ cohort }: { cohort: string }) => `${cohort} sudah dibatalkan.`,
  cohort_has_held_days: ({ cohort, days }: { cohort: string; days: number }) =>
    `${cohort} sudah berjalan ${days} hari, jadi tidak dapat dipindah atau dibatalkan.`,
  day_held: ({ n }: { n: number }) => `Hari ke-${n} sudah dijalani. Jam dan pengajarnya tidak diubah lagi.`,
  already_enrolled: ({ name }: { name: string }) => `${name} sudah ada di kelas ini.`,
  /** People who were trained already; a reason allows it. */
  trained_already: ({ people }: { people: { name: string; cohort: string; start: PlainDate }[] }) =>
    `${formatTrained(people)} Tulis alasan mengapa ikut lagi.`,
  cohort_full: ({ limit }: { limit: number }) => `Kelas memuat paling banyak ${limit} orang.`,
  has_marks: ({ name }: { name: string }) => `${name} sudah punya tanda kehadiran. Catat sebagai mengundurkan diri.`,
  class_over: ({ cohort }: { cohort: string }) =>
    `Semua hari ${cohort} sudah dijalani, jadi pesertanya tidak bertambah lagi.`,
  marks_after_leaving: ({ name, n }: { name: string; n: number }) =>
    `${name} masih bertanda pada hari ke-${n}. Pilih hari terakhir yang lebih akhir atau kosongkan tandanya.`,
}

export const cohortEntities = {
  cohort: 'Angkatan',
  cohort_view: 'Data kelas',
  cohort_day: 'Jadwal',
  day: 'Hari pelatihan',
  enrolment: 'Peserta kelas',
  credential_override: 'Izin mengajar',
}

function formatTrained(people: readonly { name: string; cohort: string; start: PlainDate }[]): string {
  return people.map(({ name, cohort, start }) => `${name} sudah mengikuti ${cohort} (${longDate(start)}).`).join(' ')
}
