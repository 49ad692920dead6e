import { answeredStatuses, type Measure, passed, workingStatuses } from './measure-type.ts'

/** Classes, applicants, members, and results. */
export const trainingMeasures = {
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
  participants: people(
    'Peserta',
    'Peserta menurut SK: lulus, tidak lulus, mengundurkan diri, dikeluarkan, dan yang masih berjalan. Seorang dihitung sekali tiap angkatan.',
  ),
  people: {
    label: 'Orang dilatih',
    unit: 'orang',
    fact: 'enrolment',
    distinct: 'trainee',
    definition: 'Orang yang berbeda di antara peserta: yang ikut dua angkatan dihitung sekali.',
  },
  men: people('L', 'Peserta laki-laki.', { sex: ['L'] }),
  women: people('P', 'Peserta perempuan.', { sex: ['P'] }),
  graduates: people('Lulus', 'Peserta yang diputuskan lulus oleh sidang kelulusan.', passed),
  failed: people('Tidak lulus', 'Peserta yang diputuskan tidak lulus oleh sidang kelulusan.', { outcome: ['failed'] }),
  withdrawn: people('Undur diri', 'Peserta yang mengundurkan diri.', { outcome: ['withdrawn'] }),
  expelled: people('Dikeluarkan', 'Peserta yang dikeluarkan.', { outcome: ['expelled'] }),
  running: people('Masih berjalan', 'Peserta angkatan yang belum diputuskan sidang dan belum keluar.', {
    outcome: ['running'],
  }),
  poor: people('Miskin', 'Peserta yang saat masuk terdata miskin menurut buktinya.', { poor: [1] }),
  extremePoor: people('Miskin ekstrem', 'Peserta yang saat masuk terdata miskin ekstrem menurut buktinya.', {
    extremePoor: [1],
  }),
  stunting: people('Keluarga stunting', 'Peserta dari keluarga stunting menurut bukti saat masuk.', { stunting: [1] }),
  certified: people('Sertifikat BLK', 'Peserta yang memegang sertifikat pelatihan yang masih sah.', {
    certificate: [1],
  }),
  tested: people('Uji BNSP', 'Peserta yang ikut uji kompetensi BNSP.', { test: ['K', 'BK'] }),
  competent: people('K', 'Peserta uji BNSP yang dinyatakan kompeten.', { test: ['K'] }),
  notCompetent: people('BK', 'Peserta uji BNSP yang belum kompeten.', { test: ['BK'] }),
  askable: graduates('Lulusan yang sudah waktunya dihubungi', 'Lulusan yang sudah tiga bulan sejak sidang.'),
  reached: graduates('Terlacak', 'Lulusan yang menjawab; yang dihitung jawaban terakhirnya.', {
    latest: answeredStatuses,
  }),
  working: graduates('Bekerja atau wirausaha', 'Lulusan yang menurut jawaban terakhirnya bekerja atau berwirausaha.', {
    latest: workingStatuses,
  }),
  employed: graduates('Bekerja', 'Lulusan yang menurut jawaban terakhirnya bekerja.', { latest: ['EMPLOYED'] }),
  selfEmployed: graduates('Wirausaha', 'Lulusan yang menurut jawaban terakhirnya berwirausaha.', {
    latest: ['SELF_EMPLOYED'],
  }),
} satisfies Record<string, Measure>

type Where = NonNullable<Measure['where']>

/** Members of a class. */
function people(label: string, definition: string, where: Where = {}): Measure {
  return { label, unit: 'orang', fact: 'enrolment', where, definition }
}

/** Graduates who are due to be asked, by their latest answer. */
function graduates(label: string, definition: string, where: Where = {}): Measure {
  return { ...people(label, definition, { ...passed, ...where }), due: 'any' }
}
