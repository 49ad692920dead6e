import type { ReactNode } from 'react'
import { Columns } from './columns.tsx'
import styles from './fact-list.module.css'
import layout from './layout.module.css'

export interface Fact {
  label: string
  /** Empty values are shown as a dash. */
  value: ReactNode
}

/** Names and values, one line each, for side panels and summaries. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <Columns
          key={label}
          gap="0 0.75rem"
          fz="0.8125rem"
          lh="1.125rem"
          widths="minmax(6rem, 2fr) 3fr"
          align="stretch"
        >
          <dt className={layout.quiet}>{label}</dt>
          <dd className={styles.value}>{value === '' || value === null || value === undefined ? '–' : value}</dd>
        </Columns>
      ))}
    </dl>
  )
}
