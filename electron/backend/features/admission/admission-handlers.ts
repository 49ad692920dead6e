import type { traineeContract } from '../../../../shared/features/trainee/contract.ts'
import type { Handlers } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { placeFor } from '../cohort/enrol-trainees.ts'
import { busyCohort, findByNik } from '../trainee/trainee-store.ts'
import { saveTrainee } from './save-trainee.ts'

export const admissionHandlers: Handlers<Pick<typeof traineeContract, 'save' | 'byNik'>> = {
  byNik({ db, today, saw }, { nik, code }) {
    const row = findByNik(db, nik)
    if (!row) return null
    const { id, name } = row
    saw('trainee_view', id, [id])
    const cohort = busyCohort(db, id, today, today)?.title ?? null
    return { id, name, cohort, ...placeFor(db, id, code === null ? null : getCohort(db, code), today) }
  },

  save: saveTrainee,
}
