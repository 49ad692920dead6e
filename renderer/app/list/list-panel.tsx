import type { ReactNode } from 'react'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { EmptyState, type EmptyStateProps } from '../../ui/feedback/empty-state.tsx'
import { Panel, type PanelProps } from '../../ui/page/panel.tsx'
import { DataTable, type DataTableProps } from '../../ui/table/data-table.tsx'
import { QueryBoundary, type QueryBoundaryProps } from '../query-boundary.tsx'

type Query<Data> = QueryBoundaryProps<Data>['query']

export type ListPanelProps<Row> = Omit<DataTableProps<Row>, 'label' | 'rows' | 'empty'> &
  Pick<PanelProps, 'title' | 'facts' | 'fill'> & {
    /** Of the panel where it has no title, for screen readers. */
    name?: string
    /** What a row is, for screen readers: "angkatan" makes "26 angkatan". */
    unit?: string
    /** Instead of the count with its unit. */
    label?: string
    /** Grey bars while it is read. */
    bars?: number
    empty: EmptyStateProps | null
    /** The way back when there are rows that only the filter hides. */
    unmatched?: { title: string; showAll: string; onShowAll: () => void } | false
    /** The same rows drawn in another way than as a table. */
    view?: ReactNode
    /** Another one is another table, in its first order and at its first row. */
    tableKey?: string
  } & (
    | { query: Query<readonly Row[]>; rows?: undefined }
    // Some of what is read, or what the page holds already.
    | { query?: Query<unknown>; rows: readonly Row[] }
  )

/** A table in its panel: bars while it is read, the error, what belongs there while it is empty. */
export function ListPanel<Row>(props: ListPanelProps<Row>) {
  const {
    name,
    title,
    facts,
    fill = true,
    query,
    bars,
    unit,
    label,
    empty,
    unmatched,
    view,
    tableKey,
    ...table
  } = props
  const draw = (rows: readonly Row[]) =>
    view || (
      <DataTable
        key={tableKey}
        {...table}
        rows={rows}
        label={label ?? `${rows.length} ${unit}`}
        empty={
          unmatched ? (
            <EmptyState title={unmatched.title}>
              <LinkAction onAction={unmatched.onShowAll}>{unmatched.showAll}</LinkAction>
            </EmptyState>
          ) : (
            empty && <EmptyState {...empty} />
          )
        }
      />
    )
  return (
    <Panel flush {...{ fill, title, facts }} {...(name === undefined ? {} : { label: name })}>
      {query ? (
        <QueryBoundary<unknown> query={query} {...(bars === undefined ? {} : { rows: bars })}>
          {data => draw(props.rows ?? (data as readonly Row[]))}
        </QueryBoundary>
      ) : (
        draw(props.rows ?? [])
      )}
    </Panel>
  )
}
