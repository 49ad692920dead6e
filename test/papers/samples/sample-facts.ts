import type { CohortFacts, TraineeFacts } from '../../../shared/facts/cohort-facts.ts'
import { tally } from '../../../shared/features/attendance/attendance.ts'
import type { Mark } from '../../../shared/features/attendance/mark.ts'
import { planDays } from '../../../shared/features/cohort/working-days.ts'
import { propose } from '../../../shared/features/graduation/graduation.ts'
import { finalMark } from '../../../shared/features/score/score.ts'
import { type SamplePerson, samplePeople } from './sample-people.ts'

// Tata Rias III of December 2024, as in the domain research (10.1 and 10.6).

export const weights = { theory: 30, practice: 70 }
export const passMark = 7000
export const minimumAttendance = 80

const topics = [
  'Menerapkan Kesehatan dan Keselamatan Kerja pada Usaha Kecantikan',
  'Melakukan Persiapan Kerja pada Usaha Kecantikan',
  'Membersihkan Tempat dan Peralatan Kerja pada Usaha Kecantikan',
  'Melakukan Komunikasi di Tempat Kerja',
  'Melakukan Konsultasi pada Usaha Kecantikan',
  'Melakukan Konsultasi pada Usaha Kecantikan; Menganalisis Bentuk Wajah dan Jenis Kulit untuk Rias Wajah',
  'Menganalisis Bentuk Wajah dan Jenis Kulit untuk Rias Wajah',
  'Melakukan Rias Wajah Sehari-hari',
  'Melakukan Rias Wajah Sehari-hari',
  'Melakukan Rias Wajah Sehari-hari; Melakukan Rias Wajah Malam dan Pesta',
  'Melakukan Rias Wajah Malam dan Pesta',
  'Melakukan Rias Wajah Malam dan Pesta',
  'Melakukan Rias Wajah Pengantin dan Penataan Pelengkapnya',
  'Melakukan Rias Wajah Pengantin dan Penataan Pelengkapnya',
  'Melakukan Rias Wajah Pengantin dan Penataan Pelengkapnya; Evaluasi Akhir',
]

const plan = planDays({
  start: '2024-12-16',
  count: 15,
  hours: 8,
  week: 5,
  jointLeave: 'off',
  years: [2024, 2025],
  daysOff: [
    { date: '2024-12-25', kind: 'national_holiday', name: 'Hari Raya Natal' },
    { date: '2024-12-26', kind: 'joint_leave', name: 'Hari Raya Natal' },
    { date: '2025-01-01', kind: 'national_holiday', name: 'Tahun Baru 2025 Masehi' },
  ],
})

export const head = {
  prefix: '',
  title: 'Kepala UPT Balai Latihan Kerja',
  name: 'Drs. H. Ahmad Fauzi Rahman, M.Si.',
  rank: 'Pembina Tingkat I (IV/b)',
  nip: '197104121998031004',
}
const rina = { name: 'Rina Marliana, S.Pd.', nip: '' }
const sri = { name: 'Sri Wahyuni, S.Tr.', nip: '' }

