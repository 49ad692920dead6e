import { Box, Flex } from '@mantine/core'
import { IconAlertTriangle, IconCircle, IconCircleCheck, IconCircleX, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'

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

const signs = {
  ok: { icon: IconCircleCheck, words: 'beres', colour: 'var(--ok)' },
  warn: { icon: IconAlertTriangle, words: 'periksa', colour: 'var(--warn)' },
  err: { icon: IconCircleX, words: 'harus diperbaiki', colour: 'var(--err)' },
  lock: { icon: IconLock, words: 'terkunci', colour: 'var(--ungu)' },
  open: { icon: IconCircle, words: 'belum', colour: 'var(--ink-3)' },
}

/** All checks, also those that passed. */
export function CheckList({ checks, label, compact = false }: CheckListProps) {
  return (
    <Flex component="ul" direction="column" gap={compact ? '0.3125rem' : '0.75rem'} aria-label={label}>
      {checks.map(check => {
        const { icon: Sign, words, colour } = signs[check.tone]
        return (
          <Flex component="li" key={check.key} gap="0.5rem">
            <Sign size={18} stroke={1.75} color={colour} role="img" aria-label={words} />
            <Flex miw={0} flex="1 1 auto" direction="column" align="flex-start" gap="0.125rem">
              <Box component="span" fz="0.8125rem" fw={compact ? 400 : 600} lh="1.125rem">
                {check.title}
              </Box>
              {check.detail !== undefined && (
                <Box component="span" c="var(--ink-2)" fz="0.75rem" lh="1rem">
                  {check.detail}
                </Box>
              )}
              {check.action}
            </Flex>
          </Flex>
        )
      })}
    </Flex>
  )
}
