import { Box, Flex } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import layout from './layout.module.css'
import { Panel } from './panel.tsx'

const colours = {
  plain: { sign: 'var(--tinta-7)', title: 'var(--ink)' },
  ok: { sign: 'var(--ok)', title: 'var(--ink)' },
  warn: { sign: 'var(--warn)', title: 'var(--warn)' },
  err: { sign: 'var(--err)', title: 'var(--err)' },
}

interface SignPanelProps {
  icon: TablerIcon
  tone?: keyof typeof colours
  title: string
  children: ReactNode
}

/** One fact beside the page: a sign, what it is, and what it means. */
export function SignPanel({ icon: Icon, tone = 'plain', title, children }: SignPanelProps) {
  return (
    <Panel label={title} tone={tone === 'ok' ? 'plain' : tone}>
      <Flex gap="0.75rem">
        <Icon size={18} color={colours[tone].sign} style={{ flex: 'none' }} aria-hidden />
        <Box miw={0}>
          <Box component="strong" c={colours[tone].title} fz="0.84375rem">
            {title}
          </Box>
          <div className={layout.note}>{children}</div>
        </Box>
      </Flex>
    </Panel>
  )
}
