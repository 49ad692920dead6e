import { Box, type BoxProps, Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import styles from './share-bar.module.css'

interface ShareBarProps {
  /** Tenths of a percent; null if there is no whole. Above 1000 the bar is full and red. */
  tenths: number | null
  /** Text beside the bar: '91,4 %'. */
  text: string
}

/** A share as a bar with its figure. */
export function ShareBar({ tenths, text }: ShareBarProps) {
  const over = tenths !== null && tenths > 1000
  return (
    <Flex component="span" align="center" gap="0.5rem">
      <Track percent={(tenths ?? 0) / 10} flex={1} miw="2.5rem" over={over} />
      <span className={classNames(styles.text, over && layout.urgent)}>{text}</span>
    </Flex>
  )
}

interface TrackProps extends BoxProps {
  percent: number
  /** More than 100 %: red. */
  over?: boolean
  children?: ReactNode
}

/** Progress as a bar without text. */
export function Track({ percent, over = false, children, ...box }: TrackProps) {
  return (
    <Box component="span" className={styles.track ?? ''} h="0.5rem" {...box} aria-hidden>
      <span className={classNames(styles.fill, over && styles.over)} style={{ width: `${Math.min(100, percent)}%` }} />
      {children}
    </Box>
  )
}
