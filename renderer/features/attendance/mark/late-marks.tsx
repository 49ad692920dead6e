import type { AttendanceGrid } from '../../../../shared/features/attendance/contract.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { formatClock } from '../../../ui/page/moment-format.ts'
import type { useMarkWriting } from './use-mark-writing.ts'

/** Marks for a day that another person has closed meanwhile: asked for with a reason, or thrown away. */
export function LateMarksNote({ grid, writing }: { grid: AttendanceGrid; writing: ReturnType<typeof useMarkWriting> }) {
  const { late } = writing
  if (!late) return null
  const at = grid.days[late.n - 1]?.closed?.at
  return (
    <Note
      tone="warn"
      live
      title={`Hari ke-${late.n} ditutup ${late.by}${at ? ` ${formatClock(at)}` : ''}.`}
      actions={
        <>
          <LinkAction onAction={writing.askForLate}>Minta buka hari</LinkAction>
          <LinkAction onAction={writing.dropLate}>Buang {late.entries.length} tanda</LinkAction>
        </>
      }
    >
      {late.entries.length} tanda Anda belum masuk.
    </Note>
  )
}
