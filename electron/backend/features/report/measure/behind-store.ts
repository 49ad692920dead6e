import { fundingSourceName, isFundingSource } from '../../../../../shared/features/activity/funding-source.ts'
import type { BehindRow } from '../../../../../shared/features/report/contract.ts'
import { type MeasureKey, measures } from '../../../../../shared/features/report/measure.ts'
import { maskNik } from '../../../../../shared/features/trainee/nik/nik.ts'
import { type PlainDate, shortDay } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { findVillage } from '../../../region/villages.ts'
import { factSources, withClasses } from './fact-store.ts'
import { columnOf, conditionOf, conditionsOf, parametersOf, type Scope } from './measure-store.ts'

type Page = { limit: number; offset: number }
/** `people`: ids of people in the rows. */
type Found = { rows: BehindRow[]; count: number; hidden: number; people?: number[] }

/** The rows of a figure: people by class, classes, days of instructors, papers, entries. */
export function rowsBehind(db: ReadDatabase, key: MeasureKey, scope: Scope, page: Page): Found {
  const { fact } = measures[key]
  if (factSources[fact].person) return peopleBehind(db, key, scope, page)
  if (fact === 'spending') return spendingBehind(db, key, scope, page)
  if (fact === 'activity') return activitiesBehind(db, key, scope, page)
  return classesBehind(db, key, scope, page)
}

/** Contribution of a group's rows to a figure. */
function figureOfGroup(key: MeasureKey): string {
  const { fact, sum, distinct } = measures[key]
  if (distinct) return `count(DISTINCT ${columnOf(fact, distinct)})`
  return sum ? `sum(${columnOf(fact, sum)})` : 'count(*)'
}

function whereOf(key: MeasureKey, scope: Scope): string {
  return `${conditionsOf(measures[key].fact, scope)} AND ${conditionOf(measures[key])}`
}

type Person = {
  id: number
  name: string
  nik: string
  village: string | null
  closed: 0 | 1
  code: string
  title: string
  figure: number
}

function peopleBehind(db: ReadDatabase, key: MeasureKey, scope: Scope, { limit, offset }: Page): Found {
  const { fact } = measures[key]
  const [code, title] = fact === 'applicant' ? ["''", 'registration.title'] : ['class.class', 'class.title']
  const person = 'CASE WHEN trainee.id IN (SELECT trainee_id FROM closed_trainee) THEN 1 ELSE 0 END'
  const groups = `FROM ${factSources[fact].from} WHERE ${whereOf(key, scope)}
    GROUP BY trainee.id, trainee.name, trainee.folded_name, trainee.nik, trainee.village_code, ${code}, ${title}`
  const parameters = parametersOf(scope)
  const read = <Row>(statement: string, more: Record<string, number> = {}) =>
    db.all<Row>(withClasses(fact, scope.countedBy, statement), { ...parameters, ...more })
  const [sums] = read<{ count: number; hidden: number }>(
    `SELECT count(*) AS count, coalesce(sum(closed), 0) AS hidden FROM (SELECT ${person} AS closed ${groups}) AS people`,
  )
  const rows = read<Person>(
    `SELECT trainee.id, trainee.name, trainee.nik, trainee.village_code AS village, ${person} AS closed, ${code} AS code, ${title} AS title,
       ${figureOfGroup(key)} AS figure ${groups} ORDER BY closed, trainee.folded_name, trainee.id, ${title} LIMIT @limit OFFSET @offset`,
    { limit, offset },
  )
  const shown = rows.filter(row => row.closed === 0)
  return {
    rows: shown.map(personRow),
    people: shown.map(row => row.id),
    count: (sums?.count ?? 0) - (sums?.hidden ?? 0),
    hidden: sums?.hidden ?? 0,
  }
}

function personRow({ id, name, nik, village, code, title, figure }: Person): BehindRow {
  const place = findVillage(village)?.village
  const detail = [title, place ? `Kel. ${place}` : '', maskNik(nik)].filter(Boolean).join(' · ')
  return { key: `${id} ${code} ${title}`, name, detail, figure, path: `/peserta/${id}` }
}

function classesBehind(db: ReadDatabase, key: MeasureKey, scope: Scope, { limit, offset }: Page): Found {
  const { fact } = measures[key]
  const groups = `FROM ${factSources[fact].from} WHERE ${whereOf(key, scope)} GROUP BY class.class, class.title`
  const statement = (select: string, end: string) =>
    withClasses(fact, scope.countedBy, `SELECT ${select} ${groups} ${end}`)
  const parameters = parametersOf(scope)
  const rows = db.all<{ code: string; title: string; figure: number; starts: PlainDate }>(
    statement(
      `class.class AS code, class.title, min(class.starts) AS starts, ${figureOfGroup(key)} AS figure`,
      'ORDER BY class.class LIMIT @limit OFFSET @offset',
    ),
    { ...parameters, limit, offset },
  )
  const all = db.all(statement('class.class', ''), parameters)
  return {
    rows: rows.map(({ code, title, figure, starts }) => ({
      key: code,
      name: title,
      detail: `${code} · mulai ${shortDay(starts, { year: true })}`,
      figure,
      path: `/angkatan/${code}`,
    })),
    count: all.length,
    hidden: 0,
  }
}

function spendingBehind(db: ReadDatabase, key: MeasureKey, scope: Scope, { limit, offset }: Page): Found {
  const from = `FROM ${factSources.spending.from} WHERE ${whereOf(key, scope)}`
  const parameters = parametersOf(scope)
  const rows = db.all<{
    id: number
    activity: number
    title: string
    date: PlainDate
    description: string
    evidence: string
    by: string
    amount: number
  }>(
    `SELECT spending.id, activity.id AS activity, activity.title, spending.date, spending.description, spending.evidence,
       spending.recorded_by AS by, spending.amount ${from} ORDER BY spending.date, spending.id LIMIT @limit OFFSET @offset`,
    { ...parameters, limit, offset },
  )
  return {
    rows: rows.map(row => ({
      key: String(row.id),
      name: row.description,
      detail: `${shortDay(row.date, { year: true })} · ${row.title} · bukti ${row.evidence} · dicatat ${row.by}`,
      figure: measures[key].sum ? row.amount : 1,
      path: `/kegiatan/${row.activity}`,
    })),
    count: db.value(`SELECT count(*) ${from}`, parameters),
    hidden: 0,
  }
}

function activitiesBehind(db: ReadDatabase, key: MeasureKey, scope: Scope, { limit, offset }: Page): Found {
  const from = `FROM activity WHERE ${whereOf(key, scope)}`
  const parameters = parametersOf(scope)
  const rows = db.all<{ id: number; title: string; source: string; year: number; number: number; figure: number }>(
    `SELECT id, title, funding_source AS source, budget_year AS year, number, ${figureOfGroup(key)} AS figure ${from}
     GROUP BY id, title, funding_source, budget_year, number ORDER BY budget_year, number LIMIT @limit OFFSET @offset`,
    { ...parameters, limit, offset },
  )
  return {
    rows: rows.map(({ id, title, source, year, number, figure }) => ({
      key: String(id),
      name: title,
      detail: `Kegiatan ${number} · ${year} · ${isFundingSource(source) ? fundingSourceName(source) : source}`,
      figure,
      path: `/kegiatan/${id}`,
    })),
    count: db.value(`SELECT count(*) ${from}`, parameters),
    hidden: 0,
  }
}
