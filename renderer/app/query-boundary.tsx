import type { ReactNode } from 'react'
import { ErrorPanel } from '../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../ui/feedback/loading-bars.tsx'
import { Page, type PageProps } from '../ui/page/page.tsx'
import { errorMessage } from './error-message.ts'

export interface QueryBoundaryProps<Data> {
  /** The result of useQuery, or several combined. */
  query: { data: Data | undefined; error: unknown; refetch: () => Promise<unknown> }
  /** Number of loading bars. */
  rows?: number
  children: (data: Data) => ReactNode
}

/** Shows data of the backend: loading bars, then the content, or the error with "Coba lagi". Content stays visible when a later read fails. */
export function QueryBoundary<Data>({ query, rows = 6, children }: QueryBoundaryProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorPanel onRetry={() => query.refetch()}>{errorMessage(query.error)}</ErrorPanel>
  return <LoadingBars rows={rows} />
}

type PageBoundaryProps<Data> = QueryBoundaryProps<Data> & Pick<PageProps, 'title' | 'crumbs'>

/** A page about one thing. Until it is read: the general title with loading bars, or the error. */
export function PageBoundary<Data>({ title, crumbs, ...reading }: PageBoundaryProps<Data>) {
  if (reading.query.data !== undefined) return reading.children(reading.query.data)
  return (
    <Page title={title} {...(crumbs ? { crumbs } : {})}>
      <QueryBoundary {...reading} />
    </Page>
  )
}
