import { useRef } from 'react'
import type { Action } from '../ui/action/action.ts'
import { programKeys } from '../ui/action/program-keys.ts'
import { forgetLastAct, hasLastAct, undoLastAct } from '../ui/feedback/toast.ts'

interface UndoStep {
  undo: () => Promise<unknown>
  redo: () => Promise<unknown>
}

export interface UndoStack {
  /** Adds a step that was just done. Clears what could be redone. */
  push: (step: UndoStep) => void
  undo: () => Promise<void>
  redo: () => Promise<void>
  /** Undo and redo with their keys: `useActions([...undo.actions])`. */
  actions: readonly [undo: Action, redo: Action]
}

/** Ctrl Z and Ctrl Y of a page that saves itself: each step is undone by a command with the old values. */
export function useUndo(): UndoStack {
  const done = useRef<UndoStep[]>([])
  const undone = useRef<UndoStep[]>([])
  const stack = useRef<Omit<UndoStack, 'actions'>>({
    push(step) {
      done.current.push(step)
      undone.current = []
      forgetLastAct()
    },
    async undo() {
      // The last act happened on another page, or later than the steps of this page.
      const step = hasLastAct() ? undefined : done.current.pop()
      if (!step) return undoLastAct()
      undone.current.push(step)
      await step.undo()
    },
    async redo() {
      const step = undone.current.pop()
      if (!step) return
      done.current.push(step)
      await step.redo()
    },
  })
  const { undo, redo } = stack.current
  return {
    ...stack.current,
    actions: [
      { label: 'Urungkan', keys: programKeys.undo, run: undo },
      { label: 'Ulangi', keys: programKeys.redo, run: redo },
    ],
  }
}
