import { Fragment, type ReactNode } from 'react'
import { Columns } from './columns.tsx'
import styles from './fact-list.module.css'
import layout from './layout.module.css'

export interface Fact {
  label: string
  /** Empty values are shown as a dash. */
  value: ReactNode
}

/** Names and values, one line each, for side panels and summaries. Names are as wide as the longest. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <dt className={layout.quiet}>{label}</dt>
          <dd className={styles.value}>{value === '' || value === null || value === undefined ? '–' : value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** A long list in two columns, read down; in one where the place is narrow. */
export function FactColumns({ facts }: { facts: readonly Fact[] }) {
  const half = Math.ceil(facts.length / 2)
  return (
    <Columns widths="repeat(auto-fit, minmax(min(20rem, 100%), 1fr))" gap="0.5rem 2rem">
      <FactList facts={facts.slice(0, half)} />
      <FactList facts={facts.slice(half)} />
    </Columns>
  )
}
