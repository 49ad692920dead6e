import { Flex } from '@mantine/core'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import styles from './share-bar.module.css'

interface ShareBarProps {
  /** Tenths of a percent; null for a share of nothing. Beyond 1000 the bar is full and red. */
  tenths: number | null
  /** What it says beside the bar: '91,4 %'. */
  text: string
}

/** A share as a bar with its figure. */
export function ShareBar({ tenths, text }: ShareBarProps) {
  const over = tenths !== null && tenths > 1000
  return (
    <Flex component="span" align="center" gap="0.5rem">
      <span className={styles.track} aria-hidden>
        <span
          className={classNames(styles.fill, over && styles.over)}
          style={{ width: `${Math.min(1000, tenths ?? 0) / 10}%` }}
        />
      </span>
      <span className={classNames(styles.text, over && layout.urgent)}>{text}</span>
    </Flex>
  )
}
