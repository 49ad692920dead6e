import { keysOf } from '../../kernel/keys-of.ts'
import type { FactColumn, FactKey } from './fact.ts'

type Unit = 'orang' | 'kelas' | 'JP' | 'orang-JP' | 'hari' | 'Rp' | 'lembar' | 'kegiatan' | 'catatan' | 'orang-hari'

/**
 * One figure and the only place that says what it is: rows of a fact that fulfil all conditions, or the sum of a column of them, or how
 * many different values a column has (then the parts may add to more than the whole).
 */
export type Measure = {
  label: string
  unit: Unit
  fact: FactKey
  sum?: FactColumn
  distinct?: FactColumn
  where?: Partial<Record<FactColumn, readonly (string | number)[]>>
  /** Only graduates whose turn at that month has come. */
  due?: 3 | 6 | 12 | 'any'
  /** How it is counted, for the foot of reports and the page. */
  definition: string
}

const working = ['EMPLOYED', 'SELF_EMPLOYED']
const answered = ['EMPLOYED', 'SELF_EMPLOYED', 'STUDYING', 'NOT_WORKING', 'HOMEMAKING']
const passed = { outcome: ['passed'] }
const here = ['H', 'T']

/** The eight lines of the tracer at one month, and what is reckoned from them. */
function tracerOf<Month extends 3 | 6 | 12>(month: Month) {
  const status = `status${month}` as const
  const relevant = `relevant${month}` as const
  const line = (
    label: string,
    statuses: readonly string[],
    definition: string,
    relevance?: readonly number[],
  ): Measure => ({
    label: `${label}, ${month} bulan`,
    unit: 'orang',
    fact: 'enrolment',
    where: { ...passed, [status]: statuses, ...(relevance ? { [relevant]: relevance } : {}) },
    due: month,
    definition,
  })
  const of = `Lulusan yang sudah ${month} bulan sejak sidang`
  return {
    [`due${month}`]: {
      label: `Lulusan yang sudah ${month} bulan`,
      unit: 'orang',
      fact: 'enrolment',
      where: passed,
      due: month,
      definition: `${of}.`,
    },
    [`employedFitting${month}`]: line(
      'Bekerja, sesuai kejuruan',
      ['EMPLOYED'],
      `${of} dan bekerja sesuai kejuruannya.`,
      [1],
    ),
    [`employedOther${month}`]: line(
      'Bekerja, tidak sesuai',
      ['EMPLOYED'],
      `${of} dan bekerja di luar kejuruannya atau kesesuaiannya tidak ditanyakan.`,
      [0],
    ),
    [`selfFitting${month}`]: line(
      'Wirausaha, sesuai kejuruan',
      ['SELF_EMPLOYED'],
      `${of} dan berwirausaha sesuai kejuruannya.`,
      [1],
    ),
    [`selfOther${month}`]: line(
      'Wirausaha, tidak sesuai',
      ['SELF_EMPLOYED'],
      `${of} dan berwirausaha di luar kejuruannya atau kesesuaiannya tidak ditanyakan.`,
      [0],
    ),
    [`seeking${month}`]: line('Belum bekerja, mencari', ['NOT_WORKING'], `${of}, belum bekerja dan mencari kerja.`),
    [`homemaking${month}`]: line(
      'Belum bekerja, mengurus rumah tangga',
      ['HOMEMAKING'],
      `${of} dan mengurus rumah tangga.`,
    ),
    [`studying${month}`]: line(
      'Sekolah / pelatihan lanjutan',
      ['STUDYING'],
      `${of} dan bersekolah atau ikut pelatihan lanjutan.`,
    ),
    [`unreached${month}`]: line('Tidak terhubungi', ['UNREACHED'], `${of} dan tidak terhubungi.`),
    [`traced${month}`]: line('Terlacak', answered, `${of} dan menjawab.`),
    [`placed${month}`]: line('Bekerja atau wirausaha', working, `${of} dan bekerja atau berwirausaha.`),
  } as Record<`${TracerLine}${Month}`, Measure>
}

export const tracerLines = [
  'employedFitting',
  'employedOther',
  'selfFitting',
  'selfOther',
  'seeking',
  'homemaking',
  'studying',
  'unreached',
] as const
type TracerLine = 'due' | 'traced' | 'placed' | (typeof tracerLines)[number]

