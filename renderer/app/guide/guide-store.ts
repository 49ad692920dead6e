import { useSyncExternalStore } from 'react'
import { makeListeners } from '../../ui/feedback/listeners.ts'

/** What the guide pane shows. */
export type GuideView =
  /** Help for the current screen. */
  { kind: 'screen' } | { kind: 'keys' } | { kind: 'all' } | { kind: 'terms' } | { kind: 'page'; id: string }

interface GuideState {
  opened: boolean
  view: GuideView
  /** Increased each time that the pane or its search is opened; it then takes the focus. */
  openings: number
  /** Focus the search field instead of the first line. */
  searching: boolean
}

let state: GuideState = { opened: false, view: { kind: 'screen' }, openings: 0, searching: false }
const listeners = makeListeners()

function change(part: Partial<GuideState>) {
  state = { ...state, ...part }
  listeners.tell()
}

/** Opens the guide beside the page. */
export function openGuide(view: GuideView = { kind: 'screen' }): void {
  change({ opened: true, view, openings: state.openings + 1, searching: false })
}

/** What to check when desks and their host do not reach each other. The guide is in memory by then, so it needs no host. */
export function openConnectionHelp(): void {
  openGuide({ kind: 'page', id: 'pc-utama-putus' })
}

export function searchGuide(): void {
  change({ opened: true, openings: state.openings + 1, searching: true })
}

/** Changes the view of the open pane. */
export function turnGuide(view: GuideView): void {
  change({ view })
}

export function closeGuide(): void {
  change({ opened: false })
}

export function toggleGuide(): void {
  if (state.opened) closeGuide()
  else openGuide()
}

export function useGuide(): GuideState {
  return useSyncExternalStore(listeners.subscribe, () => state)
}
