import type { Signatory } from '../../../../shared/features/centre/signatory.ts'
import type { CertificateFacts } from '../../../../shared/features/certificate/certificate-facts.ts'
import { predicate } from '../../../../shared/features/score/score.ts'
import type { Moment } from '../../clock.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { centreFacts, getRules, listOfficers, signatoryOf } from '../centre/centre-store.ts'
import { getCohort, unitsOfCohort } from '../cohort/cohort-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { certificateCourseFacts, courseFacts } from './course-facts.ts'

const longestName = 'R. Ayu Retno Kusumaningrum Widyadhani Prameswari Hadiningrat'
const score = 8500
const mark = { result: 'K', score } as const

/**
 * A certificate to preview a design: the longest name of the class, with invented scores if there are none; without a class everything at maximal
 * length.
 */
export function trialFacts(db: ReadDatabase, moment: Moment, code: string | null, two: boolean): CertificateFacts {
  const [signatory = nobody] = listOfficers(db).map(signatoryOf)
  const acknowledger = two ? secondOfficial : null
  if (code === null) return madeUp(db, moment, signatory, acknowledger)
  const cohort = getCohort(db, code)
  const facts = cohortFacts(db, moment, cohort)
  const person = facts.trainees.toSorted((a, b) => b.name.length - a.name.length)[0]
  const units = unitsOfCohort(db, cohort.id)
  const base = madeUp(db, moment, signatory, acknowledger)
  const course = courseFacts(facts)
  const { centre: _, decree, ...ofCohort } = certificateCourseFacts(facts, cohort.decreeIssuer, units, () => mark)
  const dayCount = Math.max(1, course.dayCount)
  return {
    ...base,
    ...course,
    ...ofCohort,
    decree: decree ?? base.decree,
    dayCount,
    hours: Math.max(1, course.hours),
    attendance: { present: course.dayCount, planned: dayCount },
    name: person?.name ?? base.name,
    birthPlace: person?.birthPlace ?? base.birthPlace,
    birthDate: person?.birthDate ?? base.birthDate,
    theory: person?.theory ?? score,
    practice: person?.practice ?? score,
    final: person?.final ?? score,
    predicate: predicate(person?.final ?? score),
  }
}

const nobody: Signatory = { prefix: '', title: 'Kepala', name: 'Nama Penanda Tangan', rank: '', nip: '' }

/** Fictional, with an office of realistic length. */
const secondOfficial: Signatory = {
  prefix: '',
  title: 'Kepala Dinas Ketenagakerjaan',
  name: 'Hj. Nuraini Kusumawardani, S.E., M.M.',
  rank: 'Pembina Utama Muda (IV/c)',
  nip: '196908231994032005',
}

function madeUp(
  db: ReadDatabase,
  { today }: Moment,
  signatory: Signatory,
  acknowledger: Signatory | null,
): CertificateFacts {
  const { lines, city, practice } = centreFacts(db)
  const { minutesPerHour, passMark, minimumAttendance, theoryWeight, practiceWeight } = getRules(db)
  const number = '500.15/9999/BLK/XII/2024'
  return {
    templateVersion: 1,
    number,
    issuedOn: today,
    centre: { lines, city, practice },
    decree: {
      issuer: 'Kepala Dinas Ketenagakerjaan Kota Tangerang',
      number: '800.2/153-Disnaker/2024',
      date: '2024-12-09',
      subject: '',
    },
    name: longestName,
    birthPlace: 'Tangerang',
    birthDate: '1996-05-12',
    trade: 'Teknik Pendingin',
    program: 'Teknisi Refrigerasi Domestik dan Tata Udara Level III (Kulkas, Freezer, AC)',
    cohort: { number: 3, year: 2024 },
    start: '2024-12-16',
    end: '2025-01-08',
    dayCount: 15,
    hours: 120,
    attendance: { present: 15, planned: 15 },
    theoryHours: 36,
    practiceHours: 84,
    minutesPerHour,
    predicate: predicate(score),
    theory: score,
    practice: score,
    final: score,
    weights: { theory: theoryWeight, practice: practiceWeight },
    passMark,
    minimumAttendance,
    units: Array.from({ length: 20 }, (_, index) => ({
      code: `F.43RAC01.0${String(index + 1).padStart(2, '0')}.1`,
      title:
        index % 3 === 0
          ? 'Menerapkan Keselamatan dan Kesehatan Kerja serta Lingkungan Hidup pada Pemasangan dan Perawatan Unit'
          : 'Melakukan Perawatan Unit Tata Udara',
      hours: 6,
      ...mark,
    })),
    signatory,
    acknowledger,
    backSignatory: { prefix: '', title: 'Instruktur', name: 'Rina Marliana, S.Pd.', rank: '', nip: '' },
    replaces: '',
    qrText: `B|${number}|${longestName.toUpperCase()}|TEKNISI REFRIGERASI DOMESTIK|2025-01-09|00000000|${'contoh'.repeat(14)}`,
  }
}
