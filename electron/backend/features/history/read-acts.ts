import { type Reach, reachOf } from '../../../../shared/features/access/access-matrix.ts'
import type {
  Act,
  ActCursor,
  ActDetail,
  ActRecord,
  HistoryFilter,
} from '../../../../shared/features/history/contract.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { QueryScope } from '../../scope.ts'
import { actOf, earlierChange, type FirstRow, firstRows, otherRows, sealOf } from './act-row-store.ts'
import { type ActQuestion, findActs } from './act-store.ts'
import { changesIn } from './change-store.ts'
import { isAboutPerson, nameObject } from './object-name-store.ts'

/** Most rows shown of one act. */
const mostShown = 200

/** Reach of the asking person in the history. */
export function reachOfHistory({ operator }: QueryScope): Reach {
  return reachOf(operator?.roles ?? [], 'history.see') ?? 'mine'
}

/** The filter within the reach of the person: with reach 'mine' always the person's own acts. */
export function questionOf(scope: QueryScope, filter: HistoryFilter): ActQuestion {
  const reach = reachOfHistory(scope)
  const hidden = namesHidden(reach)
  return {
    ...filter,
    // A hidden name must not be found by searching for it.
    text: hidden && !/\d/.test(filter.text) ? '' : filter.text,
    traineeId: hidden ? null : filter.traineeId,
    operator: reach === 'mine' ? (scope.operator?.name ?? '') : filter.operator,
  }
}

function namesHidden(reach: Reach): boolean {
  return reach === 'masked' || reach === 'acts'
}

/** Acts, latest first, each with its subject. */
export function readActs(scope: QueryScope, filter: HistoryFilter, before: ActCursor | null, limit: number): Act[] {
  const { db } = scope
  const places = findActs(db, questionOf(scope, filter), before, limit)
  const rows = new Map(
    firstRows(
      db,
      places.map(({ id }) => id),
    ).map(row => [row.id, row]),
  )
  const names = !namesHidden(reachOfHistory(scope))
  return places.flatMap(({ id }) => {
    const row = rows.get(id)
    return row ? [actFrom(scope, row, names)] : []
  })
}

function actFrom({ db }: QueryScope, row: FirstRow, names: boolean): Act {
  const { id, at, operator, desk, operation, area, records, seen, approvedBy } = row
  const { words, path } = nameObject(db, row, names)
  const fields = records === 1 && seen === 0 ? changesIn(db, row).fields.length : 0
  return {
    ...{ id, at, operator, desk, operation, area, records, approvedBy },
    object: words,
    path,
    fields: fields > 0 ? fields : null,
    seen: seen > 0 ? seen : null,
  }
}

/** One act with its rows; values only for roles that may see them. @throws DomainError not_found */
export function readAct(scope: QueryScope, id: number): ActDetail {
  const { db, operator } = scope
  const act = found(actOf(db, id), 'act')
  const [first] = firstRows(db, [act])
  const reach = reachOfHistory(scope)
  if (!first || (reach === 'mine' && first.operator !== operator?.name))
    throw new DomainError({ code: 'not_found', entity: 'act' })
  const names = !namesHidden(reach)
  const rows = [first, ...otherRows(db, act, mostShown - 1)]
  const shown = actFrom(scope, first, names)
  return {
    act: shown,
    records: rows.map((row): ActRecord => {
      const { words, path } = nameObject(db, row, names)
      const open = reach === 'all' || reach === 'mine' || (reach === 'masked' && !isAboutPerson(row.entity))
      const { fields, restricted } = changesIn(db, row)
      return { id: row.id, object: words, path, fields: open ? fields : null, restricted: open ? restricted : [] }
    }),
    earlier: earlierChange(db, first),
    seal: sealOf(db, act + shown.records - 1),
    follows: act - 1,
  }
}
