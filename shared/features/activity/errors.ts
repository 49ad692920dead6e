import { rupiah } from '../../kernel/money.ts'
import { longDate, type PlainDate, shortDay } from '../../kernel/plain-date.ts'

export const activityErrors = {
  activity_number_taken: ({ number, year, title }: { number: number; year: number; title: string }) =>
    `Kegiatan nomor ${number} tahun ${year} sudah ada: ${title}. Pakai nomor lain.`,
  class_without_activity: ({ cohort, year }: { cohort: string; year: number }) =>
    `Pilih kegiatan ${year} yang membiayai ${cohort}. Belum ada yang cocok: buat dulu di Kegiatan & Dana.`,
  activity_of_other_year: ({
    activity,
    year,
    cohort,
    start,
  }: {
    activity: string
    year: number
    cohort: string
    start: PlainDate
  }) =>
    `${cohort} mulai ${shortDay(start, { year: true })}, sedangkan “${activity}” milik tahun anggaran ${year}. Pilih kegiatan tahun ${start.slice(0, 4)}.`,
  activity_year_in_use: ({
    activity,
    year,
    cohorts,
    entries,
  }: {
    activity: string
    year: number
    cohorts: number
    entries: number
  }) =>
    `Tahun anggaran “${activity}” tetap ${year}, karena sudah dipakai ${cohorts} kelas dan ${entries} catatan realisasi.`,
  spending_outside_year: ({ date, year }: { date: PlainDate; year: number }) =>
    `${longDate(date)} di luar tahun anggaran ${year}. Periksa tanggalnya.`,
  plan_over_budget: ({ activity, planned, budget }: { activity: string; planned: number; budget: number }) =>
    `Rencana serapan “${activity}” ${rupiah(planned)} melebihi pagunya, ${rupiah(budget)}. Kurangi salah satu bulan.`,
  spending_reversed_already: ({ description }: { description: string }) =>
    `“${description}” sudah dibatalkan. Muat ulang halaman.`,
  evidence_of_reversal: ({ description }: { description: string }) =>
    `“${description}” adalah pembatalan. Buktinya ada pada catatan yang dibatalkan.`,
  reversal_not_reversible: ({ description }: { description: string }) =>
    `“${description}” adalah pembatalan. Catat realisasinya kembali sebagai baris baru.`,
}

export const activityEntities = {
  activity: 'Kegiatan',
  spending: 'Realisasi',
}
