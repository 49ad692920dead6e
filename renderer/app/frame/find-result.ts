import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** What can be done with a hit besides opening it; its keys work while the hit is chosen. */
export interface FindAction {
  label: string
  /** 'Ctrl Enter' for the main action. */
  keys: string
  run: () => void
}

export interface FindHit {
  key: string
  /** Key of its kind; hits are ordered by kind. */
  kind: string
  title: string
  detail?: string
  icon: TablerIcon
  /** At the right of the line: "dicabut". */
  badge?: ReactNode
  run: () => void
  /** What Enter opens: "Buka peserta". */
  opens?: string
  actions?: readonly FindAction[]
  /** Shown in the right pane. */
  preview?: ReactNode
}

export interface FindKind {
  key: string
  label: string
  /** Number of all hits of this kind, also those not listed. */
  count: number
  /** There may be more hits than were counted. */
  more?: boolean
  /** The kind that a leading '>' selects. */
  actions?: boolean
}

export interface FindResult {
  kinds: readonly FindKind[]
  hits: readonly FindHit[]
  loading: boolean
  /** The hits belong to the present text, not to an earlier one. */
  settled: boolean
  /** A similar spelling when nothing matches the text: "Rahayu (14)". Its hits are listed. */
  suggestion?: { text: string; count: number } | undefined
}

/** A search hook, called on every render with the text without the leading '>'. */
export type UseFind = (query: string) => FindResult
