import type { ReactNode } from 'react'
import type { Action } from '../../ui/action/action.ts'
import { ActionButtons } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { Page, type PageProps } from '../../ui/page/page.tsx'
import { FilterBar, type FilterBarProps } from '../../ui/table/filter-bar.tsx'
import { type TableExport, useExport } from '../file/use-export.ts'
import { ListPanel, type ListPanelProps } from './list-panel.tsx'

interface ListPageProps<Row, Chip extends string> extends Omit<PageProps, 'children' | 'fixed'> {
  /** The table of "Ekspor ke Excel"; undefined while it is not read yet. */
  exported?: () => TableExport | Promise<TableExport> | undefined
  /** The main action, last in the head. */
  primary?: Action
  /** Above the filter: sums, notes. */
  above?: ReactNode
  filter?: FilterBarProps<Chip>
  list: ListPanelProps<Row>
  /** An error of another action of the page. */
  error?: string | null
  /** Dialogs and drawers. */
  children?: ReactNode
}

/** A page with one list: actions, filter, rows and export to Excel. */
export function ListPage<Row, Chip extends string>(props: ListPageProps<Row, Chip>) {
  const { exported, primary, actions, above, filter, list, error, children, ...page } = props
  const exporting = useExport(() => exported?.())
  return (
    <Page
      {...page}
      fixed
      actions={
        <>
          {actions}
          <ActionButtons actions={[exported && exporting, primary]} />
        </>
      }
    >
      {above}
      {filter && <FilterBar autoFocus {...filter} />}
      <ErrorNote error={exporting.error ?? error} />
      <ListPanel {...list} />
      {children}
    </Page>
  )
}
