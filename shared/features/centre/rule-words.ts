import { hundredths } from '../../kernel/number-format.ts'
import { type PredicateBand, type Rules, trainedWithinLabels } from './centre.ts'

// How rules read: on their page, where two people changed the same one, and in the history.

export const ruleLabels: Readonly<Record<keyof Rules, string>> = {
  minimumAttendance: 'Kehadiran paling sedikit',
  theoryWeight: 'Bobot teori',
  practiceWeight: 'Bobot praktik',
  passMark: 'Nilai lulus',
  unitsRequired: 'Tidak lulus bila ada unit wajib yang belum K',
  predicateBands: 'Predikat',
  minutesPerHour: 'Satu JP',
  reserveUntilDay: 'Cadangan naik sampai hari ke-',
  requiredCredentialKinds: 'Sertifikat BNSP yang wajib dimiliki instruktur',
  certificateTemplate: 'Pola nomor sertifikat',
  statementTemplate: 'Pola nomor surat keterangan',
  firstCertificateNumber: 'Nomor pertama sertifikat',
  firstStatementNumber: 'Nomor pertama surat keterangan',
  certificateBackSignedBy: 'Halaman belakang sertifikat ditandatangani',
  certificatePalette: 'Warna sertifikat',
  printPhoto: 'Cetak pas foto pada sertifikat',
  issueDaysAhead: 'Sertifikat boleh bertanggal sesudah hari ini',
  trainedWithin: 'Ikut pelatihan lagi perlu alasan bila sudah dilatih dalam',
  retentionYears: 'Data peserta disimpan sejak kelas terakhirnya selesai',
  absenceAlarm: 'Sebut peserta yang alpa berturut-turut',
  dataOfficer: 'Pejabat Pelindungan Data Pribadi',
  dataOfficerContact: 'Cara menghubunginya',
  lockAfter: 'Layar terkunci setelah',
  reopenByTwo: 'Membuka kembali hari yang ditutup disetujui orang kedua',
}

/** What stands behind a number, as in its field. */
export const ruleUnits = {
  minimumAttendance: ' %',
  theoryWeight: ' %',
  practiceWeight: ' %',
  minutesPerHour: ' menit',
  issueDaysAhead: ' hari',
  retentionYears: ' tahun',
  absenceAlarm: ' hari',
  lockAfter: ' menit',
} as const satisfies Partial<Record<keyof Rules, string>>

/** The words of rules that are chosen. */
export const ruleChoices = {
  requiredCredentialKinds: {
    TEKNIS: 'Sertifikat teknis sesuai kejuruan',
    METODOLOGI: 'Sertifikat metodologi pelatihan',
    ASESOR: 'Sertifikat asesor kompetensi',
  },
  certificateBackSignedBy: { instructor: 'Instruktur', head: 'Kepala balai' },
  certificatePalette: { berwarna: 'Berwarna', hitam: 'Hitam putih' },
  trainedWithin: trainedWithinLabels,
} as const satisfies Partial<Record<keyof Rules, Record<string, string>>>

const units: Readonly<Record<string, string>> = ruleUnits
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = ruleChoices

/** A rule in words; undefined where its value is read as it is. */
export function ruleWords(field: string, value: unknown): string | undefined {
  const [unit, chosen] = [units[field], choices[field]]
  if (typeof value === 'number' && unit !== undefined) return `${value}${unit}`
  if (typeof value === 'number' && field === 'passMark') return hundredths(value)
  if (typeof value === 'string' && chosen) return chosen[value]
  if (!Array.isArray(value)) return undefined
  if (chosen) return value.map(one => chosen[one] ?? one).join(', ')
  if (field !== 'predicateBands') return undefined
  return (value as PredicateBand[]).map(({ from, label }) => `${label} mulai ${hundredths(from)}`).join(', ')
}
