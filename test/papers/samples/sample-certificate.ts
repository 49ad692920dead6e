import type { CertificateFacts, StatementFacts } from '../../../shared/features/certificate/certificate-facts.ts'
import { recordText, sealedRecord } from '../../../shared/features/certificate/signed-record.ts'
import { predicate } from '../../../shared/features/score/score.ts'
import { head, minimumAttendance, passMark, sampleFacts, weights } from './sample-facts.ts'

// Papers of the class in sample-facts.ts, for Siti (passed) and Lina (failed). Fictional people.

const units: CertificateFacts['units'] = [
  {
    code: 'S.96KEC00.001.2',
    title: 'Menerapkan Kesehatan dan Keselamatan Kerja pada Usaha Kecantikan',
    hours: 8,
    result: 'K',
    score: 8600,
  },
  {
    code: 'S.96KEC00.002.2',
    title: 'Melakukan Persiapan Kerja pada Usaha Kecantikan',
    hours: 8,
    result: 'K',
    score: 8800,
  },
  {
    code: 'S.96KEC00.003.1',
    title: 'Membersihkan Tempat dan Peralatan Kerja pada Usaha Kecantikan',
    hours: 8,
    result: 'K',
    score: 9000,
  },
  { code: 'S.96KEC00.004.1', title: 'Melakukan Komunikasi di Tempat Kerja', hours: 8, result: 'K', score: 8400 },
  { code: 'S.96KEC00.006.1', title: 'Melakukan Konsultasi pada Usaha Kecantikan', hours: 12, result: 'K', score: 8500 },
  {
    code: 'S.96KEC01.011.1',
    title: 'Menganalisis Bentuk Wajah dan Jenis Kulit untuk Rias Wajah',
    hours: 16,
    result: 'K',
    score: 8200,
  },
  { code: 'S.96KEC01.014.1', title: 'Melakukan Rias Wajah Sehari-hari', hours: 20, result: 'K', score: 8700 },
  { code: 'S.96KEC01.015.1', title: 'Melakukan Rias Wajah Malam dan Pesta', hours: 20, result: 'K', score: 8500 },
  {
    code: 'S.96KEC01.018.1',
    title: 'Melakukan Rias Wajah Pengantin dan Penataan Pelengkapnya',
    hours: 20,
    result: 'K',
    score: 8400,
  },
]

const course = {
  trade: 'Tata Rias',
  program: 'Tata Rias (Make Up Artist)',
  cohort: { number: 3, year: 2024 },
  start: '2024-12-16',
  end: '2025-01-08',
  dayCount: 15,
  hours: 120,
} as const

export function sampleCertificate(): CertificateFacts {
  const [siti] = sampleFacts().trainees
  if (!siti) throw new Error('no sample people')
  const { lines, city, practice } = sampleFacts().centre
  return {
    templateVersion: 1,
    number: '500.15/0001/BLK/I/2025',
    issuedOn: '2025-01-09',
    centre: { lines, city, practice },
    decree: {
      issuer: 'Kepala Dinas Ketenagakerjaan Kota Tangerang',
      number: '800.2/153-Disnaker/2024',
      date: '2024-12-09',
      subject: 'Penetapan Peserta Pelatihan Berbasis Kompetensi Tahun Anggaran 2024',
    },
    name: siti.name,
    birthPlace: siti.birthPlace,
    birthDate: siti.birthDate,
    ...course,
    attendance: { present: 15, planned: 15 },
    theoryHours: 36,
    practiceHours: 84,
    minutesPerHour: 45,
    predicate: predicate(8560),
    theory: 8000,
    practice: 8800,
    final: 8560,
    weights,
    passMark,
    minimumAttendance,
    units,
    signatory: head,
    acknowledger: null,
    backSignatory: { prefix: '', title: 'Instruktur', name: 'Rina Marliana, S.Pd.', rank: '', nip: '' },
    replaces: '',
    qrText: qrText('certificate', '500.15/0001/BLK/I/2025', 'SITI AMINAH'),
  }
}

export function sampleStatement(): StatementFacts {
  const lina = sampleFacts().trainees[3]
  if (!lina) throw new Error('no sample people')
  const { lines, address, city, practice } = sampleFacts().centre
  return {
    templateVersion: 1,
    number: '500.15/0001/KET-BLK/I/2025',
    issuedOn: '2025-01-09',
    centre: { lines, address, city, practice },
    name: lina.name,
    birthPlace: lina.birthPlace,
    birthDate: lina.birthDate,
    address: `${lina.address} RT 004/004, Kel. ${lina.village}, Kec. ${lina.district}`,
    ...course,
    attendance: { present: 14, planned: 15 },
    signatory: head,
    replaces: '',
    qrText: qrText('statement', '500.15/0001/KET-BLK/I/2025', 'LINA MARLINA'),
  }
}

/** Twenty units, seven of them with titles of two lines. */
export function manyUnits(count = 20): CertificateFacts['units'] {
  return Array.from({ length: count }, (_, index) => {
    const unit = units[index % units.length]
    if (!unit) throw new Error('no sample units')
    const isLong = index % 3 === 0
    const title = isLong
      ? `${unit.title} serta Mengorganisasi Perlengkapan Kerja dan Dokumentasi Pekerjaan Sesuai Prosedur`
      : unit.title
    return { ...unit, title, hours: 6 }
  })
}

/** Text in the form and length of a real record; its signature is invalid. */
function qrText(kind: 'certificate' | 'statement', number: string, name: string): string {
  const days = { start: '2024-12-16', end: '2025-01-08', issuedOn: '2025-01-09' } as const
  const centre = { program: 'Tata Rias (Make Up Artist)', issuer: 'UPT Balai Latihan Kerja' }
  const signature = Uint8Array.from({ length: 64 }, (_, index) => (index * 151 + 67) % 256)
  return sealedRecord(recordText({ kind, number, name, ...centre, ...days }, '08a31b76'), signature)
}
