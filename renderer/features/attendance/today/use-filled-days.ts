import { useState } from 'react'
import { useUndo } from '../../../app/use-undo.ts'

/** Days filled during this visit, by key. The newest is undone by its link, all of them one by one by Ctrl Z. */
export function useFilledDays() {
  const { push, undo, actions } = useUndo()
  const [newest, setNewest] = useState<string | null>(null)
  return {
    newest,
    undo,
    actions,
    filled(key: string, step: { undo: () => Promise<unknown>; redo: () => Promise<unknown> }) {
      setNewest(key)
      push({
        undo() {
          setNewest(null)
          return step.undo()
        },
        redo() {
          setNewest(key)
          return step.redo()
        },
      })
    },
  }
}

export type FilledDays = ReturnType<typeof useFilledDays>
