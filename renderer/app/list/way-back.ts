import type { useRouter } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page was opened from a list behind a figure; Esc returns there. */
    isFromFigure?: boolean
  }
}

type Router = Pick<ReturnType<typeof useRouter>, 'history'>

/** Opens a page from a list behind a figure. */
export function openFromFigure({ history }: Router, path: string): void {
  history.push(path, { isFromFigure: true })
}

/** Returns to the list behind a figure if the page was opened from it, otherwise to the given list. */
export function goBack({ history }: Router, list: string): void {
  if (history.location.state.isFromFigure) history.back()
  else history.push(list)
}
