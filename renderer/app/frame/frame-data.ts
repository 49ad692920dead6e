import type { ReactNode } from 'react'
import type { WorkProgress } from '../../ui/feedback/progress-foot.tsx'

interface Operator {
  id: number
  name: string
  /** "Petugas pendaftaran" */
  detail: string
}

export interface BackupState {
  tone: 'ok' | 'warn' | 'err'
  /** "Cadangan aman · 07.41" */
  text: string
  path?: string
}

/** What the frame shows besides the page; everything may still be missing while it is being read. */
export interface FrameData {
  /** What waits today, by path of the place. */
  counts?: Readonly<Record<string, number>>
  backup?: BackupState | undefined
  operator?: Operator | undefined
  /** Locks the screen, so that somebody else can work. */
  onLock?: () => void
  /** Where this page stands: 'PC utama'. */
  desk?: string
  /** The host of this desk does not answer. */
  deskLost?: boolean
  /** The practice centre: striped edge and LATIHAN, so that nobody takes it for the real one. */
  practice?: boolean
  onLeavePractice?: () => unknown
  /** Throws away what was done in the practice centre. */
  onResetPractice?: () => unknown
  practiceError?: string | null
  /** Long work that goes on while one does something else. */
  work?: readonly WorkProgress[]
  /** Above every page: something the whole program must say. */
  notice?: ReactNode
}
