import type { rightsContract } from '../../../../shared/features/rights/contract.ts'
import { anonymityGround } from '../../../../shared/features/rights/retention.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { eraseFromAudit, erasureEntity } from '../../database/audit.ts'
import { DomainError } from '../../domain-error.ts'
import { deleteStoredFile } from '../../files/file-store.ts'
import type { CommandScope, Handler } from '../../scope.ts'
import { getRules } from '../centre/centre-store.ts'
import { thaw } from '../trainee/freeze-store.ts'
import { assertNamed } from '../trainee/person-state-store.ts'
import { erasedValues } from './erased-values.ts'
import { forgetPerson, forgottenPeople, type Ground } from './forget-store.ts'
import { heldCohortsOf } from './retention-store.ts'

/** Anonymises people, all or none. Their scans are deleted from the disk after the transaction. */
export const anonymise: Handler<(typeof rightsContract)['anonymise']> = async ({ write, workspace }, input) => {
  const { folder } = workspace
  const ids = [...new Set(input.ids)]
  const files = write(scope => {
    const grounds = ids.map(id => groundOf(scope, id, input.reason))
    const people = forgottenPeople(scope.db, ids)
    const names = ids.map((id, index) => {
      const ground = grounds[index] ?? 'REQUEST'
      const who = { at: scope.at, by: scope.operator.name }
      thaw(scope.db, id, { ...who, reason: 'Dianonimkan' })
      const gone = forgetPerson(scope.db, id, ground, who)
      const reason = ground === 'REQUEST' ? { reason: input.reason } : {}
      scope.record('trainee_anonymity', id, null, { ground, files: gone.length, ...reason })
      return gone
    })
    scope.record(erasureEntity, `${ids.length} peserta`, null, {
      rows: eraseFromAudit(scope.db, row => erasedValues(row, people)),
    })
    return names.flat()
  })
  // A file in use by another program must not keep the others; `balai check` reports leftovers.
  const gone = await Promise.allSettled(files.map(file => deleteStoredFile(folder, file)))
  const remaining = gone.filter(one => one.status === 'rejected').length
  return { people: ids.length, files: files.length - remaining, left: remaining }
}

/** @throws DomainError not_found, person_anonymised, kept_for_class, reason_of_request */
function groundOf({ db, today }: CommandScope, id: TraineeId, reason: string | null): Ground {
  const { name } = assertNamed(db, id)
  const found = anonymityGround(heldCohortsOf(db, id), getRules(db).retentionYears, today)
  if (found.ground === null)
    throw new DomainError({ code: 'kept_for_class', name, cohort: found.cohort, until: found.until })
  if (found.ground === 'REQUEST' && reason === null) throw new DomainError({ code: 'reason_of_request', name })
  return found.ground
}
