import layout from '../../ui/page/layout.module.css'
import { Highlight } from '../../ui/table/highlight.tsx'
import type { GuidePage } from './guide-book.ts'
import styles from './guide-pane.module.css'
import { turnGuide } from './guide-store.ts'

interface GuideWaysProps {
  title: string
  pages: readonly GuidePage[]
  query?: string
}

/** Links to pages of the guide. */
export function GuideWays({ title, pages, query = '' }: GuideWaysProps) {
  if (pages.length === 0) return null
  return (
    <section className={styles.ways}>
      <h3 className={layout.strong}>{title}</h3>
      <ul>
        {pages.map(page => (
          <li key={page.id}>
            <button type="button" className={styles.way} onClick={() => turnGuide({ kind: 'page', id: page.id })}>
              <Highlight text={page.title} query={query} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
