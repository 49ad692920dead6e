import { fullDate, type PlainDate } from '../../kernel/plain-date.ts'

export const calendarErrors = {
  day_off_taken: ({ date, name }: { date: PlainDate; name: string }) =>
    `${fullDate(date)} sudah tercatat libur: ${name}. Ubah baris itu.`,
  table_unreadable: ({ file }: { file: string }) =>
    `Berkas “${file}” tidak terbaca. Pakai .xlsx, .csv atau .ics dengan kolom Tanggal, Jenis dan Nama.`,
  no_holiday_table: ({ years }: { years: number[] }) =>
    `Kalender ${years.join(' dan ')} belum ada. Isi kalender tahun itu dulu.`,
}

export const calendarEntities = {
  day_off: 'Hari libur',
  holiday_year: 'Kalender',
}
