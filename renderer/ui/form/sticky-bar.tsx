import { Flex } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './sticky-bar.module.css'

interface StickyBarProps {
  /** At the left: what the action will do, or what blocks it. */
  note?: ReactNode
  /** 'selection' if rows are selected, 'err' if something must be answered first. */
  tone?: 'plain' | 'selection' | 'err'
  /** Buttons, the primary one last. */
  children: ReactNode
  label?: string
}

/** The bottom bar of a page that ends in one action. */
export function StickyBar({ note, tone = 'plain', children, label = 'Tindakan halaman' }: StickyBarProps) {
  return (
    <section className={classNames(styles.bar, styles[tone])} aria-label={label}>
      <div className={styles.note}>
        {tone === 'err' && <IconCircleX size={16} aria-hidden />}
        {note}
      </div>
      <Flex flex="none" align="center" gap="0.625rem">
        {children}
      </Flex>
    </section>
  )
}
