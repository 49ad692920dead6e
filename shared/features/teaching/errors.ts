import { timeRange } from '../../kernel/time.ts'

export const teachingErrors = {
  teaching_closed: ({ n, by }: { n: number; by: string }) =>
    `Jam mengajar hari ke-${n} sudah ditutup ${by}. Perubahan memerlukan alasan.`,
  teaching_unplanned: ({ n }: { n: number }) => `Hari ke-${n} belum punya pengajar. Isi dulu siapa yang mengajar.`,
  lesson_over_hours: ({ n, hours }: { n: number; hours: number }) => `Hari ke-${n} hanya ${hours} JP.`,
  lesson_twice: ({ name, n, hour }: { name: string; n: number; hour: number }) =>
    `${name} tercatat dua kali pada JP ke-${hour} hari ke-${n}.`,
  lesson_unnamed: ({ n }: { n: number }) => `Hari ke-${n}: tanpa unit, tulis apa yang diajarkan.`,
  taught_elsewhere: ({ name, cohort, start, end }: { name: string; cohort: string; start: string; end: string }) =>
    `${name} tercatat mengajar ${cohort} pukul ${timeRange(start, end)} hari itu.`,
}

export const teachingEntities = {
  taught_day: 'Jam mengajar',
}