const declared = {
  applicants: {
    label: 'Pendaftar',
    unit: 'orang',
    fact: 'applicant',
    definition: 'Orang yang mendaftar, satu kali tiap pendaftaran.',
  },
  classes: {
    label: 'Angkatan',
    unit: 'kelas',
    fact: 'class',
    definition: 'Angkatan yang tidak dibatalkan.',
  },
  finished: {
    label: 'Angkatan selesai',
    unit: 'kelas',
    fact: 'class',
    where: { state: ['decided'] },
    definition: 'Angkatan yang sidang kelulusannya sudah memutuskan.',
  },
  hours: {
    label: 'JP',
    unit: 'JP',
    fact: 'class',
    sum: 'hours',
    where: { state: ['decided'] },
    definition: 'Jumlah JP semua hari angkatan yang selesai.',
  },
  participants: {
    label: 'Peserta',
    unit: 'orang',
    fact: 'enrolment',
    definition:
      'Peserta menurut SK: lulus, tidak lulus, mengundurkan diri, dikeluarkan, dan yang masih berjalan. Seorang dihitung sekali tiap angkatan.',
  },
  people: {
    label: 'Orang dilatih',
    unit: 'orang',
    fact: 'enrolment',
    distinct: 'trainee',
    definition: 'Orang yang berbeda di antara peserta: yang ikut dua angkatan dihitung sekali.',
  },
  men: { label: 'L', unit: 'orang', fact: 'enrolment', where: { sex: ['L'] }, definition: 'Peserta laki-laki.' },
  women: { label: 'P', unit: 'orang', fact: 'enrolment', where: { sex: ['P'] }, definition: 'Peserta perempuan.' },
  graduates: {
    label: 'Lulus',
    unit: 'orang',
    fact: 'enrolment',
    where: passed,
    definition: 'Peserta yang diputuskan lulus oleh sidang kelulusan.',
  },
  failed: {
    label: 'Tidak lulus',
    unit: 'orang',
    fact: 'enrolment',
    where: { outcome: ['failed'] },
    definition: 'Peserta yang diputuskan tidak lulus oleh sidang kelulusan.',
  },
  withdrawn: {
    label: 'Undur diri',
    unit: 'orang',
    fact: 'enrolment',
    where: { outcome: ['withdrawn'] },
    definition: 'Peserta yang mengundurkan diri.',
  },
  expelled: {
    label: 'Dikeluarkan',
    unit: 'orang',
    fact: 'enrolment',
    where: { outcome: ['expelled'] },
    definition: 'Peserta yang dikeluarkan.',
  },
  running: {
    label: 'Masih berjalan',
    unit: 'orang',
    fact: 'enrolment',
    where: { outcome: ['running'] },
    definition: 'Peserta angkatan yang belum diputuskan sidang dan belum keluar.',
  },
  poor: {
    label: 'Miskin',
    unit: 'orang',
    fact: 'enrolment',
    where: { poor: [1] },
    definition: 'Peserta yang saat masuk terdata miskin menurut buktinya.',
  },
  extremePoor: {
    label: 'Miskin ekstrem',
    unit: 'orang',
    fact: 'enrolment',
    where: { extremePoor: [1] },
    definition: 'Peserta yang saat masuk terdata miskin ekstrem menurut buktinya.',
  },
  stunting: {
    label: 'Keluarga stunting',
    unit: 'orang',
    fact: 'enrolment',
    where: { stunting: [1] },
    definition: 'Peserta dari keluarga stunting menurut bukti saat masuk.',
  },
  certified: {
    label: 'Sertifikat BLK',
    unit: 'orang',
    fact: 'enrolment',
    where: { certificate: [1] },
    definition: 'Peserta yang memegang sertifikat pelatihan yang masih sah.',
  },
  tested: {
    label: 'Uji BNSP',
    unit: 'orang',
    fact: 'enrolment',
    where: { test: ['K', 'BK'] },
    definition: 'Peserta yang ikut uji kompetensi BNSP.',
  },
  competent: {
    label: 'K',
    unit: 'orang',
    fact: 'enrolment',
    where: { test: ['K'] },
    definition: 'Peserta uji BNSP yang dinyatakan kompeten.',
  },
  notCompetent: {
    label: 'BK',
    unit: 'orang',
    fact: 'enrolment',
    where: { test: ['BK'] },
    definition: 'Peserta uji BNSP yang belum kompeten.',
  },
  askable: {
    label: 'Lulusan yang sudah waktunya dihubungi',
    unit: 'orang',
    fact: 'enrolment',
    where: passed,
    due: 'any',
    definition: 'Lulusan yang sudah tiga bulan sejak sidang.',
  },
  reached: {
    label: 'Terlacak',
    unit: 'orang',
    fact: 'enrolment',
    where: { ...passed, latest: answered },
    due: 'any',
    definition: 'Lulusan yang menjawab; yang dihitung jawaban terakhirnya.',
  },
  working: {
    label: 'Bekerja atau wirausaha',
    unit: 'orang',
    fact: 'enrolment',
    where: { ...passed, latest: working },
    due: 'any',
    definition: 'Lulusan yang menurut jawaban terakhirnya bekerja atau berwirausaha.',
  },
  employed: {
    label: 'Bekerja',
    unit: 'orang',
    fact: 'enrolment',
    where: { ...passed, latest: ['EMPLOYED'] },
    due: 'any',
    definition: 'Lulusan yang menurut jawaban terakhirnya bekerja.',
  },
  selfEmployed: {
    label: 'Wirausaha',
    unit: 'orang',
    fact: 'enrolment',
    where: { ...passed, latest: ['SELF_EMPLOYED'] },
    due: 'any',
    definition: 'Lulusan yang menurut jawaban terakhirnya berwirausaha.',
  },
  ...tracerOf(3),
  ...tracerOf(6),
  ...tracerOf(12),
  present: {
    label: 'Hadir',
    unit: 'orang-hari',
    fact: 'mark',
    where: { mark: here },
    definition: 'Hari hadir semua peserta; yang terlambat termasuk hadir.',
  },
  sick: { label: 'Sakit', unit: 'orang-hari', fact: 'mark', where: { mark: ['S'] }, definition: 'Hari sakit.' },
  excused: { label: 'Izin', unit: 'orang-hari', fact: 'mark', where: { mark: ['I'] }, definition: 'Hari izin.' },
  absent: {
    label: 'Alpa',
    unit: 'orang-hari',
    fact: 'mark',
    where: { mark: ['A'] },
    definition: 'Hari tanpa keterangan.',
  },
  marks: {
    label: 'Hari terisi',
    unit: 'orang-hari',
    fact: 'mark',
    definition: 'Hari dengan keterangan kehadiran: hadir, sakit, izin, atau alpa.',
  },
  personHours: {
    label: 'Orang-JP',
    unit: 'orang-JP',
    fact: 'mark',
    sum: 'dayHours',
    where: { mark: here },
    definition: 'JP tiap hari dikali peserta yang hadir.',
  },
  taughtHours: {
    label: 'JP mengajar',
    unit: 'JP',
    fact: 'lesson',
    sum: 'lessonHours',
    definition: 'JP yang benar-benar diajarkan, dari hari yang jam mengajarnya sudah ditutup.',
  },
  theoryHours: {
    label: 'JP teori',
    unit: 'JP',
    fact: 'lesson',
    sum: 'lessonHours',
    where: { lessonKind: ['theory'] },
    definition: 'JP mengajar teori.',
  },
  practiceHours: {
    label: 'JP praktik',
    unit: 'JP',
    fact: 'lesson',
    sum: 'lessonHours',
    where: { lessonKind: ['practice'] },
    definition: 'JP mengajar praktik.',
  },
  taughtDays: {
    label: 'Hari mengajar',
    unit: 'hari',
    fact: 'lesson',
    distinct: 'lessonDay',
    definition: 'Hari kelas yang diajar.',
  },
  taughtClasses: {
    label: 'Kelas diajar',
    unit: 'kelas',
    fact: 'lesson',
    distinct: 'class',
    definition: 'Kelas yang diajar.',
  },
  issued: {
    label: 'Sertifikat terbit',
    unit: 'lembar',
    fact: 'certificate',
    where: { paperKind: ['certificate'] },
    definition: 'Sertifikat yang diterbitkan, termasuk yang kemudian diganti atau dicabut.',
  },
  holding: {
    label: 'Masih sah',
    unit: 'lembar',
    fact: 'certificate',
    where: { paperKind: ['certificate'], paperState: ['holds'] },
    definition: 'Sertifikat terbit yang tidak diganti dan tidak dicabut.',
  },
  replaced: {
    label: 'Diganti',
    unit: 'lembar',
    fact: 'certificate',
    where: { paperKind: ['certificate'], paperState: ['replaced'] },
    definition: 'Sertifikat terbit yang sudah diganti sertifikat lain.',
  },
  revoked: {
    label: 'Dicabut',
    unit: 'lembar',
    fact: 'certificate',
    where: { paperKind: ['certificate'], paperState: ['revoked'] },
    definition: 'Sertifikat terbit yang dicabut.',
  },
  collected: {
    label: 'Sudah diambil',
    unit: 'lembar',
    fact: 'certificate',
    where: { paperKind: ['certificate'], paperState: ['holds'], collected: [1] },
    definition: 'Sertifikat yang sah dan sudah diambil.',
  },
  uncollected: {
    label: 'Belum diambil',
    unit: 'lembar',
    fact: 'certificate',
    where: { paperKind: ['certificate'], paperState: ['holds'], collected: [0] },
    definition: 'Sertifikat yang sah dan belum diambil.',
  },
  statements: {
    label: 'Surat keterangan',
    unit: 'lembar',
    fact: 'certificate',
    where: { paperKind: ['statement'] },
    definition: 'Surat keterangan bagi yang tidak lulus.',
  },
  activities: {
    label: 'Kegiatan',
    unit: 'kegiatan',
    fact: 'activity',
    definition: 'Kegiatan tahun anggaran dalam periode.',
  },
  budget: {
    label: 'Pagu',
    unit: 'Rp',
    fact: 'activity',
    sum: 'budget',
    definition: 'Pagu setahun dari kegiatan tahun anggaran dalam periode.',
  },
  plannedClasses: {
    label: 'Angkatan rencana',
    unit: 'kelas',
    fact: 'activity',
    sum: 'plannedClasses',
    definition: 'Jumlah angkatan yang direncanakan tiap kegiatan.',
  },
  quota: {
    label: 'Kuota',
    unit: 'orang',
    fact: 'activity',
    sum: 'plannedPeople',
    definition: 'Jumlah peserta yang direncanakan tiap kegiatan.',
  },
  spent: {
    label: 'Realisasi',
    unit: 'Rp',
    fact: 'spending',
    sum: 'amount',
    definition: 'Uang yang dibayar menurut tanggal pembayarannya, dikurangi pembatalan.',
  },
  entries: {
    label: 'Catatan realisasi',
    unit: 'catatan',
    fact: 'spending',
    definition: 'Catatan pembayaran dan pembatalannya.',
  },
  aidProposed: {
    label: 'Modal kerja diusulkan',
    unit: 'orang',
    fact: 'aid',
    where: { aidState: ['PROPOSED'] },
    definition: 'Usulan modal kerja yang belum disetujui.',
  },
  aidApproved: {
    label: 'Modal kerja disetujui',
    unit: 'orang',
    fact: 'aid',
    where: { aidState: ['APPROVED'] },
    definition: 'Modal kerja yang disetujui dan belum disalurkan.',
  },
  aidPaid: {
    label: 'Modal kerja disalurkan',
    unit: 'orang',
    fact: 'aid',
    where: { aidState: ['PAID'] },
    definition: 'Modal kerja yang sudah disalurkan.',
  },
  aidMoney: {
    label: 'Modal kerja disalurkan (Rp)',
    unit: 'Rp',
    fact: 'aid',
    sum: 'amount',
    where: { aidState: ['PAID'] },
    definition: 'Jumlah modal kerja yang sudah disalurkan.',
  },
  aidEnded: {
    label: 'Modal kerja ditolak atau batal',
    unit: 'orang',
    fact: 'aid',
    where: { aidState: ['REJECTED', 'CANCELLED'] },
    definition: 'Usulan modal kerja yang ditolak atau dibatalkan.',
  },
} as const satisfies Record<string, Measure>

export type MeasureKey = keyof typeof declared
/** Every figure that a report can show. */
export const measures: Readonly<Record<MeasureKey, Measure>> = declared
export const measureKeys = keysOf(measures)

export function isMeasure(text: unknown): text is MeasureKey {
  return measureKeys.some(key => key === text)
}

/** Whether the parts of a division add to the whole. */
export function isAdditive(key: MeasureKey): boolean {
  return measures[key].distinct === undefined
}
