import { z } from 'zod'
import { paragraph } from '../../kernel/schema.ts'

/** Laws cited in decrees about training (Mengingat), one a line; the office adds its own. */
const builtInLaws = [
  'Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023;',
  'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023;',
  'Peraturan Pemerintah Nomor 31 Tahun 2006 tentang Sistem Pelatihan Kerja Nasional;',
  'Peraturan Presiden Nomor 68 Tahun 2022 tentang Revitalisasi Pendidikan Vokasi dan Pelatihan Vokasi;',
  'Peraturan Menteri Tenaga Kerja dan Transmigrasi Nomor 8 Tahun 2014 tentang Pedoman Penyelenggaraan Pelatihan Berbasis Kompetensi;',
  'Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020 tentang Pedoman Teknis Pengelolaan Keuangan Daerah;',
].join('\n')

/** Differences of this office's papers. */
export const paperRules = z.strictObject({
  /** Columns of receipts. */
  bankColumn: z.boolean(),
  taxColumns: z.boolean(),
  /** Whether transport money is taxed as a payment to participants. */
  transportTaxed: z.boolean(),
  /** Which sum is written in words: net, or before tax. */
  inWords: z.enum(['net', 'gross']),
  /** Prints names with degrees. */
  decreeDegrees: z.boolean(),
  letterDegrees: z.boolean(),
  certificateDegrees: z.boolean(),
  /** Prints the decree as SALINAN, with the statement that it equals the original. */
  decreeCopy: z.boolean(),
  /** Lists show the full NIK and RAHASIA; otherwise the NIK is masked. */
  fullNik: z.boolean(),
  /** Prints the predicate on the front of certificates. */
  predicate: z.boolean(),
  /** Mengingat of decrees, one a line; {perda_apbd}, {perwal_apbd} and {nomor_dpa} are taken from the line of the budget year. */
  laws: paragraph(6000),
  /** 'tahun | Perda APBD | Perwal penjabaran | nomor DPA', one year a line. */
  budgetLaws: paragraph(3000),
})
export type PaperRules = z.infer<typeof paperRules>

export const paperRuleLabels: Readonly<Record<keyof PaperRules, string>> = {
  bankColumn: 'Kolom bank dan nomor rekening',
  taxColumns: 'Kolom PPh 21 dan jumlah bersih',
  transportTaxed: 'Uang transport peserta kena PPh 21',
  inWords: 'Terbilang',
  decreeDegrees: 'Gelar pada keputusan',
  letterDegrees: 'Gelar pada surat dan berita acara',
  certificateDegrees: 'Gelar pada sertifikat',
  decreeCopy: 'Cetak keputusan sebagai SALINAN',
  fullNik: 'NIK lengkap pada daftar peserta',
  predicate: 'Predikat di halaman depan sertifikat',
  laws: 'Peraturan',
  budgetLaws: 'APBD dan DPA menurut tahun',
}
export const inWordsLabels: Readonly<Record<PaperRules['inWords'], string>> = {
  net: 'Jumlah bersih',
  gross: 'Jumlah kotor',
}

export const usualPaperRules: PaperRules = {
  bankColumn: true,
  taxColumns: false,
  transportTaxed: false,
  inWords: 'net',
  decreeDegrees: false,
  letterDegrees: true,
  certificateDegrees: true,
  decreeCopy: false,
  fullNik: false,
  predicate: true,
  laws: builtInLaws,
  budgetLaws: '',
}

/** The laws of a budget year; '' if not entered. */
export function budgetLawsOf({ budgetLaws }: PaperRules, year: number): { perda: string; perwal: string; dpa: string } {
  const line = budgetLaws.split('\n').find(one => one.trim().startsWith(String(year))) ?? ''
  const [, perda = '', perwal = '', dpa = ''] = line.split('|').map(part => part.trim())
  return { perda, perwal, dpa }
}

/** The rule about dana insentif fiskal of the budget year, as cited in decrees. */
export function incentiveLaw(year: number): string {
  if (year <= 2023)
    return 'Peraturan Menteri Keuangan Nomor 67 Tahun 2023 tentang Insentif Fiskal untuk Penghargaan Kinerja Tahun Berjalan;'
  if (year === 2024)
    return 'Peraturan Menteri Keuangan Nomor 43 Tahun 2024 tentang Insentif Fiskal Tahun Anggaran 2024 untuk Penghargaan Kinerja Tahun Berjalan;'
  return 'Peraturan Menteri Keuangan Nomor 91 Tahun 2024 tentang Insentif Fiskal;'
}
