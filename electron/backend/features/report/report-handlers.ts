import { reportCashMonths } from '../../../../shared/features/report/cash-months.ts'
import type { reportContract } from '../../../../shared/features/report/contract.ts'
import { fewestShown } from '../../../../shared/features/report/dimension.ts'
import { byOrder } from '../../../../shared/features/report/dimension-value.ts'
import { measures } from '../../../../shared/features/report/measure.ts'
import { mayCount, mayRead } from '../../../../shared/features/report/money-figures.ts'
import { isReportKey, officialReports, reportKeys } from '../../../../shared/features/report/official.ts'
import type { OwnReport, OwnTable } from '../../../../shared/features/report/own-report.ts'
import { reportDifferences } from '../../../../shared/features/report/report.ts'
import { mayOpenRestricted, tellsRestricted } from '../../../../shared/features/report/restricted.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { planOfActivity } from '../activity/activity-store.ts'
import { getActivity } from '../activity/check-budget-year.ts'
import { assertMayCount, assertMayRead } from './check-money.ts'
import type { FileOperation } from './file/file-operation.ts'
import { rowsBehind } from './measure/behind-store.ts'
import { cashEntries, spentByMonth } from './measure/cash-store.ts'
import { labelsOf } from './measure/label-store.ts'
import { countMeasures, countTotals, type Scope } from './measure/measure-store.ts'
import { buildReport, buildReportOfPeople, onlyFigures } from './official/build-report.ts'
import { readDue } from './read-due.ts'
import { readOwnReport } from './read-own-report.ts'
import { readYear } from './read-year.ts'
import { getReportSetting, saveReportSetting } from './report-setting-store.ts'
import { findSaved, removeReport, savedReports, saveReport } from './saved-store.ts'
import { findSettled, settledContent, settledReports } from './settled-store.ts'

type Reading = Omit<Handlers<typeof reportContract>, FileOperation>

function ownTable(scope: QueryScope, { choice }: { choice: OwnReport }): OwnTable {
  assertMayCount(scope.operator, choice.measure)
  return readOwnReport(scope, choice)
}

export const reportHandlers: Reading = {
  list: ({ operator }) =>
    reportKeys
      .filter(key => mayRead(operator, key))
      .map(key => {
        const { title, what, named = false, data = false } = officialReports[key]
        return { key, title, what, named, data }
      }),

  get(scope, request) {
    assertMayRead(scope.operator, request.key)
    return buildReport(scope, { ...request, ...onlyFigures })
  },

  getNames(scope, request) {
    const restricted = mayOpenRestricted(scope.operator)
    const { report, people } = buildReportOfPeople(scope, { ...request, fullNik: false, restricted })
    const { from, to } = request.period
    if (people.length > 0) scope.saw('report', `${request.key} ${from} ${to}`, people)
    return report
  },

  year: (scope, { year }) => readYear(scope, year),

  cash({ db, today }, { activityId, period }) {
    const { budgetYear: year, title, budget } = getActivity(db, activityId)
    const plan = planOfActivity(db, activityId)
    return {
      activityId,
      year,
      title,
      budget,
      months: reportCashMonths(plan, spentByMonth(db, activityId), year, today),
      hasPlan: plan.length > 0,
      entries: cashEntries(db, activityId, period),
    }
  },

  behind({ db, today, operator, saw }, { measure, period, filters, limit, offset }) {
    if (tellsRestricted(measure, filters) && !mayOpenRestricted(operator))
      throw new DomainError({ code: 'restricted_people' })
    const scope: Scope = { period, filters, today, countedBy: getReportSetting(db).countedBy }
    if (tellsRestricted(measure, filters) && measures[measure].unit === 'orang') {
      const people = countTotals(db, [measure], scope)[measure]
      if (people > 0 && people < fewestShown) throw new DomainError({ code: 'few_people' })
    }
    const { people = [], ...found } = rowsBehind(db, measure, scope, { limit, offset })
    // Opening the figure with other people in it is recorded again.
    if (people.length > 0)
      saw('report', `${measure} ${period.from} ${period.to} ${JSON.stringify(filters)} ${offset}`, people)
    return { measure, ...found }
  },

  own: ownTable,
  ownGuarded: ownTable,

  values({ db, today }, { measure, dimension, period }) {
    const scope: Scope = { period, filters: {}, today, countedBy: getReportSetting(db).countedBy }
    const keys = countMeasures(db, [measure], [dimension], scope).map(row => row.keys[0] ?? '')
    return [...labelsOf(db, dimension, keys)]
      .toSorted((a, b) => byOrder(a[1], b[1]))
      .map(([key, { label }]) => ({ key, label }))
  },

  saved: ({ db, operator }) => savedReports(db).filter(({ choice }) => mayCount(operator, choice.measure)),

  saveOwn({ db, at, operator, record }, { name, choice }) {
    const before = savedReports(db).find(one => one.name === name)
    const id = saveReport(db, name, choice, { at, by: operator.name })
    record('saved_report', id, before ? { name, choice: before.choice } : null, { name, choice })
    return { id }
  },

  removeOwn({ db, record }, { id }) {
    const { name, choice } = found(findSaved(db, id), 'saved_report')
    removeReport(db, id)
    record('saved_report', id, { name, choice }, null)
  },

  settled: ({ db, operator }) => settledReports(db).filter(({ key }) => mayRead(operator, key)),

  differences(scope, { id }) {
    const settled = found(findSettled(scope.db, id), 'report')
    assertMayRead(scope.operator, settled.key)
    const report = settledContent(scope.db, id)
    const { key, period, asOf } = report
    if (!isReportKey(key)) return { settled, report, differences: [] }
    // Calculated for the same day: follow-ups that became due since then are no change of data.
    const today = asOf.slice(0, 10) as typeof scope.today
    const now = buildReport({ ...scope, today }, { key, period, fundingSource: report.fundingSource, ...onlyFigures })
    return { settled, report, differences: reportDifferences(report, now) }
  },

  due: scope => readDue(scope),

  setting: ({ db }) => getReportSetting(db),

  saveSetting({ db, record }, { setting }) {
    const before = getReportSetting(db)
    saveReportSetting(db, setting)
    record('report', 'aturan', before, setting)
  },
}
