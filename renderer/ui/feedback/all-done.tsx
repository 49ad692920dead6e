import { Flex } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import layout from '../page/layout.module.css'

/** In place of an empty list of tasks. */
export function AllDone({ children }: { children: string }) {
  return (
    <Flex component="p" className={layout.note} align="center" gap="0.5rem">
      <IconCircleCheck size={16} className={layout.ok} aria-hidden /> {children}
    </Flex>
  )
}
