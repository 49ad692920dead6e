import { Flex, Progress } from '@mantine/core'
import { ActionButton } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import type { CohortFile } from './use-cohort-file.ts'

/** "12 dari 32 berkas", and the way out that leaves nothing behind. */
export function CohortFileBar({ file }: { file: CohortFile }) {
  const { done = 0, total = 1 } = file.progress ?? {}
  return (
    <Flex align="center" gap="0.75rem" fz="0.8125rem">
      <Progress value={(done / total) * 100} size={6} className={layout.grows ?? ''} aria-label="Membuat satu PDF" />
      <span>{file.progress ? `${done} dari ${total} berkas` : 'Menyiapkan'}</span>
      <ActionButton size="xs" onAction={file.cancel}>
        Batal
      </ActionButton>
    </Flex>
  )
}
