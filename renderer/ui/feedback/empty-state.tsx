import { Box, Flex } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import layout from '../page/layout.module.css'

export interface EmptyStateProps {
  /** What is missing here: "Belum ada peserta." */
  title: string
  icon?: TablerIcon
  children?: ReactNode
  /** One button, at most one more. */
  actions?: ReactNode
}

export function EmptyState({ title, icon: Icon, children, actions }: EmptyStateProps) {
  return (
    <Flex direction="column" align="center" gap="0.375rem" p="2.5rem 1.5rem" ta="center">
      {Icon && <Icon size={28} stroke={1.5} color="var(--tinta-5)" aria-hidden />}
      <p className={layout.heading}>{title}</p>
      {children !== undefined && (
        <Box maw="27.5rem" c="var(--ink-2)" fz="0.8125rem" lh="1.125rem">
          {children}
        </Box>
      )}
      {actions !== undefined && (
        <Flex wrap="wrap" justify="center" gap="0.625rem" mt="0.5rem">
          {actions}
        </Flex>
      )}
    </Flex>
  )
}
