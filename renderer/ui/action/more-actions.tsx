import { Button, Menu, Text } from '@mantine/core'
import { useState } from 'react'
import { type Action, runAction, useActions, useMayRun } from './action.ts'
import { KeyCap } from './key-cap.tsx'
import { ariaKeys } from './key-match.ts'
import { programKeys } from './program-keys.ts'

interface MoreActionsProps {
  actions: readonly Action[]
  /** In a panel of the page: smaller, and without the key, which opens the menu of the page head. */
  inPanel?: boolean
}

/** Further actions in one menu: a head or a panel has room for the primary action and one or two more. */
export function MoreActions({ actions, inPanel = false }: MoreActionsProps) {
  const [opened, setOpened] = useState(false)
  const shown = actions.filter(useMayRun())
  useActions([!inPanel && shown.length > 0 && { label: 'Lainnya', keys: programKeys.more, run: () => setOpened(true) }])
  if (shown.length === 0) return null
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal={false} trapFocus returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          size={inPanel ? 'xs' : 'sm'}
          data-more
          {...(!inPanel && {
            'aria-keyshortcuts': ariaKeys(programKeys.more),
            rightSection: <KeyCap>{programKeys.more}</KeyCap>,
          })}
        >
          Lainnya
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map(action => {
          const { label, keys, icon: Icon, refused } = action
          return (
            <Menu.Item
              key={label}
              onClick={() => void runAction(action)}
              aria-disabled={refused !== undefined || undefined}
              {...(Icon ? { leftSection: <Icon size={16} aria-hidden /> } : {})}
              {...(keys ? { rightSection: <KeyCap>{keys}</KeyCap> } : {})}
            >
              {label}
              {refused !== undefined && (
                <Text size="xs" c="var(--ink-2)" maw="20rem">
                  {refused}
                </Text>
              )}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
