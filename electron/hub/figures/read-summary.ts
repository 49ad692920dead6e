import type { PoolClient } from 'pg'
import {
  type CentreSummary,
  type ClassRow,
  fewestBeyond,
  type Guarded,
  type Summary,
} from '../../../shared/features/hub/hub-contract.ts'
import { percentOf } from '../../../shared/features/report/report.ts'
import { regencyNamed } from '../../backend/region/regencies.ts'
import { findRegion } from '../../backend/region/region-table.ts'
import { countedOn } from './hub-sources.ts'

type Counted = Omit<CentreSummary, 'share' | 'spentShare' | 'participants' | 'graduates'> & {
  participants: number
  graduates: number
}

/** Counts of 1 to 4 people are only shown inside their own centre. */
export function guarded(count: number, within: boolean): Guarded {
  return !within && count > 0 && count < fewestBeyond ? null : count
}

/** A year of all centres that this role sees, from the sums of classes. `within`: the reader belongs to the one centre and may see small counts. */
export async function readSummary(
  client: PoolClient,
  wantedYear: number | null,
  today: string,
  within: boolean,
): Promise<Summary> {
  const { rows: years } = await client.query<{ year: number }>(
    `SELECT DISTINCT year FROM (
       SELECT substr(${countedOn}, 1, 4)::int AS year FROM pusat.class AS class JOIN pusat.member AS member ON member.centre_id = class.centre_id
       UNION SELECT year FROM pusat.activity) AS years ORDER BY year DESC`,
  )
  const known = years.map(row => row.year)
  const year =
    wantedYear ?? known.find(one => one <= Number(today.slice(0, 4))) ?? known[0] ?? Number(today.slice(0, 4))
  const { rows } = await client.query<Counted>(
    `WITH classes AS (
       SELECT class.centre_id, count(*) FILTER (WHERE state = 'open' AND starts <= $2)::int AS running, count(*) FILTER (WHERE state = 'decided')::int AS finished,
         coalesce(sum(participants), 0)::int AS participants, coalesce(sum(graduates), 0)::int AS graduates
       FROM pusat.class AS class JOIN pusat.member AS member ON member.centre_id = class.centre_id
       LEFT JOIN pusat.class_sum ON class_sum.centre_id = class.centre_id AND class_sum.year = class.year AND class_sum.class = class.key
       WHERE cancelled = 0 AND class.year BETWEEN $1 - 1 AND $1 + 1 AND substr(${countedOn}, 1, 4) = $1::text GROUP BY class.centre_id),
     budgets AS (SELECT centre_id, sum(budget) AS budget FROM pusat.activity WHERE year = $1 GROUP BY centre_id),
     spent AS (SELECT centre_id, sum(amount) AS spent FROM pusat.spending WHERE year BETWEEN $1 - 1 AND $1 + 1 AND substr(date, 1, 4) = $1::text GROUP BY centre_id)
     SELECT member.centre_id AS id, name, city, regency, coalesce(running, 0) AS running, coalesce(finished, 0) AS finished,
       coalesce(participants, 0) AS participants, coalesce(graduates, 0) AS graduates, coalesce(budget, 0)::bigint AS budget,
       coalesce(spent, 0)::bigint AS spent, to_char(heard_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "heardAt",
       coalesce(extract(day FROM now() - heard_at), 0)::int AS "lateDays", trouble ->> 'code' AS trouble, revoked_at IS NOT NULL AS revoked
     FROM pusat.member AS member LEFT JOIN classes USING (centre_id) LEFT JOIN budgets USING (centre_id) LEFT JOIN spent USING (centre_id)
     ORDER BY city, name`,
    [year, today],
  )
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0)
  // A single hidden count could be calculated from the total, so the next smallest is hidden as well.
  const hidden = (of: (row: Counted) => number) => hiddenOf(rows.map(of), within)
  const [people, passed] = [hidden(row => row.participants), hidden(row => row.graduates)]
  return {
    year,
    years: known.length > 0 ? known : [year],
    area: areaOf(rows),
    asOf: new Date().toISOString(),
    centres: rows.map((row, index) => ({
      ...row,
      participants: people.has(index) ? null : row.participants,
      graduates: passed.has(index) ? null : row.graduates,
      share: people.has(index) || passed.has(index) ? null : percentOf(row.graduates, row.participants),
      spentShare: percentOf(row.spent, row.budget),
    })),
    participants: guarded(
      sum(row => row.participants),
      within,
    ),
    graduates: guarded(
      sum(row => row.graduates),
      within,
    ),
    running: sum(row => row.running),
    finished: sum(row => row.finished),
    budget: sum(row => row.budget),
    spent: sum(row => row.spent),
  }
}