/** The class after its panel, with all marks and scores. */
export function sampleFacts(): CohortFacts {
  return {
    centre: {
      lines: ['Pemerintah Kota Tangerang', 'Dinas Ketenagakerjaan', 'UPT Balai Latihan Kerja'],
      address: [
        'Jalan Contoh Raya Nomor 10, Kota Tangerang 15111',
        'Telepon (021) 5550 1234 · Pos-el blk@contoh.go.id',
      ],
      logo: null,
      city: 'Tangerang',
      zone: 'WIB',
      practice: false,
    },
    cohort: {
      code: 'TR-2024-03',
      trade: 'Tata Rias',
      program: 'Tata Rias (MUA)',
      number: 3,
      year: 2024,
      start: plan.start,
      end: plan.end,
      startTime: '08:00',
      endTime: '15:15',
      room: 'Ruang Tata Rias',
      decree: {
        number: '800.2/153-Disnaker/2024',
        date: '2024-12-09',
        subject: 'Penetapan Peserta Pelatihan Berbasis Kompetensi Tahun Anggaran 2024',
      },
      activity: 'Dana Insentif Fiskal (Kemiskinan Ekstrem) Tahun Anggaran 2024',
      fundingSource: 'Insentif Fiskal (Kemiskinan Ekstrem)',
      minimumAttendance,
      weights,
      passMark,
      unitsRequired: true,
      minutesPerHour: 45,
      planVersion: 1,
      sheetVersion: 1,
    },
    days: plan.days.map((day, index) => ({
      startTime: '08:00',
      endTime: '15:15',
      ...day,
      topic: topics[index] ?? '',
      instructors: index % 3 === 1 ? [sri, rina] : [rina],
      overrides: [],
      closed: true,
    })),
    skipped: plan.skipped,
    trainees: samplePeople.map(traineeFacts),
    head,
    instructor: rina,
    panel: {
      number: '500.15/0012/BA-BLK/I/2025',
      heldOn: '2025-01-09',
      place: 'Ruang Rapat UPT Balai Latihan Kerja Kota Tangerang',
      members: [
        { name: 'Drs. H. Ahmad Fauzi Rahman, M.Si.', role: 'Ketua' },
        { name: 'Endang Sulistyowati, S.T., M.M.', role: 'Sekretaris' },
        { name: 'Rina Marliana, S.Pd.', role: 'Anggota (Instruktur)' },
        { name: 'Hendra Gunawan Wijaya, S.Kom.', role: 'Anggota' },
        { name: 'Ir. Slamet Riyadi', role: 'Anggota' },
      ],
    },
    recordedUntilDay: 15,
    preparedOn: '2024-12-13',
    changedOn: null,
    signedOn: '2025-01-09',
    printedAt: '2025-01-09T08:30',
  }
}

/** The class with `count` trainees; beyond sixteen the same people repeat with other numbers. */
export function sampleFactsOf(count: number): CohortFacts {
  const facts = sampleFacts()
  const trainees = Array.from({ length: count }, (_, index) => {
    const trainee = facts.trainees[index % facts.trainees.length]
    if (!trainee) throw new Error('no sample people')
    return { ...trainee, position: index + 1 }
  })
  return { ...facts, trainees }
}

function traineeFacts(person: SamplePerson, index: number): TraineeFacts {
  const { absent = {}, leftAfterDay = null } = person
  const marks = plan.days.map(({ n }): Mark | null =>
    leftAfterDay !== null && n > leftAfterDay ? null : (absent[n] ?? 'H'),
  )
  const [theory, practice] = person.scores ?? [null, null]
  const counted = tally(marks, plan.days.length, { joinedDay: 1, leftAfterDay })
  const { outcome, reasons } = propose({
    attendance: { present: counted.present, planned: counted.planned, minimumPercent: minimumAttendance },
    theory,
    practice,
    weights,
    passMark,
    unitsRequired: true,
    units: [],
    leftKind: leftAfterDay === null ? null : 'withdrawn',
    missingDays: counted.missing,
  })
  const [address, rt, rw, village, district] = person.home
  return {
    position: index + 1,
    name: person.name,
    sex: person.sex ?? 'P',
    nik: person.nik,
    birthPlace: person.birth[0],
    birthDate: person.birth[1],
    education: person.education,
    address,
    rt,
    rw,
    village,
    district,
    phone: person.phone,
    joinedDay: 1,
    left: leftAfterDay === null ? null : { afterDay: leftAfterDay, kind: 'withdrawn' },
    marks,
    theory,
    practice,
    final: theory === null || practice === null ? null : finalMark(theory, practice, weights.theory, weights.practice),
    decision: outcome === 'incomplete' ? null : outcome,
    reasons,
    overrideReason: '',
  }
}
