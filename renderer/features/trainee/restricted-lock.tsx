import { Box, Flex } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { LinkAction } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './restricted-lock.module.css'

interface RestrictedLockProps {
  /** "Tampilkan", "Isi". */
  action: string
  onAction: () => unknown
  /** Shown when opening is recorded: "dicatat". */
  trace?: string
  error?: string | null
}

/** A violet lock in place of restricted data, which is shown only on request. */
export function RestrictedLock({ action, onAction, trace, error = null }: RestrictedLockProps) {
  return (
    <Panel label="Data terbatas">
      <Flex gap="0.625rem">
        <IconLock size={18} stroke={1.75} className={styles.sign} aria-hidden />
        <div>
          <Box component="p" fz="0.8125rem" fw={600} lh="1.125rem">
            Data terbatas
          </Box>
          <p className={layout.detail}>Stunting, disabilitas, rekening</p>
          {error !== null && (
            <Box component="p" c="var(--err)" fz="0.75rem" lh="1rem" role="alert">
              {error}
            </Box>
          )}
        </div>
        <Flex direction="column" align="flex-end" ms="auto">
          <LinkAction onAction={onAction} label={`${action} data terbatas`}>
            {action}
          </LinkAction>
          {trace !== undefined && <span className={layout.detail}>{trace}</span>}
        </Flex>
      </Flex>
    </Panel>
  )
}
