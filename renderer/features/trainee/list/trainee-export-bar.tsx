import { Flex, Progress } from '@mantine/core'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import type { TraineeExport } from './use-trainee-export.ts'

/** Progress "12.000 dari 200.000 peserta", with a way to cancel; cancelling leaves nothing behind. */
export function TraineeExportBar({ sending }: { sending: TraineeExport }) {
  if (!sending.progress) return null
  const { done, total } = sending.progress
  const words =
    done < total || total === 0
      ? `${done.toLocaleString('id-ID')} dari ${total.toLocaleString('id-ID')} peserta`
      : 'Menulis berkas Excel'
  return (
    <Flex align="center" gap="0.75rem" fz="0.8125rem" role="status">
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        size={6}
        className={layout.grows ?? ''}
        aria-label="Mengekspor daftar peserta"
      />
      <span>{words}</span>
      <ActionButton size="xs" onAction={sending.cancel}>
        Batal
      </ActionButton>
    </Flex>
  )
}
