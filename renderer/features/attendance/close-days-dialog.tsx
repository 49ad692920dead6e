import type { AttendanceGrid } from '../../../shared/features/attendance/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { ChoiceDialog } from '../../ui/dialog/choice-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import styles from './close-dialog.module.css'
import { closableDays } from './open-days.ts'

/** Closes all filled days at once, each in the name of the instructor who taught it. */
export function CloseDaysDialog({ grid, onClose }: { grid: AttendanceGrid; onClose: () => void }) {
  const days = closableDays(grid)
  const close = useCommand(api.attendance.closeDays, {
    done: ({ closed }) => `${closed} hari ditutup.`,
    async undo(_, { code, days: closed }) {
      for (const n of closed.toReversed())
        await api.attendance.reopenDay.call({ code, n, reason: 'Diurungkan sesaat sesudah ditutup' })
    },
    // Teaching stays closed when a day is opened again, so this cannot be undone.
    canUndo: ({ taught }) => taught === 0,
  })
  return (
    <ChoiceDialog
      title="Tutup hari yang terisi"
      choices={days.map(({ n, date, instructors }) => ({
        value: String(n),
        label: `Hari ke-${n}, ${shortDay(date)}, atas nama ${instructors[0]?.name ?? ''}`,
      }))}
      chosen={days.map(({ n }) => String(n))}
      action="Tutup hari-hari ini"
      rows
      onAction={async chosen => {
        if (await close.run({ code: grid.code, days: chosen.map(Number) })) onClose()
      }}
      onCancel={onClose}
    >
      <p className={styles.words}>
        Sesudah ditutup, perubahan memerlukan alasan. Daftar hadir instruktur hari-hari ini ikut ditutup.
      </p>
      <ErrorNote error={close.error} />
    </ChoiceDialog>
  )
}
