import { Box, Flex } from '@mantine/core'
import { IconAlertTriangle, IconCircle, IconCircleCheck, IconCircleX, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './check-list.module.css'

type CheckTone = 'ok' | 'warn' | 'err' | 'lock' | 'open'

export interface Check {
  key: string
  tone: CheckTone
  title: ReactNode
  detail?: ReactNode
  action?: ReactNode
}

interface CheckListProps {
  checks: readonly Check[]
  label: string
  /** One light line for each check, for long lists. */
  compact?: boolean
}

const signs = { ok: IconCircleCheck, warn: IconAlertTriangle, err: IconCircleX, lock: IconLock, open: IconCircle }
const words = { ok: 'beres', warn: 'periksa', err: 'harus diperbaiki', lock: 'terkunci', open: 'belum' }

/** All checks, also those that passed. */
export function CheckList({ checks, label, compact = false }: CheckListProps) {
  return (
    <ul className={classNames(styles.list, compact && styles.compact)} aria-label={label}>
      {checks.map(check => {
        const Sign = signs[check.tone]
        return (
          <li key={check.key} className={styles.check}>
            <Sign size={18} stroke={1.75} className={styles[check.tone]} role="img" aria-label={words[check.tone]} />
            <Flex miw={0} flex="1 1 auto" direction="column" align="flex-start" gap="0.125rem">
              <span className={styles.title}>{check.title}</span>
              {check.detail !== undefined && (
                <Box component="span" c="var(--ink-2)" fz="0.75rem" lh="1rem">
                  {check.detail}
                </Box>
              )}
              {check.action}
            </Flex>
          </li>
        )
      })}
    </ul>
  )
}
