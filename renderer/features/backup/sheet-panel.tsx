import { Box } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { BackupStatus, OldSheet } from '../../../shared/features/backup/backup-status.ts'
import { sheetName } from '../../../shared/features/computer/recovery-code.ts'
import { fullDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { recoverySheetPath } from '../computer/recovery-sheet-page.tsx'
import styles from './backups-section.module.css'

/** The recovery sheet: without it no backup opens on another computer. Its code is never shown on screen. */
export function SheetPanel({ sheet }: Pick<BackupStatus, 'sheet'>) {
  const router = useRouter()
  return (
    <Panel title="Kunci pemulihan" tone={sheet === null ? 'warn' : 'plain'}>
      {sheet !== null && (
        <div className={styles.sheet}>
          <strong>LEMBAR PEMULIHAN · {sheetName(sheet.number)}</strong>
          <span aria-hidden>•••• •••• •••• ••••</span>
          <span aria-hidden>•••• •••• •••• ••••</span>
        </div>
      )}
      <Box component="p" className={layout.note} mb="0.625rem">
        {sheet === null ? (
          'Belum ada lembar. Tanpa lembar, cadangan tidak dibuat ke tempat lain.'
        ) : (
          <>
            <strong>
              Dicetak {formatMoment(sheet.madeAt)}
              {sheet.holder !== '' && `, di ${sheet.holder}`}
            </strong>
            . Tanpa lembar ini cadangan tidak dapat dibuka di komputer lain.
          </>
        )}
      </Box>
      {sheet?.before && <OldSheetNote before={sheet.before} />}
      <ActionButton
        icon={IconPrinter}
        tone={sheet === null ? 'primary' : 'secondary'}
        onAction={() => router.history.push(recoverySheetPath)}
      >
        {sheet === null ? 'Cetak lembar' : 'Cetak lembar baru'}
      </ActionButton>
    </Panel>
  )
}

/** The previous sheet opens older bundles. Once these are gone it is only a risk. */
function OldSheetNote({ before: { number, bundles, until } }: { before: OldSheet }) {
  const destroyed = useCommand(api.backup.sheetDestroyed, { done: () => 'Pemusnahan lembar lama dicatat.' })
  return (
    <>
      <Box component="p" className={layout.note} mb="0.625rem">
        {bundles > 0 ? (
          <>
            {sheetName(number)} masih membuka {bundles} cadangan lama
            {until && `, yang terakhir sampai ${fullDate(until)}`}. Simpan sampai habis.
          </>
        ) : (
          <>
            <strong className={layout.warned}>Musnahkan {sheetName(number)}:</strong> tidak ada lagi cadangan yang perlu
            dibukanya. <LinkAction onAction={() => destroyed.run({ number })}>Sudah dimusnahkan</LinkAction>
          </>
        )}
      </Box>
      <ErrorNote error={destroyed.error} />
    </>
  )
}
