import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { api } from '../../app/client.ts'
import { backupState } from '../../app/frame/use-frame-data.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './side-note.module.css'

const backups = '/pengaturan/cadangan'

/** The newest backup that was opened and checked: a backup that nobody could restore is none. */
export function BackupPanel() {
  const { provenSnapshot, today } = useSession()
  if (backupState(provenSnapshot, today).tone === 'err') return null
  return (
    <Panel label="Cadangan">
      <div className={styles.note}>
        {provenSnapshot === null ? (
          <IconCircleDashed size={18} aria-hidden />
        ) : (
          <IconCircleCheck size={18} className={layout.ok} aria-hidden />
        )}
        <div>
          <p className={layout.strong}>
            {provenSnapshot === null ? 'Belum ada cadangan' : 'Cadangan terbukti dapat dipulihkan'}
          </p>
          <p className={layout.detail}>
            {provenSnapshot === null
              ? 'Dibuat sendiri saat Balai ditutup.'
              : `Dibuka dan diperiksa ${formatMoment(provenSnapshot)}`}
          </p>
          <LinkAction size="small" path={backups}>
            Lihat cadangan
          </LinkAction>
        </div>
      </div>
    </Panel>
  )
}

/** At the top, in red: the snapshot at the last quit failed, or the newest backup is older than two days. */
export function BackupNote() {
  const { provenSnapshot, missedSnapshot, today } = useSession()
  const take = useCommand(api.session.takeSnapshot, { done: () => 'Cadangan dibuat dan diperiksa.' })
  const state = backupState(provenSnapshot, today)
  const old = state.tone === 'err' && provenSnapshot !== null
  if (!old && missedSnapshot === null) return null
  return (
    <Note
      tone="err"
      title={missedSnapshot ? `Cadangan saat ditutup ${formatMoment(missedSnapshot)} gagal dibuat.` : `${state.text}.`}
      actions={
        <ActionButton size="xs" onAction={() => take.run({})}>
          Cadangkan sekarang
        </ActionButton>
      }
    >
      {take.error ??
        (provenSnapshot === null
          ? 'Belum ada cadangan yang dapat dipulihkan. Data yang sudah disimpan tetap ada.'
          : `Yang terakhir terbukti dapat dibuka: ${formatMoment(provenSnapshot)}.`)}
    </Note>
  )
}
