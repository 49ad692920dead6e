import type { DomainErrorData } from '../../../../shared/domain-error.ts'
import type { duplicateContract } from '../../../../shared/features/duplicate/contract.ts'
import { likenessReasons } from '../../../../shared/features/trainee/name/likeness.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { findTrainee, getTraineePage } from '../trainee/trainee-store.ts'
import {
  countDuplicates,
  findDecision,
  inOrder,
  listDuplicates,
  listMerges,
  removeDecision,
  saveDecision,
} from './duplicate-store.ts'
import { assertMergeable } from './merge-obstacles.ts'
import { mergeTrainees } from './merge-trainees.ts'
import { splitTrainees } from './split-trainees.ts'

export const duplicateHandlers: Handlers<typeof duplicateContract> = {
  counts: ({ db }) => countDuplicates(db),

  list: ({ db }, { view, limit, offset }) => listDuplicates(db, view, limit, offset),

  merges: ({ db }, { limit, offset }) => listMerges(db, limit, offset),

  compare({ db, saw }, { firstId, secondId }) {
    saw('trainee_view', `${firstId} ${secondId}`, [firstId, secondId])
    const first = getTraineePage(db, found(findTrainee(db, firstId), 'trainee'))
    const second = getTraineePage(db, found(findTrainee(db, secondId), 'trainee'))
    return {
      first,
      second,
      reasons: likenessReasons(first, second),
      decided: findDecision(db, firstId, secondId),
      obstacle: obstacleTo(db, first, second.id),
    }
  },

  merge: mergeTrainees,

  split: splitTrainees,

  setDifferent({ db, at, operator, record }, { firstId, secondId }) {
    for (const id of [firstId, secondId]) found(findTrainee(db, id), 'trainee')
    const before = findDecision(db, firstId, secondId)
    saveDecision(db, firstId, secondId, { at, by: operator.name })
    record('different_people', inOrder(firstId, secondId).join(' '), before, findDecision(db, firstId, secondId))
  },

  undoDifferent({ db, record }, { firstId, secondId }) {
    const before = found(findDecision(db, firstId, secondId), 'trainee')
    removeDecision(db, firstId, secondId)
    record('different_people', inOrder(firstId, secondId).join(' '), before, null)
  },
}

function obstacleTo(db: ReadDatabase, survivor: { id: number; name: string }, awayId: number): DomainErrorData | null {
  try {
    assertMergeable(db, survivor, awayId)
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.data
    throw error
  }
}
