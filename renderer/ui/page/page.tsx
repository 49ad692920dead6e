import { Box } from '@mantine/core'
import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { Fragment, type ReactNode, useEffect } from 'react'
import { type Action, useActions } from '../action/action.ts'
import { HeadActs } from '../action/head-acts.tsx'
import { ToastPlace } from '../feedback/toast-place.tsx'
import { classNames } from './class-names.ts'
import layout from './layout.module.css'
import styles from './page.module.css'
import { PathLink } from './path-link.tsx'

interface Crumb {
  label: string
  path?: string
}

export interface PageTab {
  label: string
  path: string
  active?: boolean
  /** A green tick: nothing is left to do there. */
  done?: boolean
  /** Progress: '12/15'. */
  count?: string
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
        {tabs && <Tabs tabs={tabs} title={title} />}
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
    <nav className={styles.crumbs} aria-label="Letak halaman">
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index > 0 && <IconChevronRight size={12} aria-hidden />}
          {crumb.path ? <PathLink path={crumb.path}>{crumb.label}</PathLink> : <span>{crumb.label}</span>}
        </Fragment>
      ))}
    </nav>
  )
}

function Tabs({ tabs, title }: { tabs: readonly PageTab[]; title: string }) {
  const router = useRouter()
  const current = tabs.findIndex(tab => tab.active)
  function step(by: number) {
    const next = tabs[current + by]
    if (next) router.history.push(next.path)
  }
  useActions([
    { label: 'Tab sebelumnya', keys: 'Ctrl [', run: () => step(-1) },
    { label: 'Tab berikutnya', keys: 'Ctrl ]', run: () => step(1) },
  ])
  return (
    <nav className={styles.tabs} aria-label={`Bagian ${title}`} data-many={tabs.length > 9 || undefined}>
      {tabs.map(tab => (
        <PathLink key={tab.path} path={tab.path} className={styles.tab} aria-current={tab.active ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          {tab.done && <IconCircleCheck size={15} className={layout.ok} aria-label="selesai" role="img" />}
        </PathLink>
      ))}
    </nav>
  )
}
