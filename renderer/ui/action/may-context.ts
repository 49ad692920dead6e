import { createContext, useContext } from 'react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import type { Action } from './action.ts'

/** Whether whoever works here may do acts of a group; before anybody has signed in nothing is hidden. */
export const MayContext = createContext<(group: OperationGroup) => boolean>(() => true)

/** Tells which actions are drawn, bound and hinted: those that the roles of whoever works here allow. */
export function useMayRun(): (action: Pick<Action, 'needs'>) => boolean {
  const may = useContext(MayContext)
  return ({ needs }) => needs === undefined || may(needs)
}
