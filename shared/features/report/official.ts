import { keysOf } from '../../kernel/keys-of.ts'

type OfficialReport = {
  title: string
  /** Recipient, in a few words. */
  what: string
  /** Contains names: a working list that is never settled, because erased data would remain in it. */
  named?: true
  /** A table for other systems, described in docs/exports.md: column names never change. */
  data?: true
  /** Contains money, which not every role may see. */
  money?: true
}

/** Reports by key. Keys are used in file names and never change. */
const declared = {
  'realisasi-dif': {
    title: 'Realisasi dan Keluaran Dana Insentif Fiskal',
    what: 'DIF per kegiatan dan sumber: pagu, realisasi, angkatan, peserta, hasil',
    money: true,
  },
  'realisasi-dana': {
    title: 'Realisasi dan Keluaran per Kegiatan',
    what: 'semua sumber dana per kegiatan',
    money: true,
  },
  'realisasi-rekening': {
    title: 'Realisasi per Kode Rekening',
    what: 'pagu dan pembayaran per kode rekening',
    money: true,
  },
  'serapan-bulanan': {
    title: 'Rencana dan Serapan Dana per Bulan',
    what: 'rencana, pembayaran, dan kumulatifnya tiap bulan',
    money: true,
  },
  'rekap-pelatihan': {
    title: 'Rekap Pelatihan per Kejuruan',
    what: 'laporan bulanan, triwulan, semester, dan tahunan ke Dinas',
  },
  'rekap-kelas': { title: 'Rekap Pelatihan per Angkatan', what: 'satu baris tiap angkatan' },
  sasaran: {
    title: 'Peserta menurut Sasaran',
    what: 'miskin, miskin ekstrem, keluarga stunting, desil (1 paling miskin)',
  },
  kelurahan: { title: 'Peserta per Kelurahan', what: 'termasuk kelurahan tanpa peserta' },
  kecamatan: { title: 'Peserta per Kecamatan', what: 'peserta, sasaran, dan hasil' },
  'profil-peserta': { title: 'Profil Peserta', what: 'jenis kelamin, usia, pendidikan' },
  indikator: { title: 'Indikator Kinerja Pelatihan', what: 'serapan, kelulusan, penempatan, sertifikasi, jam' },
  instruktur: { title: 'Instruktur dan Jam Mengajar', what: 'JP yang benar-benar diajarkan' },
  kehadiran: { title: 'Kehadiran Peserta per Angkatan', what: 'hadir, sakit, izin, alpa' },
  sertifikat: { title: 'Sertifikat yang Diterbitkan', what: 'terbit, sah, diganti, dicabut, diambil' },
  tracer: { title: 'Penelusuran Lulusan 3, 6, dan 12 Bulan', what: 'kabar lulusan dan penempatannya' },
  'modal-kerja': {
    title: 'Modal Kerja bagi Lulusan',
    what: 'usulan, persetujuan, dan penyaluran per kecamatan',
    money: true,
  },
  'penerima-manfaat': {
    title: 'Penerima Manfaat menurut Nama dan Alamat',
    what: 'satu baris tiap orang (BNBA), NIK disamarkan',
    named: true,
  },
  'data-peserta': { title: 'Data Peserta', what: 'satu baris tiap orang dan angkatan', named: true, data: true },
  'data-kelas': { title: 'Data Angkatan', what: 'satu baris tiap angkatan', named: true, data: true },
  'data-hasil': {
    title: 'Data Hasil Pelatihan',
    what: 'nilai, kehadiran, keputusan, sertifikat',
    named: true,
    data: true,
  },
  'data-instruktur': {
    title: 'Data Instruktur',
    what: 'instruktur, sertifikat BNSP, jam mengajar',
    named: true,
    data: true,
  },
  'data-penempatan': {
    title: 'Data Penempatan Lulusan',
    what: 'kabar pada 3, 6, dan 12 bulan',
    named: true,
    data: true,
  },
} as const satisfies Record<string, OfficialReport>

export type ReportKey = keyof typeof declared
export const officialReports: Readonly<Record<ReportKey, OfficialReport>> = declared
export const reportKeys = keysOf(officialReports)

export function isReportKey(text: unknown): text is ReportKey {
  return reportKeys.some(key => key === text)
}

type NamedKey = { [Key in ReportKey]: (typeof declared)[Key] extends { named: true } ? Key : never }[ReportKey]
export type FigureKey = Exclude<ReportKey, NamedKey>

export function isNamed(key: ReportKey): key is NamedKey {
  return officialReports[key].named === true
}

export const namedKeys = reportKeys.filter(isNamed)
export const figureKeys = reportKeys.filter((key): key is FigureKey => !isNamed(key))
