import { Flex, Progress } from '@mantine/core'
import { ActionButton } from '../../ui/action/action-button.tsx'
import styles from './import.module.css'
import { count } from './import-labels.ts'
import type { ImportProgress } from './use-import.ts'

/** Progress "4.120 dari 10.000", with a way to cancel; cancelling leaves nothing behind. */
export function ImportProgressBar({
  progress,
  onCancel,
}: {
  progress: ImportProgress | null
  onCancel: () => unknown
}) {
  const { done = 0, total = null } = progress ?? {}
  const percent = total === null ? 0 : (done / Math.max(1, total)) * 100
  return (
    <Flex miw={0} align="center" gap="0.75rem">
      <Progress value={percent} size={6} aria-label="Membaca berkas" w="16rem" miw="4rem" />
      <span className={styles.progressText}>
        {total === null
          ? `Membaca${done > 0 ? ` baris ke-${count(done)}` : ''}`
          : `${count(done)} dari ${count(total)}`}
      </span>
      <ActionButton size="xs" onAction={onCancel}>
        Batal
      </ActionButton>
    </Flex>
  )
}
