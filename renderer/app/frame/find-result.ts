import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** What can be done with a hit besides opening it; the keys work while it is the chosen one. */
export interface FindAction {
  label: string
  /** 'Ctrl Enter' for the main act. */
  keys: string
  run: () => void
}

export interface FindHit {
  key: string
  /** Key of its kind; hits come in the order of the kinds. */
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
  /** Right pane: what one wants to know without opening it. */
  preview?: ReactNode
}

export interface FindKind {
  key: string
  label: string
  /** All hits of the kind, also those that are not in the list. */
  count: number
  /** There may be more than were counted. */
  more?: boolean
  /** The kind that a leading '>' narrows to. */
  actions?: boolean
}

export interface FindResult {
  kinds: readonly FindKind[]
  hits: readonly FindHit[]
  loading: boolean
  /** The hits are those of what is typed, not of the letters before. */
  settled: boolean
  /** Where nobody bears what was typed: "Rahayu (14)"; who bears that is among the hits. */
  suggestion?: { text: string; count: number } | undefined
}

/** A hook that finds; called at every render with the text typed so far, without the leading '>'. */
export type UseFind = (query: string) => FindResult
