import { useContext } from 'react'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { api, SessionContext, useCommand, useRead } from '../../app/client.ts'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'

interface RestoreDialogProps {
  /** The snapshot to restore; null closes the dialog. */
  snapshot: Snapshot | null
  onClose: () => void
}

const counted = 200

/** Confirms restoring a snapshot, with the number of changes that will be lost. */
export function RestoreDialog({ snapshot, onClose }: RestoreDialogProps) {
  const restore = useCommand(api.session.restore, {
    done: ({ keptAs }) =>
      keptAs ? `Cadangan dipulihkan. Berkas sebelumnya disimpan sebagai ${keptAs}.` : 'Cadangan dipulihkan.',
  })
  // Without a session no database is open, so the figure is left out.
  const session = useContext(SessionContext)
  const audit = useRead(api.history.acts, session && snapshot ? { limit: counted } : null)
  if (!snapshot) return null
  const when = formatMoment(snapshot.takenAt)
  const lost = audit.data?.filter(entry => entry.at > snapshot.takenAt).length

  async function action(name: string) {
    const done = await restore.run({ snapshot: name })
    if (done) onClose()
  }
  function cancel() {
    restore.clear()
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={`Pulihkan cadangan ${when}?`}
      action="Pulihkan cadangan"
      onAction={() => action(snapshot.name)}
      onCancel={cancel}
    >
      {formatLost(lost, when)} Berkas yang sekarang disimpan di samping, tidak dihapus.
      <ErrorNote error={restore.error} />
    </ConfirmDialog>
  )
}

function formatLost(lost: number | undefined, when: string): string {
  if (lost === undefined) return `Yang dicatat sesudah ${when} tidak ada di cadangan ini.`
  if (lost === 0) return 'Tidak ada perubahan sesudah cadangan ini.'
  return `${lost >= counted ? `${counted} atau lebih` : lost} perubahan sesudah ${when} hilang dari program.`
}
