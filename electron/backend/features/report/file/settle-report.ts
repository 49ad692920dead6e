import type { reportContract } from '../../../../../shared/features/report/contract.ts'
import { officialReports } from '../../../../../shared/features/report/official.ts'
import { type SettledReportId, settledReportId } from '../../../../../shared/ids.ts'
import { DomainError, foundIn } from '../../../domain-error.ts'
import { drawOnThread } from '../../../draw-on-thread.ts'
import type { InputOf, QueryScope, TaskScope } from '../../../scope.ts'
import { getCentre, isValidOn, listOfficers, signatoryOf } from '../../centre/centre-store.ts'
import { buildReport, onlyFigures } from '../official/build-report.ts'
import { findByNumber, insertSettled } from '../settled-store.ts'
import { paperFacts } from './read-paper-facts.ts'

type Request = InputOf<typeof reportContract, 'settle'>

/** @throws DomainError date_in_future, report_not_over, report_number_taken, officer_not_valid */
export async function settleReport(
  scope: TaskScope,
  { number, settledOn, officerId, ...request }: Request,
): Promise<{ id: SettledReportId }> {
  const { title } = officialReports[request.key]
  const { report, facts, paperSize, signatory } = scope.read(query => {
    assertSettleable(query, { number, settledOn, until: request.period.to })
    const officer = foundIn(listOfficers(query.db), row => row.id === officerId, 'officer')
    if (!isValidOn(officer, settledOn))
      throw new DomainError({ code: 'officer_not_valid', name: officer.name, date: settledOn })
    return {
      report: buildReport(query, { ...request, ...onlyFigures }),
      facts: paperFacts(query),
      paperSize: getCentre(query.db).paperSize,
      signatory: signatoryOf(officer),
    }
  })
  const settling = {
    report,
    facts: { ...facts, head: signatory, settled: { number, on: settledOn } },
    size: paperSize,
  }
  const [paper, workbook] = await Promise.all(
    (['pdf', 'xlsx'] as const).map(format => drawOnThread(scope, 'report', { ...settling, format })),
  )
  if (!paper || !workbook) throw new Error('nothing was written')
  return scope.write(command => {
    // Another person may have used the number while the papers were drawn.
    assertSettleable(command, { number, settledOn, until: request.period.to })
    const { db, at, operator, record } = command
    const id = insertSettled(db, {
      report,
      number,
      settledOn,
      signatory,
      pdf: paper.bytes,
      workbook: workbook.bytes,
      at,
      by: operator.name,
    })
    record('report', id, null, {
      key: report.key,
      title,
      period: report.period,
      number,
      settledOn,
      signatory: signatory.name,
    })
    return { id: settledReportId.parse(id) }
  })
}

type Settling = { number: string; settledOn: QueryScope['today']; until: QueryScope['today'] }

function assertSettleable(
  { db, today }: Pick<QueryScope, 'db' | 'today'>,
  { number, settledOn, until }: Settling,
): void {
  if (settledOn > today) throw new DomainError({ code: 'date_in_future', date: settledOn })
  if (until > settledOn) throw new DomainError({ code: 'report_not_over', until })
  const taken = findByNumber(db, number)
  if (taken)
    throw new DomainError({ code: 'report_number_taken', number, title: taken.title, settledOn: taken.settledOn })
}
