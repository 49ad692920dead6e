import type { ReactNode } from 'react'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Page, type PageProps } from '../../ui/page/page.tsx'
import { FilterBar, type FilterBarProps } from '../../ui/table/filter-bar.tsx'
import { type TableExport, useExport } from '../file/use-export.ts'
import { ListPanel, type ListPanelProps } from './list-panel.tsx'

interface ListPageProps<Row, Chip extends string> extends Omit<PageProps, 'children' | 'fixed'> {
  /** What "Ekspor ke Excel" sends out; nothing while it is not read yet. */
  exported?: () => TableExport | Promise<TableExport> | undefined
  /** The action that the page is for, last in its head. */
  primary?: Action
  /** Above the filter: sums, notes. */
  above?: ReactNode
  filter?: FilterBarProps<Chip>
  list: ListPanelProps<Row>
  /** Why something else on the page was not done. */
  error?: string | null
  /** What opens over the list. */
  children?: ReactNode
}

/** A page that is one list: its actions, the filter, the rows, and the way out to Excel. */
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
          {exported && <ActionButton action={exporting} />}
          {primary && <ActionButton action={primary} />}
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
