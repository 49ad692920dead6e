import { type Action, actionHint, runAction } from './action.ts'
import type { KeyLevel } from './key-registry.ts'
import { useKeys } from './use-keys.ts'

/**
 * Binds the keys of actions while the component is on screen and lists them on the F1 sheet. Actions may change with every
 * render; the newest count. What is false is left out: `canEdit && edit`.
 */
export function useActions(actions: readonly (Action | false | null | undefined)[], level: KeyLevel = 'page'): void {
  const bound = actions.flatMap(action => {
    if (!action || action.keys === undefined) return []
    const { keys, whileTyping } = action
    return {
      keys,
      label: actionHint(action),
      run: () => void runAction(action),
      ...(whileTyping === undefined ? {} : { whileTyping }),
    }
  })
  useKeys(bound, level)
}
