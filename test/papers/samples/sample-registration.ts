import { cohortTitle } from '../../../electron/backend/paper-kit/cohort-format.ts'
import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { PersonFacts, PersonPaperFacts } from '../../../shared/facts/person-facts.ts'
import type { RegistrationFacts } from '../../../shared/facts/registration-facts.ts'
import { type RankingRules, rankApplicants } from '../../../shared/features/registration/ranking.ts'
import { dateRange } from '../../../shared/kernel/plain-date.ts'
import { sampleFacts, sampleFactsOf } from './sample-facts.ts'
import { samplePersonLetters } from './sample-letters.ts'

/** The people of a class as papers about one person need them; nobody has a photo. */
export function samplePersonFacts(facts: CohortFacts = sampleFacts()): PersonPaperFacts {
  const { centre, head, cohort, preparedOn: signedOn, printedAt } = facts
  return {
    ...{ centre, head, signedOn, printedAt },
    course: cohortTitle(cohort),
    period: dateRange(cohort.start, cohort.end),
    reference: cohort.code,
    people: peopleOf(facts),
    letters: samplePersonLetters,
  }
}

function peopleOf({ trainees }: CohortFacts): PersonFacts[] {
  return trainees.map((person, index) => ({
    ...person,
    familyCard: '3671130101150001',
    photo: null,
    details: index % 3 === 1 ? noDetails : manyDetails,
  }))
}

const noDetails: PersonFacts['details'] = {
  ...{ religion: '', maritalStatus: '', home: '', email: '', employment: '' },
  ...{ jobCard: '', shirtSize: '', shoeSize: '', emergency: '' },
}
const manyDetails: PersonFacts['details'] = {
  religion: 'Islam',
  maritalStatus: 'Kawin',
  home: 'Perumahan Contoh Indah Blok C7 No. 12 RT\u00a0003/007, Kel. Karawaci Baru, Kec. Karawaci',
  email: 'nama.orang.contoh@contoh.id',
  employment: 'Ibu rumah tangga',
  jobCard: '3671/0001/AK-1/2024 tanggal 2 Desember 2024',
  shirtSize: 'XL',
  shoeSize: '38',
  emergency: 'Bambang Contoh, 0812-1111-2222',
}

const rules: RankingRules = {
  stages: [
    { kind: 'ADMINISTRATION', weight: 0, passLimit: null },
    { kind: 'TEST', weight: 60, passLimit: null },
    { kind: 'INTERVIEW', weight: 40, passLimit: 6000 },
  ],
  quota: 16,
  reserves: 4,
  keptPlaces: 2,
  emptyVillages: new Set(['late']),
}

/** A stipulated selection among `count` people: scores fall, one fails the interview, the last but one gets a reserved place. */
export function sampleRegistration(count: number): RegistrationFacts {
  const facts = sampleFactsOf(count)
  const results = facts.trainees.map((_, index) => ({
    ADMINISTRATION: true,
    TEST: 9500 - index * 50,
    INTERVIEW: index === 3 ? 5000 : 9000 - index * 25,
  }))
  const { rows } = rankApplicants(
    results.map((result, index) => ({
      id: index,
      number: index + 1,
      registeredOn: '2024-12-02',
      priority: 'GENERAL',
      village: index === count - 2 ? 'late' : null,
      results: result,
      withdrawn: false,
      tiePosition: null,
      override: null,
    })),
    rules,
  )
  const people = peopleOf(facts)
  return {
    centre: facts.centre,
    title: 'Pelatihan Tata Rias (MUA) Gelombang III Tahun 2024',
    program: 'Tata Rias (MUA)',
    year: 2024,
    opens: '2024-12-02',
    closes: '2024-12-06',
    quota: rules.quota,
    stages: [...rules.stages],
    meetings: [
      { occasion: 'RE_REGISTRATION', date: '2024-12-12', time: '08:30', place: 'Aula UPT Balai Latihan Kerja' },
    ],
    decree: { number: '800.2/153-Disnaker/2024', date: '2024-12-09' },
    applicants: rows.flatMap(({ id, ...ranked }) => {
      const [person, result] = [people[id], results[id]]
      return person && result ? { ...ranked, person, results: result } : []
    }),
    head: facts.head,
    signedOn: '2024-12-09',
    printedAt: '2024-12-09T10:15',
  }
}
