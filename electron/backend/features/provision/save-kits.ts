import type { provisionContract } from '../../../../shared/features/provision/contract.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import { DomainError } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { getOpenCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { cellsOfRow, resolveCells, rowIn } from '../desk/join-record.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { kitsOfCohort, writeKit } from './kit-store.ts'

type Request = InputOf<typeof provisionContract, 'saveKits'>

/**
 * Stores clothing sizes and insurance cards of participants. What others changed meanwhile is joined.
 * @throws DomainError not_found, cohort_cancelled, changed_meanwhile
 */
export function saveKits(scope: CommandScope, { code, kits, seen, chosen }: Request): void {
  const { db, record } = scope
  const cohort = getOpenCohort(db, code)
  const members = traineesOfCohort(db, cohort.id)
  const rows = kitsOfCohort(db, cohort.id)
  const known = kits.map(({ enrolmentId, ...given }) => {
    const member = members.find(one => one.enrolmentId === enrolmentId)
    const row = rows.find(one => one.enrolmentId === enrolmentId)
    if (!member || !row) throw new DomainError({ code: 'not_found', entity: 'enrolment' })
    assertUsable(db, member.traineeId)
    return { enrolmentId, given, row, saw: seen?.find(one => one.enrolmentId === enrolmentId) }
  })
  const history = [{ entity: 'enrolment_kit', id: code }]
  const cells = known.flatMap(({ given, row, saw }) =>
    cellsOfRow(kitFields, {
      ...{ row: rowName(row, rows), history, saw, theirs: row, mine: given },
      rowIn: facts => rowIn(facts, 'enrolmentId', row.enrolmentId),
    }),
  )
  const stays = resolveCells(scope, cells, chosen)
  const changes = known.map(({ enrolmentId, given, row }) => {
    for (const field of kitFields) if (stays(rowName(row, rows), field)) delete given[field]
    const { clothingSize, insuranceCard } = row
    const after = {
      enrolmentId,
      clothingSize: given.clothingSize === undefined ? clothingSize : given.clothingSize,
      insuranceCard: given.insuranceCard ?? insuranceCard,
    }
    return { before: { enrolmentId, clothingSize, insuranceCard }, after }
  })
  for (const { after } of changes) writeKit(db, after)
  record(
    'enrolment_kit',
    code,
    changes.map(change => change.before),
    changes.map(change => change.after),
  )
}

const kitFields = ['clothingSize', 'insuranceCard'] as const
