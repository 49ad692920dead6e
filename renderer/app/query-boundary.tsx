import type { ReactNode } from 'react'
import { ErrorPanel } from '../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../ui/feedback/loading-bars.tsx'
import { errorMessage } from './error-message.ts'

export interface QueryBoundaryProps<Data> {
  /** What useQuery answers, or several of them put together. */
  query: { data: Data | undefined; error: unknown; refetch: () => Promise<unknown> }
  /** Grey bars to draw while it is being read. */
  rows?: number
  children: (data: Data) => ReactNode
}

/**
 * What was read from the backend, in its place on the page: bars while it comes, the error with "Coba lagi". What is there
 * already stays when reading it again fails.
 */
export function QueryBoundary<Data>({ query, rows = 6, children }: QueryBoundaryProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorPanel onRetry={() => query.refetch()}>{errorMessage(query.error)}</ErrorPanel>
  return <LoadingBars rows={rows} />
}
