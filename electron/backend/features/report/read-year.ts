import { seesMoney } from '../../../../shared/features/access/access-matrix.ts'
import { fundingSourceName, fundingSources } from '../../../../shared/features/activity/funding-source.ts'
import { tradeCodes, tradeName } from '../../../../shared/features/program/trades.ts'
import type { ReportYear } from '../../../../shared/features/report/contract.ts'
import { elapsedShare } from '../../../../shared/features/report/elapsed-share.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { percentOf } from '../../../../shared/features/report/report.ts'
import { districtsOfRegency } from '../../region/regencies.ts'
import type { QueryScope } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { yearsOfReports } from './due-store.ts'
import { countCoarser, countFinely, countTotals, type Scope, wholeOf } from './measure/measure-store.ts'
import { readDue } from './read-due.ts'
import { getReportSetting } from './report-setting-store.ts'

/** All data of the page of a year, in six statements. */
export function readYear(query: Pick<QueryScope, 'db' | 'at' | 'today' | 'operator'>, year: number): ReportYear {
  const { db, at, today, operator } = query
  const withMoney = seesMoney(operator)
  const setting = getReportSetting(db)
  const scope: Scope = { period: yearPeriod(year), filters: {}, today, countedBy: setting.countedBy }
  const count = countTotals(db, ['classes', 'applicants'], scope)
  const people = countFinely(
    db,
    [
      'participants',
      'graduates',
      'failed',
      'withdrawn',
      'expelled',
      'running',
      'askable',
      'reached',
      'employed',
      'selfEmployed',
    ],
    ['trade', 'village'],
    scope,
  )
  const byTrade = countCoarser(db, people, ['trade'], scope)
  const sum = (key: keyof (typeof byTrade)[number]['values']) =>
    byTrade.reduce((total, row) => total + row.values[key], 0)
  const spending = countFinely(db, ['budget', 'spent'], ['source'], scope)
  const bySource = new Map(spending.rows.map(row => [row.keys[0], row.values]))
  const byVillage = new Map(countCoarser(db, people, ['village'], scope).map(row => [row.keys[0], row.values]))
  const districts = districtsOfRegency(getCentre(db).regencyCode).map(({ code, name, villages }) => {
    const own = villages.map(village => {
      const counted = byVillage.get(village.code)
      return {
        code: village.code,
        name: village.name,
        people: counted ? remaining(counted) : 0,
        graduates: counted?.graduates ?? 0,
      }
    })
    return { code, name, people: own.reduce((total, village) => total + village.people, 0), villages: own }
  })
  const { budget, spent } = wholeOf(db, spending, scope)
  const here = districts.reduce((total, district) => total + district.people, 0)
  return {
    year,
    years: yearsOfReports(db),
    asOf: at,
    ...count,
    participants: sum('participants'),
    graduates: sum('graduates'),
    failed: sum('failed'),
    withdrawn: sum('withdrawn'),
    expelled: sum('expelled'),
    running: sum('running'),
    employed: sum('employed'),
    selfEmployed: sum('selfEmployed'),
    askable: sum('askable'),
    reached: sum('reached'),
    workingShare: percentOf(sum('employed') + sum('selfEmployed'), sum('askable')),
    trades: tradeCodes.flatMap(trade => {
      const values = byTrade.find(row => row.keys[0] === trade)?.values
      if (!values) return []
      const { participants, graduates, failed, withdrawn, expelled, running } = values
      const of = setting.passBase === 'decree' ? participants : graduates + failed
      // Before the first panel there is nothing to divide.
      const share = graduates + failed === 0 ? null : percentOf(graduates, of)
      return [
        { trade, label: tradeName(trade), participants, graduates, failed, left: withdrawn + expelled, running, share },
      ]
    }),
    sources: fundingSources.flatMap(source => {
      const values = bySource.get(source)
      if (!values || !withMoney) return []
      const { budget, spent } = values
      return [{ source, label: fundingSourceName(source), budget, spent, share: percentOf(spent, budget) }]
    }),
    money: withMoney ? { budget, spent, share: percentOf(spent, budget) } : null,
    elapsed: elapsedShare(year, today),
    districts,
    villagesReached: districts.flatMap(district => district.villages).filter(village => village.people > 0).length,
    elsewhere: byTrade.reduce((total, { values }) => total + remaining(values), 0) - here,
    due: readDue(query),
  }
}

/** Who left a class has freed its place for the kelurahan, as on the board. */
function remaining({ graduates, failed, running }: Record<'graduates' | 'failed' | 'running', number>): number {
  return graduates + failed + running
}
