import { Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './result-line.module.css'

interface ResultLineProps {
  /** "12 lulus · 3 tidak lulus · 1 mengundurkan diri" */
  children: ReactNode
  facts?: ReactNode
  /** At the right: rules, a legend, a link. */
  extra?: ReactNode
}

/** The sentence that says what a page comes to, above its panels. */
export function ResultLine({ children, facts, extra }: ResultLineProps) {
  return (
    <Flex wrap="wrap" align="baseline" gap="2px 0.875rem">
      <h2 className={styles.result}>{children}</h2>
      {facts !== undefined && <div className={styles.facts}>{facts}</div>}
      {extra !== undefined && <div className={styles.extra}>{extra}</div>}
    </Flex>
  )
}
