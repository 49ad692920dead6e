import { Box, Flex } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import layout from './layout.module.css'
import styles from './panel.module.css'

export interface PanelProps {
  title?: ReactNode
  /** Smaller text after the title. */
  facts?: ReactNode
  /** At the right of the title: a hint, a link, a count. */
  extra?: ReactNode
  /** Without padding and with a line below the head: for lists, tables and grids. */
  flush?: boolean
  /** Less padding: a bar above a grid. */
  dense?: boolean
  /** 'now' marks what is due today; 'warn' and 'err' colour the border. */
  tone?: 'plain' | 'now' | 'warn' | 'err'
  /** Fills the available height and scrolls inside. */
  fill?: boolean
  /** Name for screen readers if there is no title. */
  label?: string
  children?: ReactNode
}

export function Panel({
  title,
  facts,
  extra,
  flush = false,
  dense = false,
  tone = 'plain',
  fill = false,
  label,
  children,
}: PanelProps) {
  const titleId = useId()
  const headed = title !== undefined || extra !== undefined
  return (
    <section
      className={classNames(
        styles.panel,
        styles[tone],
        flush && styles.flush,
        dense && styles.dense,
        fill && styles.fill,
      )}
      aria-labelledby={title !== undefined ? titleId : undefined}
      aria-label={title === undefined ? label : undefined}
    >
      {headed && (
        <div className={styles.head}>
          {title !== undefined && (
            <Flex component="h2" className={layout.heading} align="center" gap="0.5rem" id={titleId}>
              {title}
            </Flex>
          )}
          {facts !== undefined && (
            <Box c="var(--ink-2)" fz="0.75rem" lh="1rem">
              {facts}
            </Box>
          )}
          {extra !== undefined && (
            <Box ms="auto" c="var(--ink-2)" fz="0.75rem" lh="1rem">
              {extra}
            </Box>
          )}
        </div>
      )}
      {children !== undefined && <div className={styles.body}>{children}</div>}
    </section>
  )
}
