import { Button, Flex, Popover } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'

interface MoreFiltersProps {
  /** How many of them are set. */
  set: number
  children: ReactNode
}

/** Filters beside the chips; in a small window behind one button, so that all stay on one line. */
export function MoreFilters({ set, children }: MoreFiltersProps) {
  const [opened, setOpened] = useState(false)
  const small = useMediaQuery('(width < 1100px)', undefined, { getInitialValueInEffect: false })
  if (!small) return children
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {set === 0 ? 'Saring lain' : `Saring lain: ${set}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saring lain">
        <Flex gap="0.75rem">{children}</Flex>
      </Popover.Dropdown>
    </Popover>
  )
}
