import type { ReactNode } from 'react'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { EmptyState, type EmptyStateProps } from '../../ui/feedback/empty-state.tsx'
import { Panel, type PanelProps } from '../../ui/page/panel.tsx'
import { DataTable, type DataTableProps } from '../../ui/table/data-table.tsx'
import { QueryBoundary, type QueryBoundaryProps } from '../query-boundary.tsx'

type Query<Data> = QueryBoundaryProps<Data>['query']

export type ListPanelProps<Row> = Omit<DataTableProps<Row>, 'label' | 'rows' | 'empty'> &
  Pick<PanelProps, 'title' | 'facts' | 'fill'> & {
    /** Name for screen readers where the panel has no title. */
    name?: string
    /** What a row is, for screen readers: "angkatan" makes "26 angkatan". */
    unit?: string
    /** Replaces the count with its unit. */
    label?: string
    /** Number of loading bars. */
    bars?: number
    empty: EmptyStateProps | null
    /** Shown when the filter hides all rows, with a way to show them. */
    unmatched?: { title: string; showAll: string; onShowAll: () => void } | false
    /** Shows the rows in another way than as a table. */
    view?: ReactNode
    /** A new key makes a new table: first order, first row. */
    tableKey?: string
  } & (
    | { query: Query<readonly Row[]>; rows?: undefined }
    // Rows that are part of a query, or that the page already has.
    | { query?: Query<unknown>; rows: readonly Row[] }
  )

/** A table in its panel with loading bars, error and empty state. */
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
