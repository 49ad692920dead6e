import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { api } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { backupState } from '../../app/use-frame-data.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
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
          <IconCircleCheck size={18} className={styles.ok} aria-hidden />
        )}
        <div>
          <p className={styles.title}>
            {provenSnapshot === null ? 'Belum ada cadangan' : 'Cadangan terbukti dapat dipulihkan'}
          </p>
          <p className={styles.detail}>
            {provenSnapshot === null
              ? 'Dibuat sendiri saat Balai ditutup.'
              : `Dibuka dan diperiksa ${momentWords(provenSnapshot)}`}
          </p>
          <LinkAct size="small" path={backups}>
            Lihat cadangan
          </LinkAct>
        </div>
      </div>
    </Panel>
  )
}

/** Moves to the top, in red, when the newest backup is older than two days. */
export function OldBackupNote() {
  const { provenSnapshot, today } = useSession()
  const take = useCommand(api.session.takeSnapshot, { done: () => 'Cadangan dibuat dan diperiksa.' })
  const state = backupState(provenSnapshot, today)
  if (state.tone !== 'err' || provenSnapshot === null) return null
  return (
    <Note
      tone="err"
      title={`${state.text}.`}
      acts={
        <ActButton size="xs" onAct={() => take.run({})}>
          Cadangkan sekarang
        </ActButton>
      }
    >
      {take.error ?? `Yang terakhir terbukti dapat dibuka: ${momentWords(provenSnapshot)}.`}
    </Note>
  )
}
