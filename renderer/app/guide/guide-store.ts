import { useSyncExternalStore } from 'react'

/** What the pane shows. */
export type GuideView =
  /** Help of the screen one is on. */
  { kind: 'screen' } | { kind: 'keys' } | { kind: 'all' } | { kind: 'terms' } | { kind: 'page'; id: string }

interface GuideState {
  opened: boolean
  view: GuideView
  /** Counts the times that somebody asked for the pane or its search: then the focus goes there. */
  asked: number
  /** The focus belongs into the search field, not to the first line. */
  searching: boolean
}

let state: GuideState = { opened: false, view: { kind: 'screen' }, asked: 0, searching: false }
const listeners = new Set<() => void>()

function change(part: Partial<GuideState>) {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}

/** Opens the pane beside the work; it stays there from page to page. */
export function openGuide(view: GuideView = { kind: 'screen' }): void {
  change({ opened: true, view, asked: state.asked + 1, searching: false })
}

export function searchGuide(): void {
  change({ opened: true, asked: state.asked + 1, searching: true })
}

/** Goes to another view of the pane, which is open. */
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useGuide(): GuideState {
  return useSyncExternalStore(subscribe, () => state)
}
