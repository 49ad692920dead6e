import type BetterSqlite from 'better-sqlite3'
import type { recordSigner } from '../../../electron/backend/features/certificate/keys/signing-key-store.ts'
import { formatHome } from '../../../electron/backend/paper-kit/home-format.ts'
import { findVillage } from '../../../electron/backend/region/villages.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { type ClassPlace, perClass, personOf } from './class-places.ts'

type Home = { address: string; rt: string; rw: string; villageCode: string | null }

function homeOf({ villageCode, ...home }: Home): string {
  const place = findVillage(villageCode)
  return formatHome({ ...home, village: place?.village ?? '', district: place?.district ?? '' })
}

/** Signs the facts of a copied paper with the key of the centre. */
export type SignAs = ReturnType<typeof recordSigner>

type FactsOf = {
  sign: SignAs
  number: string
  date: PlainDate
  place: ClassPlace
  people: number
  row: Record<string, unknown>
}

/** The facts of a paper of the first class, rewritten for the person in the same seat of another class. */
export function factsFor(
  raw: BetterSqlite.Database,
  text: string,
  { number, date, place, people, row, sign }: FactsOf,
): string {
  const seat = (Number(row.enrolment_id) - 1) % perClass
  const holder = raw
    .prepare<[number], Home & { name: string; birthPlace: string; birthDate: string }>(
      `SELECT name, birth_place AS birthPlace, birth_date AS birthDate, address, neighbourhood AS rt, hamlet AS rw,
         village_code AS villageCode FROM trainee WHERE id = ?`,
    )
    .get(personOf(people, place.index, seat))
  if (!holder) throw new Error('nobody sits there')
  const { address, rt, rw, villageCode, ...named } = holder
  const facts = JSON.parse(text) as { centre: { lines: string[] }; decree?: object; backSignatory?: object }
  const course = raw
    .prepare<[number], { program: string; instructor: string }>(
      `SELECT program.title AS program, instructor.name AS instructor FROM cohort JOIN program ON program.id = program_id
       JOIN cohort_day ON cohort_day.cohort_id = cohort.id AND n = 1 JOIN teaching ON day_id = cohort_day.id
       JOIN instructor ON instructor.id = instructor_id JOIN enrolment ON enrolment.cohort_id = cohort.id WHERE enrolment.id = ?`,
    )
    .get(Number(row.enrolment_id))
  const program = course?.program ?? ''
  const [start, end] = [place.start, addDays(place.start, 18)]
  const kind = row.kind === 'statement' ? 'statement' : 'certificate'
  return JSON.stringify({
    ...facts,
    qrText: sign({
      kind,
      number,
      name: holder.name,
      program,
      start,
      end,
      issuedOn: date,
      issuer: facts.centre.lines.at(-1) ?? '',
    }),
    ...named,
    ...(row.kind === 'statement' ? { address: homeOf({ address, rt, rw, villageCode }) } : {}),
    number,
    issuedOn: date,
    trade: tradeName(place.trade),
    program,
    ...(facts.decree
      ? { decree: { ...facts.decree, number: `800/${place.index}`, date: addDays(place.start, -11) } }
      : {}),
    ...(facts.backSignatory ? { backSignatory: { ...facts.backSignatory, name: course?.instructor } } : {}),
    cohort: { number: place.number, year: place.year },
    start,
    end,
  })
}
