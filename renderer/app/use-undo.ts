import { useRef } from 'react'

interface UndoStep {
  undo: () => Promise<unknown>
  redo: () => Promise<unknown>
}

export interface UndoStack {
  /** A step that has just been done. What was taken back before it can no longer be redone. */
  push: (step: UndoStep) => void
  undo: () => Promise<void>
  redo: () => Promise<void>
}

/** Ctrl Z and Ctrl Y of a page that saves itself: every step is a command of its own that runs the other way round. */
export function useUndo(): UndoStack {
  const done = useRef<UndoStep[]>([])
  const undone = useRef<UndoStep[]>([])
  const stack = useRef<UndoStack>({
    push(step) {
      done.current.push(step)
      undone.current = []
    },
    async undo() {
      const step = done.current.pop()
      if (!step) return
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
  return stack.current
}
