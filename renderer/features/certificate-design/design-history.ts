import type { Design } from '../../../shared/features/certificate-design/design.ts'

/** The design being edited, with its undo and redo steps. */
type DesignHistory = { past: readonly Design[]; present: Design; future: readonly Design[]; step: string | null }

type DesignChange =
  /** Consecutive changes with the same `step` are one undo step, for example typing a word. */
  { what: 'change'; design: Design; step: string | null } | { what: 'undo' | 'redo' }

const kept = 100

export function historyOf(design: Design): DesignHistory {
  return { past: [], present: design, future: [], step: null }
}

export function changeHistory(history: DesignHistory, change: DesignChange): DesignHistory {
  const { past, present, future, step } = history
  switch (change.what) {
    case 'change': {
      const goesOn = change.step !== null && change.step === step
      const before = goesOn ? past : [...past, present].slice(-kept)
      return { past: before, present: change.design, future: [], step: change.step }
    }
    case 'undo': {
      const before = past.at(-1)
      if (!before) return history
      return { past: past.slice(0, -1), present: before, future: [present, ...future], step: null }
    }
    case 'redo': {
      const [after, ...rest] = future
      if (!after) return history
      return { past: [...past, present], present: after, future: rest, step: null }
    }
  }
}
