import { Flex } from '@mantine/core'
import type { Action } from '../../ui/action/action.ts'
import { type KeyHint, KeyHints } from '../../ui/action/key-cap.tsx'
import { SavedSign } from '../../ui/form/saved-sign.tsx'

/** Below a grid that saves itself: its keys at the left, when it was saved at the right. */
export function GridFoot({ hints, savedAt }: { hints: readonly (KeyHint | Action)[]; savedAt: string | null }) {
  return (
    <Flex flex="none" justify="space-between" gap="1rem">
      <KeyHints hints={hints} />
      <SavedSign at={savedAt} />
    </Flex>
  )
}
