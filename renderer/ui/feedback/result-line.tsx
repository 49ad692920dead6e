import { Box, Flex } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import layout from '../page/layout.module.css'
import styles from './result-line.module.css'

interface ResultLineProps {
  /** "12 lulus · 3 tidak lulus · 1 mengundurkan diri" */
  children: ReactNode
  facts?: ReactNode
  /** At the right: rules, a legend, a link. */
  extra?: ReactNode
  /** A green tick before the sentence: all is well. */
  done?: boolean
}

/** A sentence that sums up the page, above its panels. Directly on a page, or in a part with `data-stays`, it stays below the head. */
export function ResultLine({ children, facts, extra, done = false }: ResultLineProps) {
  return (
    <Flex wrap="wrap" align="baseline" gap="2px 0.875rem" data-result>
      <Box component="h2" fz="1.1875rem" fw={600} lts="-0.008em" lh="1.625rem">
        {done && <IconCircleCheck size={20} className={`${layout.ok} ${styles.sign}`} aria-hidden />}
        {children}
      </Box>
      {facts !== undefined && <div className={layout.detail}>{facts}</div>}
      {extra !== undefined && (
        <Box className={layout.detail} ms="auto">
          {extra}
        </Box>
      )}
    </Flex>
  )
}
