import type { AttendanceGrid, MarkEntry } from '../../../shared/features/attendance/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { ChoiceDialog } from '../../ui/dialog/choice-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import styles from './close-dialog.module.css'
import { openDays } from './open-days.ts'

interface FillDaysDialogProps {
  grid: AttendanceGrid
  onFilled: (before: MarkEntry[], fillAgain: () => Promise<unknown>) => void
  onClose: () => void
}

/** Fills all unfilled days at once: people without a mark were present. */
export function FillDaysDialog({ grid, onFilled, onClose }: FillDaysDialogProps) {
  const days = openDays(grid)
  const fill = useCommand(api.attendance.fillDays)
  const { error } = fill
  return (
    <ChoiceDialog
      title="Isi hari yang kosong"
      choices={days.map(({ day, open, kept }) => ({
        value: String(day.n),
        label: `Hari ke-${day.n}, ${shortDay(day.date)}: ${open} belum diisi${kept > 0 ? `, ${kept} tetap` : ''}`,
      }))}
      chosen={days.map(({ day }) => String(day.n))}
      action="Isi hadir"
      rows
      onAction={async chosen => {
        const input = { code: grid.code, days: chosen.map(Number) }
        const filled = await fill.run(input)
        if (!filled) return
        onFilled(filled.output.before, () => fill.run(input))
        onClose()
      }}
      onCancel={onClose}
    >
      <p className={styles.words}>
        Yang belum diisi pada hari-hari ini menjadi hadir. Tanda yang sudah ada, juga S, I dan A, tidak berubah.
      </p>
      <ErrorNote error={error} />
    </ChoiceDialog>
  )
}
