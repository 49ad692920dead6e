import { createContext, useContext } from 'react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import type { Action } from './action.ts'

/** Whether the signed-in person has a right; before sign-in nothing is hidden. */
export const MayContext = createContext<(group: OperationGroup) => boolean>(() => true)

/** Whether an action is shown and bound, by the rights of the signed-in person. */
export function useMayRun(): (action: Pick<Action, 'needs'>) => boolean {
  const may = useContext(MayContext)
  return ({ needs }) => needs === undefined || may(needs)
}
