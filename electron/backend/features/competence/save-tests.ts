import type { competenceContract } from '../../../../shared/features/competence/contract.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { getOpenCohort } from '../cohort/cohort-store.ts'
import { enrolmentIn } from '../cohort/enrolment-store.ts'
import { resolveCells, type SeenCell } from '../desk/join-record.ts'
import { competenceOfCohort, deleteCompetenceTest, findTestByNumber, saveCompetenceTest } from './competence-store.ts'

type Request = InputOf<typeof competenceContract, 'save'>

/** @throws DomainError not_found, cohort_cancelled, changed_meanwhile, not_trained, not_tested_yet, test_number_taken */
export function saveTests(scope: CommandScope, { code, tests, seen, chosen }: Request): void {
  const { db, at, today, operator, record } = scope
  const cohort = getOpenCohort(db, code)
  const stored = competenceOfCohort(db, cohort.id)
  const cells = tests.flatMap(({ enrolmentId, test: mine }): SeenCell[] => {
    const saw = seen?.find(one => one.enrolmentId === enrolmentId)
    const row = stored.find(one => one.enrolmentId === enrolmentId)
    if (!saw || !row) return []
    const history = [{ entity: 'competence_test', id: `${code} ${enrolmentId}` }]
    const theirs = row.test
    // Result, number and dates are one value, so that a number never gets combined with another result.
    return [
      { row: rowName(row, stored), field: 'test', before: saw.test, theirs, mine, history, valueIn: facts => facts },
    ]
  })
  const stays = resolveCells(scope, cells, chosen)
  for (const { enrolmentId, test } of tests) {
    const { name, left, position } = enrolmentIn(db, cohort, enrolmentId)
    if (stays(rowName({ name, position }, stored), 'test')) continue
    const before = found(
      [...stored, { enrolmentId, test: null }].find(row => row.enrolmentId === enrolmentId),
      'enrolment',
    ).test
    if (test === null) {
      deleteCompetenceTest(db, enrolmentId)
      record('competence_test', `${code} ${enrolmentId}`, before, null)
      continue
    }
    if (left !== null) throw new DomainError({ code: 'not_trained', name })
    if (test.testedOn > today) throw new DomainError({ code: 'not_tested_yet', name, date: test.testedOn })
    const other = test.number === '' ? undefined : findTestByNumber(db, test.number)
    if (other && other.enrolmentId !== enrolmentId)
      throw new DomainError({ code: 'test_number_taken', number: other.number, name: other.name })
    saveCompetenceTest(db, enrolmentId, test, { at, by: operator.name })
    record('competence_test', `${code} ${enrolmentId}`, before, test)
  }
}
