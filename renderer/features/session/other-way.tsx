import { Box, UnstyledButton } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import styles from './other-way.module.css'

interface OtherWayProps {
  icon: TablerIcon
  title: string
  detail: string
  pending?: boolean
  onAction: () => unknown
}

/** An alternative to the wizard: the practice centre, or a backup from elsewhere. */
export function OtherWay({ icon: Icon, title, detail, pending = false, onAction }: OtherWayProps) {
  return (
    <UnstyledButton className={styles.way} onClick={() => void onAction()} aria-busy={pending}>
      <Icon size={20} stroke={1.75} className={styles.icon} aria-hidden />
      <span>
        <Box component="span" display="block" c="var(--tinta-6)" fz="0.8125rem" fw={600} lh="1.125rem">
          {title}
        </Box>
        <Box component="span" display="block" c="var(--ink-2)" fz="0.75rem" lh="1rem">
          {pending ? 'Sedang disiapkan …' : detail}
        </Box>
      </span>
    </UnstyledButton>
  )
}
