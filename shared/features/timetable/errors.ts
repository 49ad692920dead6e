import { type PlainDate, shortDay } from '../../kernel/plain-date.ts'

export const timetableErrors = {
  timetable_changed: () => 'Jam pelajaran baru saja berubah. Lihat susunannya yang baru, lalu ulangi.',
  practice_before_theory: ({ unit }: { unit: string }) =>
    `Praktik “${unit}” tidak mendahului teorinya. Pindahkan teorinya dulu.`,
  teaching_in_prayer: ({ date }: { date: PlainDate }) =>
    `Jam hari Jumat (${shortDay(date)}) mengenai salat Jumat. Istirahatnya harus mencakup 11.30 s.d. 13.00.`,
  clock_past_midnight: () => 'Jam pelajaran melewati tengah malam. Mulai lebih pagi atau kurangi menit per JP.',
  not_teaching: ({ name, n }: { name: string; n: number }) => `${name} tidak mengajar hari ke-${n}.`,
}

export const timetableEntities = {
  timetable: 'Jam pelajaran',
  cohort_clock: 'Jam kelas',
}
