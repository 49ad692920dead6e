import { api, useCommand } from '../../app/client.ts'
import { backupState } from '../../app/frame/use-frame-data.tsx'
import { useSession } from '../../app/session.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'

/** Red, at the top: the snapshot at the last quit failed, or the newest backup is older than two days. */
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
