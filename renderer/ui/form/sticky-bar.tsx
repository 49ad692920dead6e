import { Flex } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './sticky-bar.module.css'

interface StickyBarProps {
  /** At the left: what the act will do, or what still holds it back. */
  note?: ReactNode
  /** 'selection' when rows are chosen, 'err' when something must be answered first. */
  tone?: 'plain' | 'selection' | 'err'
  /** Buttons, the primary one last. */
  children: ReactNode
  label?: string
}

/** The bar of 52 at the foot of a page whose work ends in one act. */
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
