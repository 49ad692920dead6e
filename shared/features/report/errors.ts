import { longDate, type PlainDate } from '../../kernel/plain-date.ts'
import { rolesWith } from '../access/access-matrix.ts'
import { formatRoles } from '../access/roles.ts'
import { fewestShown } from './dimension.ts'

export const reportErrors = {
  report_number_taken: ({ number, title, settledOn }: { number: string; title: string; settledOn: PlainDate }) =>
    `Nomor ${number} sudah dipakai “${title}” yang ditetapkan ${longDate(settledOn)}. Pakai nomor lain.`,
  report_not_over: ({ until }: { until: PlainDate }) =>
    `Periodenya baru berakhir ${longDate(until)}. Tetapkan sesudah itu, atau pilih periode sampai hari ini.`,
  restricted_people: () =>
    'Daftar ini menurut desil atau keluarga stunting. Hanya petugas yang boleh membuka data terbatas yang melihat orangnya.',
  money_hidden: () => `Angka dana hanya untuk ${formatRoles(rolesWith('money.see'))}. Mintalah kepada salah satunya.`,
  few_people: () =>
    `Sel ini kurang dari ${fewestShown} orang dan memakai data terbatas, jadi daftarnya tidak ditampilkan.`,
}

export const reportEntities = {
  report: 'Laporan',
  saved_report: 'Laporan tersimpan',
}
