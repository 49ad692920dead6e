import type { AttendanceGrid, MarkEntry } from '../../../shared/features/attendance/contract.ts'
import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api, useCommand } from '../../app/client.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { CloseDaysDialog } from './close-days-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { FillDaysDialog } from './fill-days-dialog.tsx'
import { MarkDialog } from './mark/mark-dialog.tsx'
import type { useMarkWriting } from './mark/use-mark-writing.ts'

/** The open dialog. */
export type OpenDialog =
  | { what: 'close' | 'close-days' | 'reopen' | 'fill' }
  | { what: 'note'; entry: MarkEntry; late: boolean }

interface AttendanceDialogsProps {
  grid: AttendanceGrid
  day: CohortDay
  trainees: Parameters<typeof CloseDialog>[0]['trainees']
  dialog: OpenDialog | null
  writing: ReturnType<typeof useMarkWriting>
  /** Days were filled: makes one undo step, with the text of the message. */
  onFilled: (before: MarkEntry[], redo: () => Promise<unknown>, words: string) => void
  onNote: (before: MarkEntry, entry: MarkEntry) => void
  onClose: () => void
}

/** Dialogs to close and open a day, to fill empty days, to edit the details of a mark, and to give the reason for changing a closed day. */
export function AttendanceDialogs(props: AttendanceDialogsProps) {
  const { grid, day, trainees, dialog, writing, onFilled, onNote, onClose } = props
  const reopen = useCommand(api.attendance.reopenDay, {
    done: () => `Hari ke-${day.n} dibuka kembali.`,
    waits: onClose,
  })
  const noted =
    dialog?.what === 'note' ? grid.rows.find(row => row.enrolmentId === dialog.entry.enrolmentId) : undefined
  return (
    <>
      {dialog?.what === 'close' && <CloseDialog code={grid.code} day={day} trainees={trainees} onClose={onClose} />}
      {dialog?.what === 'close-days' && <CloseDaysDialog grid={grid} onClose={onClose} />}
      {dialog?.what === 'reopen' && (
        <ReasonDialog
          title={`Buka kembali hari ke-${day.n}, ${shortDay(day.date)}?`}
          schema={reason}
          action={`Buka kembali hari ke-${day.n}`}
          error={reopen.error}
          onAction={async words => {
            if (await reopen.run({ code: grid.code, n: day.n, reason: words })) onClose()
          }}
          onCancel={onClose}
        >
          Hari ini ditutup oleh {day.closed?.by}. Sesudah dibuka kembali, hari harus ditutup lagi sebelum sidang.
        </ReasonDialog>
      )}
      {dialog?.what === 'fill' && (
        <FillDaysDialog
          grid={grid}
          onFilled={(before, fillAgain) => onFilled(before, fillAgain, `${before.length} tanda hadir terisi.`)}
          onClose={onClose}
        />
      )}
      {dialog?.what === 'note' && noted && (
        <MarkDialog
          entry={dialog.entry}
          late={dialog.late}
          row={noted}
          day={`hari ke-${dialog.entry.n}`}
          onSave={entry => onNote(dialog.entry, entry)}
          onClose={onClose}
        />
      )}
      {writing.closed && (
        <ReasonDialog
          title={`Ubah hari ke-${writing.closed.join(', ')} yang sudah ditutup?`}
          schema={reason}
          action="Simpan perubahan"
          error={writing.error}
          onAction={writing.answer}
          onCancel={writing.cancel}
        >
          Tanda lama tersimpan di riwayat bersama alasan ini. Untuk hari yang sama alasannya tidak ditanyakan lagi.
        </ReasonDialog>
      )}
    </>
  )
}
