import { plainRequest } from '../../../shared/features/import/plain-request.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { samplePerson } from '../../backend/cohort-steps.ts'
import type { Act, Choose } from '../act.ts'
import type { Office } from '../office.ts'

const names = [
  'Siti Rahayu',
  'Budi Santoso',
  'Ani Suryani',
  'Joko Widodo',
  'Dewi Lestari',
  'Rina Wati',
  'Agus',
  'Nur Aini',
]
const villages = ['3671011001', '3671011002', '3671011003', '3671021001', '3671021002', '3671031001']
export const reason = 'Diminta lewat surat resmi'

type Person = { id: number; nik: string; name: string; birthDate: PlainDate; sex: 'L' | 'P' }

/** A fictional person whose NIK agrees with birth date and sex. */
export function newPerson(choose: Choose) {
  const sex = choose.of('P' as const, 'L' as const)
  const [year, month, day] = [1980 + choose.number(20), 1 + choose.number(12), 1 + choose.number(28)]
  const two = (number: number) => String(number % 100).padStart(2, '0')
  const birthDate = `${year}-${two(month)}-${two(day)}` as PlainDate
  // Never 0000, even with one mistyped digit.
  const serial = String(10 * choose.number(999) + 1).padStart(4, '0')
  return {
    ...samplePerson(0),
    nik: `367101${two(sex === 'P' ? day + 40 : day)}${two(month)}${two(year)}${serial}`,
    name: choose.one(names) ?? 'Siti',
    birthPlace: choose.of('Tangerang', ''),
    birthDate,
    sex,
    familyCard: '',
    address: 'Jl. Melati 1',
    neighbourhood: '001',
    hamlet: '002',
    villageCode: choose.one(villages) ?? null,
    phone: '081234567890',
    education: 'SMA' as const,
  }
}

export function people(office: Office): Person[] {
  return office.rows<Person>(
    `SELECT id, nik, name, birth_date AS birthDate, sex FROM trainee
     WHERE id NOT IN (SELECT trainee_id FROM trainee_anonymity) ORDER BY id`,
  )
}

/** Changes one digit like a typing error, but never makes the NIK invalid. */
function oneDigitOff(nik: string): string {
  return `${nik.slice(0, 14)}${(Number(nik[14]) + 1) % 10}${nik.slice(15)}`
}

const csv = (rows: readonly ReturnType<typeof newPerson>[]) =>
  new File(
    [
      `NIK;Nama;Tempat Lahir;Tanggal Lahir;Jenis Kelamin\n${rows.map(row => [row.nik, row.name, row.birthPlace, row.birthDate, row.sex].join(';')).join('\n')}\n`,
    ],
    'peserta.csv',
  )

let ticket = 0

export function importInput(choose: Choose, known: readonly Person[]) {
  const rows = Array.from({ length: 1 + choose.number(4) }, () => newPerson(choose))
  const [again] = known.length > 0 && choose.chance(3) ? known : []
  if (again) rows.push({ ...newPerson(choose), nik: again.nik, birthDate: again.birthDate, sex: again.sex })
  // For a known person, take the name from the list. The first row below the titles is row 2.
  const answers = again ? [{ row: rows.length + 1, action: 'take' as const, fields: ['name' as const] }] : []
  ticket += 1
  return { ...plainRequest(csv(rows), `0000-${String(ticket).padStart(8, '0')}`), answers }
}

