import layout from '../../ui/page/layout.module.css'
import type { GuideTerm } from './guide-book.ts'
import styles from './guide-pane.module.css'

/** Terms with their one-line meaning. */
export function GuideTerms({ title, terms }: { title: string; terms: readonly GuideTerm[] }) {
  if (terms.length === 0) return null
  return (
    <section>
      <h3 className={layout.strong}>{title}</h3>
      <dl className={styles.terms}>
        {terms.map(term => (
          <div key={term.label}>
            <dt>{term.label}</dt>
            <dd>{term.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
