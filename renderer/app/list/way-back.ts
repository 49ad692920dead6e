import type { useRouter } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A list behind a figure led here, and Esc leads back to it. */
    isFromFigure?: boolean
  }
}

type Router = Pick<ReturnType<typeof useRouter>, 'history'>

/** Opens a page of somebody or something out of a list behind a figure. */
export function openFromFigure({ history }: Router, path: string): void {
  history.push(path, { isFromFigure: true })
}

/** Back to the list behind a figure if that led here, else to the list that the page belongs to. */
export function goBack({ history }: Router, list: string): void {
  if (history.location.state.isFromFigure) history.back()
  else history.push(list)
}