export const peopleActs: Act[] = [
  {
    name: 'takes somebody in',
    weight: 8,
    plan: (_office, choose) => ({ operation: 'trainee.save', input: { id: null, trainee: newPerson(choose) } }),
  },
  {
    name: 'takes somebody in who is not born',
    weight: 1,
    plan: (office, choose) => ({
      operation: 'trainee.save',
      input: { id: null, trainee: { ...newPerson(choose), birthDate: addDays(office.today, choose.number(3)) } },
    }),
  },
  {
    name: 'takes a twin in',
    weight: 3,
    plan(office, choose) {
      const person = choose.one(people(office))
      if (!person) return null
      const { name, birthDate, sex } = person
      return {
        operation: 'trainee.save',
        input: { id: null, trainee: { ...newPerson(choose), name, birthDate, sex, nik: oneDigitOff(person.nik) } },
      }
    },
  },
  {
    name: 'corrects somebody',
    weight: 3,
    plan(office, choose) {
      const person = choose.one(people(office))
      if (!person) return null
      const { nik, birthDate, sex } = person
      return {
        operation: 'trainee.save',
        input: { id: person.id, trainee: { ...newPerson(choose), nik, birthDate, sex } },
      }
    },
  },
  {
    name: 'imports a list',
    weight: 2,
    plan: (office, choose) => ({ operation: 'import.run', input: importInput(choose, people(office)) }),
  },
  {
    name: 'takes an import back',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM import ORDER BY id DESC'))
      return row ? { operation: 'import.undo', input: { id: row.id } } : null
    },
  },
  {
    name: 'merges two people',
    weight: 4,
    plan(office, choose) {
      const all = people(office)
      const one = choose.one(all)
      const twins = all.filter(row => row.id !== one?.id && row.birthDate === one?.birthDate)
      const other = choose.one(twins.length > 0 ? twins : all)
      if (!one || !other || one.id === other.id) return null
      const taken = choose.of<string[]>([], ['name'], ['nik'], ['name', 'birthDate'])
      return { operation: 'duplicate.merge', input: { survivorId: one.id, awayId: other.id, taken } }
    },
  },
  {
    name: 'gives modal kerja to two graduates and merges them',
    weight: 5,
    plan(office, choose) {
      // Two people of the same class or registration are left out: their merge is refused.
      const pair = choose.one(
        office.rows<{ one: number; other: number; first: number; second: number }>(
          `WITH passed AS (SELECT enrolment_id AS first, trainee_id AS id FROM panel_decision JOIN enrolment ON enrolment.id = enrolment_id
             WHERE decision = 'passed'),
           together AS (SELECT cohort_id, trainee_id FROM enrolment UNION ALL SELECT -registration_id, trainee_id FROM applicant)
           SELECT a.id AS one, b.id AS other, a.first, b.first AS second FROM passed AS a JOIN passed AS b ON a.id <> b.id AND NOT EXISTS (
             SELECT 1 FROM together AS x JOIN together AS y ON y.cohort_id = x.cohort_id WHERE x.trainee_id = a.id AND y.trainee_id = b.id)
           ORDER BY 1, 2`,
        ),
      )
      if (!pair) return null
      const year = Number(office.today.slice(0, 4))
      const propose = (enrolmentId: number, budgetYear: number) =>
        office.call('aid.propose', { budgetYear, enrolmentId, amount: 20_000_000, proposedOn: office.today })
      return {
        words: `give modal kerja to ${pair.one} and ${pair.other}, and merge them`,
        async run() {
          await propose(pair.first, year)
          await propose(pair.second, year + 1)
          await office.call('duplicate.merge', { survivorId: pair.one, awayId: pair.other, taken: [] })
        },
      }
    },
  },
  {
    name: 'parts two people again',
    weight: 2,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM trainee_merge ORDER BY id DESC'))
      return row ? { operation: 'duplicate.split', input: { mergeId: row.id } } : null
    },
  },
  {
    name: 'says that two are different people',
    weight: 1,
    plan(office, choose) {
      const [one, other] = [choose.one(people(office)), choose.one(people(office))]
      if (!one || !other || one.id === other.id) return null
      return { operation: 'duplicate.setDifferent', input: { firstId: one.id, secondId: other.id } }
    },
  },
  {
    name: 'says that two may be the same after all',
    weight: 1,
    plan(office, choose) {
      const input = choose.one(
        office.rows<{ firstId: number; secondId: number }>(
          'SELECT first_id AS firstId, second_id AS secondId FROM different_people ORDER BY first_id, second_id',
        ),
      )
      return input ? { operation: 'duplicate.undoDifferent', input, must: true } : null
    },
  },
  {
    name: 'freezes somebody',
    weight: 1,
    plan(office, choose) {
      const person = choose.one(people(office))
      return person && { operation: 'rights.freeze', input: { id: person.id, requestedOn: office.today, reason } }
    },
  },
  {
    name: 'thaws somebody',
    weight: 2,
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ id: number }>('SELECT DISTINCT trainee_id AS id FROM closed_trainee ORDER BY trainee_id'),
      )
      return row ? { operation: 'rights.thaw', input: { id: row.id, reason } } : null
    },
  },
  {
    name: 'records consent',
    weight: 1,
    plan(office, choose) {
      const person = choose.one(people(office))
      const consent = { signedOn: office.today, signer: 'SELF', guardian: '', basis: 'CONSENT' }
      return person && { operation: 'rights.recordConsent', input: { id: person.id, consent } }
    },
  },
  {
    name: 'withdraws consent',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(office.rows<{ id: number }>('SELECT id FROM trainee_consent ORDER BY id'))
      return row
        ? { operation: 'rights.withdrawConsent', input: { consentId: row.id, withdrawnOn: office.today } }
        : null
    },
  },
  {
    name: 'makes somebody anonymous',
    weight: 1,
    plan(office, choose) {
      const person = choose.one(people(office))
      return person && { operation: 'rights.anonymise', input: { ids: [person.id], reason } }
    },
  },
]
