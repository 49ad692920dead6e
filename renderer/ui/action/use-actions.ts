import { useEffect, useRef } from 'react'
import type { Action } from './action.ts'
import { addKeyLayer, type KeyLayer, type KeyLevel } from './key-registry.ts'
import { useMayRun } from './may-context.ts'

export type { Action } from './action.ts'

/**
 * Binds the keys of actions while the component is mounted, and lists them in F1. Actions may change on each render. False entries are skipped:
 * `canEdit && edit`.
 */
export function useActions(actions: readonly (Action | false | null | undefined)[], level: KeyLevel = 'page'): void {
  const mayRun = useMayRun()
  const layer = useRef<KeyLayer>({ level, actions: [] })
  useEffect(() => {
    layer.current.actions = actions.filter(
      action => !!action && action.keys !== undefined && mayRun(action),
    ) as KeyLayer['actions']
  })
  useEffect(() => {
    layer.current.level = level
    return addKeyLayer(layer.current)
  }, [level])
}
