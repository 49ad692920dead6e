import { IconCircleCheck } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useLayoutEffect, useRef, useState } from 'react'
import { stepActions, useActions } from '../action/action.ts'
import { MoreActions } from '../action/more-actions.tsx'
import layout from './layout.module.css'
import styles from './page-tabs.module.css'
import { PathLink } from './path-link.tsx'

export interface PageTab {
  label: string
  path: string
  active?: boolean
  /** A green tick: nothing is left to do there. */
  done?: boolean
  /** Progress: '12/15'. */
  count?: string
}

/** Keys to the previous and the next tab. */
export const tabKeys = ['Ctrl [', 'Ctrl ]'] as const

/** The tabs of a page on one line. What does not fit is in "Lainnya" at the end; the current tab always stays. */
export function PageTabs({ tabs, title }: { tabs: readonly PageTab[]; title: string }) {
  const router = useRouter()
  const place = useRef<HTMLElement>(null)
  const [folded, setFolded] = useState('')
  const current = tabs.findIndex(tab => tab.active)
  function step(by: number) {
    const next = tabs[current + by]
    if (next) router.history.push(next.path)
  }
  useActions(stepActions('Tab', step, tabKeys[1], tabKeys[0]))
  useLayoutEffect(() => {
    const nav = place.current
    if (!nav) return
    const fold = () => setFolded(withoutRoom(nav).join(' '))
    const observer = new ResizeObserver(fold)
    // Tabs change their width too, for example when the font has been loaded.
    for (const element of [nav, ...nav.querySelectorAll('a')]) observer.observe(element)
    fold()
    return () => observer.disconnect()
  })
  const isFolded = (index: number) => folded.split(' ').includes(String(index))
  return (
    <nav
      ref={place}
      className={styles.tabs}
      aria-label={`Bagian ${title}`}
      data-many={tabs.length > 9 || undefined}
      data-never-first
    >
      {tabs.map((tab, index) => (
        <PathLink
          key={tab.path}
          path={tab.path}
          className={styles.tab}
          aria-current={tab.active ? 'page' : undefined}
          data-folded={isFolded(index) || undefined}
        >
          {tab.label}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          {tab.done && <IconCircleCheck size={15} className={layout.ok} aria-label="selesai" role="img" />}
        </PathLink>
      ))}
      {folded !== '' && (
        <div className={styles.more}>
          <MoreActions
            actions={tabs
              .filter((_, index) => isFolded(index))
              .map(tab => ({ label: tab.label, run: () => router.history.push(tab.path) }))}
          />
        </div>
      )}
    </nav>
  )
}

/** Width of "Lainnya" with its key, in pixels. */
const widthOfMore = 140

/** The numbers of the tabs that go into "Lainnya", from the end, never the current one. */
function withoutRoom(nav: HTMLElement): number[] {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>(':scope > a')]
  let width = links.reduce((sum, link) => sum + link.offsetWidth, 0)
  if (width <= nav.clientWidth) return []
  const out: number[] = []
  for (const [index, link] of [...links.entries()].reverse()) {
    if (width <= nav.clientWidth - widthOfMore) break
    if (link.ariaCurrent === 'page') continue
    width -= link.offsetWidth
    out.unshift(index)
  }
  return out
}