/** The smallest area that contains all centres. */
function areaOf(centres: readonly Pick<Counted, 'name' | 'regency'>[]): string {
  const [first] = centres
  if (!first) return 'Ringkasan'
  if (centres.length === 1) return first.name
  if (centres.every(one => one.regency === first.regency)) return regencyNamed(first.regency) ?? 'Satu kota'
  const province = first.regency.slice(0, 2)
  if (!centres.every(one => one.regency.startsWith(province))) return 'Beberapa provinsi'
  return `Provinsi ${findRegion('provinces', province)?.name ?? province}`
}

function hiddenOf(counts: readonly number[], within: boolean): Set<number> {
  const small = counts.flatMap((count, index) => (guarded(count, within) === null ? [index] : []))
  if (small.length !== 1) return new Set(small)
  const next = counts
    .map((count, index) => ({ count, index }))
    .filter(one => one.count >= fewestBeyond)
    .toSorted((a, b) => a.count - b.count)[0]
  return new Set(next ? [...small, next.index] : small)
}

export async function readClasses(
  client: PoolClient,
  year: number,
  centreId: string | null,
  within: boolean,
): Promise<ClassRow[]> {
  const { rows } = await client.query<
    Omit<ClassRow, 'participants' | 'graduates' | 'left'> & Record<'participants' | 'graduates' | 'left', number>
  >(
    `SELECT class.centre_id AS "centreId", member.name AS centre, class.key AS class, title, program, trade, source, state, starts, ends,
       coalesce(participants, 0) AS participants, coalesce(graduates, 0) AS graduates, coalesce(withdrawn + expelled, 0) AS left, days, coalesce(held, 0) AS held
     FROM pusat.class AS class JOIN pusat.member AS member ON member.centre_id = class.centre_id
     LEFT JOIN pusat.class_sum ON class_sum.centre_id = class.centre_id AND class_sum.year = class.year AND class_sum.class = class.key
     WHERE cancelled = 0 AND class.year BETWEEN $1 - 1 AND $1 + 1 AND substr(${countedOn}, 1, 4) = $1::text AND ($2::uuid IS NULL OR class.centre_id = $2)
     ORDER BY starts DESC, centre, class LIMIT 2000`,
    [year, centreId],
  )
  return rows.map(row => ({
    ...row,
    participants: guarded(row.participants, within),
    graduates: guarded(row.graduates, within),
    left: guarded(row.left, within),
  }))
}

type Double = {
  person: string
  trainings: { centre: string; class: string; program: string; ended: string; outcome: string }[]
}

/** People trained by two centres that this role sees, under an anonymous code; the newest first. */
export async function readDoubles(client: PoolClient): Promise<Double[]> {
  const { rows } = await client.query<Double>(
    `WITH twice AS MATERIALIZED (
       SELECT person, keyId FROM pusat.person_seen WHERE twice_at IS NOT NULL ORDER BY twice_at DESC LIMIT 1000)
     SELECT upper(substr(person, 1, 2) || '-' || substr(person, 3, 4)) AS person,
       json_agg(json_build_object('centre', member.name, 'class', class.key, 'program', class.program, 'ended', class.ends, 'outcome', outcome) ORDER BY class.ends DESC) AS trainings
     FROM twice JOIN pusat.enrolment AS enrolment USING (person, keyId)
     JOIN pusat.class AS class ON class.centre_id = enrolment.centre_id AND class.year = enrolment.year AND class.key = enrolment.class
     JOIN pusat.member AS member ON member.centre_id = class.centre_id
     GROUP BY person, keyId HAVING count(DISTINCT class.centre_id) > 1 ORDER BY max(class.ends) DESC LIMIT 200`,
  )
  return rows
}
