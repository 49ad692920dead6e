import { Page, type PageProps } from '../ui/page/page.tsx'
import { QueryBoundary, type QueryBoundaryProps } from './query-boundary.tsx'

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
