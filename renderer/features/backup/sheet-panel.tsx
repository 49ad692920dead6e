import { Box } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { BackupStatus } from '../../../shared/features/backup/backup-status.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { RecoverySheetDialog } from '../computer/recovery-sheet-dialog.tsx'
import styles from './backups-section.module.css'

/** The paper without which no backup opens on another computer. Its code is never on the screen. */
export function SheetPanel({ sheet }: Pick<BackupStatus, 'sheet'>) {
  const [renewing, setRenewing] = useState(false)
  return (
    <Panel title="Kunci pemulihan" tone={sheet === null ? 'warn' : 'plain'}>
      {sheet !== null && (
        <div className={styles.sheet}>
          <strong>Lembar pemulihan nomor {sheet.number}</strong>
          <span aria-hidden>•••• •••• •••• ••••</span>
          <span aria-hidden>•••• •••• •••• ••••</span>
        </div>
      )}
      <Box component="p" className={layout.note} mb="0.625rem">
        {sheet === null
          ? 'Belum ada lembar. Tanpa lembar, cadangan tidak dibuat ke tempat lain.'
          : `Dibuat ${formatMoment(sheet.madeAt)}. Tanpa lembar ini cadangan tidak dapat dibuka di komputer lain.`}
      </Box>
      <ActionButton
        icon={IconPrinter}
        tone={sheet === null ? 'primary' : 'secondary'}
        onAction={() => setRenewing(true)}
      >
        {sheet === null ? 'Cetak lembar' : 'Cetak lembar baru'}
      </ActionButton>
      {renewing && <RecoverySheetDialog onClose={() => setRenewing(false)} />}
    </Panel>
  )
}
