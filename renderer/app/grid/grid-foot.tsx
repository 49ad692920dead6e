import { Flex } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { Action } from '../../ui/action/action.ts'
import { type KeyHint, KeyHints } from '../../ui/action/key-cap.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatClock } from '../../ui/page/moment-format.ts'

/**
 * Below a grid that saves itself: keys at the left, "Tersimpan 15.42" at the right. `savedAt` is a wall time; nothing is shown before the first save.
 */
export function GridFoot({ hints, savedAt }: { hints: readonly (KeyHint | Action)[]; savedAt: string | null }) {
  return (
    <Flex flex="none" justify="space-between" gap="1rem">
      <KeyHints hints={hints} />
      <Flex
        className={layout.oneLine}
        align="center"
        ms="auto"
        gap="0.3125rem"
        c="var(--ok)"
        fz="0.75rem"
        fw={600}
        lh="1rem"
        role="status"
      >
        {savedAt !== null && (
          <>
            <IconCircleCheck size={15} aria-hidden /> Tersimpan {formatClock(savedAt)}
          </>
        )}
      </Flex>
    </Flex>
  )
}
