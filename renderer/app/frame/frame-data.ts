import type { ReactNode } from 'react'
import type { ShownWork } from './long-work.ts'

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

/** Data of the frame around the page; every part may be missing while it is read. */
export interface FrameData {
  /** Number of open tasks, by path of the place. */
  counts?: Readonly<Record<string, number>>
  backup?: BackupState | undefined
  operator?: Operator | undefined
  /** Locks the screen, so that another person can sign in. */
  onLock?: () => void
  /** Name of this computer, and how fast its host answers or how many desks work with it: 'PC utama · 3 meja'. */
  desk?: string
  /** The host of this desk does not answer. */
  deskLost?: boolean
  /** Shows the striped edge and LATIHAN of the practice centre. */
  practice?: boolean
  onLeavePractice?: () => unknown
  /** Resets the practice centre. */
  onResetPractice?: () => unknown
  practiceError?: string | null
  /** Long work that runs in the background. */
  work?: readonly ShownWork[]
  /** Above every page: a notice of the whole program. */
  notice?: ReactNode
}
