import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays, longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { useSession } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { RestoreDialog } from '../session/restore-dialog.tsx'

/** Days during which a restore can be undone by one button. The state before it stays among the snapshots longer. */
const offeredDays = 7

/** After a restore: offers the way back. */
export function UndoRestoreNote() {
  const { snapshots, today } = useSession()
  const [confirming, setConfirming] = useState(false)
  const before = snapshots.find(({ name }) => name.endsWith('-sebelum-pulih.db'))
  if (!before) return null
  const until = addDays(before.takenAt.slice(0, 10) as PlainDate, offeredDays)
  if (until < today) return null
  return (
    <Note
      title={`Data dipulihkan ${formatMoment(before.takenAt)}.`}
      actions={
        <ActionButton size="xs" icon={IconArrowBackUp} onAction={() => setConfirming(true)}>
          Batalkan pemulihan
        </ActionButton>
      }
    >
      Keadaan sebelumnya disimpan, jadi pemulihan dapat dibatalkan sampai {longDate(until)}.
      <RestoreDialog snapshot={confirming ? before : null} onClose={() => setConfirming(false)} />
    </Note>
  )
}
