import { Box } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Fragment, type ReactNode, useEffect } from 'react'
import type { Action } from '../action/action.ts'
import { HeadActs } from '../action/head-acts.tsx'
import { ToastPlace } from '../feedback/toast-place.tsx'
import { classNames } from './class-names.ts'
import layout from './layout.module.css'
import styles from './page.module.css'
import { type PageTab, PageTabs } from './page-tabs.tsx'
import { PathLink } from './path-link.tsx'

interface Crumb {
  label: string
  path?: string
}

export interface PageProps {
  title: string
  crumbs?: readonly Crumb[]
  /** One line beside the title. */
  facts?: ReactNode
  /** At most three: secondary buttons, then the primary one. */
  actions?: ReactNode
  /** Further acts, in "Lainnya" (Alt .). */
  more?: readonly Action[]
  tabs?: readonly PageTab[]
  /** Panels of the side column; below 1100 px they are below the main column. */
  side?: ReactNode
  sideWidth?: 240 | 300 | 336 | 372
  /** A StickyBar or ActionBar, if the page ends in one action. */
  bar?: ReactNode
  /** The page does not scroll: the grid or table fills it and scrolls itself. */
  fixed?: boolean
  children: ReactNode
}

export function Page(props: PageProps) {
  const { title, crumbs, facts, actions, more, tabs, side, sideWidth = 336, bar, fixed = false, children } = props
  useEffect(() => {
    document.title = `${title} · Balai`
  }, [title])
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
        <div className={styles.titleRow}>
          <Box
            component="h1"
            tabIndex={-1}
            title={title}
            className={styles.title ?? ''}
            fz="1.3125rem"
            fw={600}
            lts="-0.012em"
            lh="1.75rem"
          >
            {title}
          </Box>
          <ToastPlace>
            {facts !== undefined && <div className={classNames(layout.note, styles.facts)}>{facts}</div>}
          </ToastPlace>
          {(actions !== undefined || more !== undefined) && <HeadActs more={more ?? []}>{actions}</HeadActs>}
        </div>
        {tabs && <PageTabs tabs={tabs} title={title} />}
      </header>
      <div
        className={classNames(styles.body, side !== undefined && styles.sided, fixed && styles.fixed)}
        data-side={sideWidth}
        data-page-body
      >
        <div className={styles.main}>{children}</div>
        {side !== undefined && <aside className={styles.side}>{side}</aside>}
      </div>
      {bar}
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className={styles.crumbs} aria-label="Letak halaman" data-never-first>
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index > 0 && <IconChevronRight size={12} aria-hidden />}
          {crumb.path ? <PathLink path={crumb.path}>{crumb.label}</PathLink> : <span>{crumb.label}</span>}
        </Fragment>
      ))}
    </nav>
  )
}
