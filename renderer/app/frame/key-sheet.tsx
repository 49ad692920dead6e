import { Box, Flex, Modal } from '@mantine/core'
import { actionHint } from '../../ui/action/action.ts'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { activeKeys, type KeyedAction } from '../../ui/action/key-registry.ts'
import { Columns } from '../../ui/page/columns.tsx'

interface KeySheetProps {
  opened: boolean
  onClose: () => void
}

/** F1: the keys that work on this page, and those that work everywhere. */
export function KeySheet({ opened, onClose }: KeySheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Tombol" size={560}>
      {opened && (
        <Columns gap="1rem 1.5rem" widths="1fr 1fr" align="stretch">
          <KeyGroup title="Halaman ini" actions={activeKeys('page')} />
          <KeyGroup title="Di mana saja" actions={activeKeys('program')} />
        </Columns>
      )}
    </Modal>
  )
}

function KeyGroup({ title, actions }: { title: string; actions: readonly KeyedAction[] }) {
  if (actions.length === 0) return null
  return (
    <section>
      <Box component="h3" mb="0.375rem" c="var(--ink-2)" fz="0.75rem" fw={600}>
        {title}
      </Box>
      <Flex component="dl" direction="column" gap="2px">
        {actions.map(action => (
          <Columns key={action.keys} align="center" gap="0.625rem" widths="4.5rem 1fr" fz="0.8125rem" lh="1.5rem">
            <dt>
              <KeyCap>{action.keys}</KeyCap>
            </dt>
            <dd>{actionHint(action)}</dd>
          </Columns>
        ))}
      </Flex>
    </section>
  )
}
