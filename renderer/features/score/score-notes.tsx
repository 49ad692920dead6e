import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'

interface ScoreNotesProps {
  grid: ScoreGrid
  cohort: Cohort
  onTakeRules: () => void
  onReopen: () => void
  onHistory: () => void
}

/** What stands above the grid: that it is closed, was opened again, or counts by other rules than today's. */
export function ScoreNotes({ grid, cohort, onTakeRules, onReopen, onHistory }: ScoreNotesProps) {
  return (
    <>
      {grid.locked && (
        <Note actions={<LinkAction path={cohortPath(cohort.code, 'graduation')}>Buka kelulusan</LinkAction>}>
          {domainErrorMessage({ code: 'panel_decided' })}
        </Note>
      )}
      {grid.outdated.length > 0 && (
        <Note
          actions={
            <LinkAction needs="score.change" onAction={onTakeRules}>
              Pakai yang sekarang
            </LinkAction>
          }
        >
          Kelas ini belum berjalan, dan aturannya berbeda dari Pengaturan sekarang: {grid.outdated.join(', ')}.
        </Note>
      )}
      {grid.closed !== null && !grid.locked && (
        <Note
          actions={
            <>
              <LinkAction needs="score.change" onAction={onReopen}>
                Buka kembali dengan alasan
              </LinkAction>
              <LinkAction onAction={onHistory}>Riwayat</LinkAction>
            </>
          }
        >
          Pengisian nilai ditutup {grid.closed.by}, {formatMoment(grid.closed.at)}.
        </Note>
      )}
      {grid.closed === null && !grid.locked && grid.closings > 0 && (
        <Note tone="warn" actions={<LinkAction onAction={onHistory}>Riwayat koreksi</LinkAction>}>
          Pengisian dibuka kembali: setiap perubahan dicatat sebagai koreksi. Tutup lagi setelah selesai.
        </Note>
      )}
    </>
  )
}
