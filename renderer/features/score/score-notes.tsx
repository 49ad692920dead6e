import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api, useCommand } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { ScoreHistory } from './score-history.tsx'

interface ScoreNotesProps {
  grid: ScoreGrid
  cohort: Cohort
}

/** Above the grid: entry is closed, was reopened, or uses older rules than today's. */
export function ScoreNotes({ grid, cohort }: ScoreNotesProps) {
  const reopen = useCommand(api.score.reopen, { done: () => 'Pengisian nilai dibuka kembali.' })
  const take = useCommand(api.score.takeRules, { done: () => 'Kelas memakai aturan sekarang.' })
  const [dialog, setDialog] = useState<'reopen' | 'history' | null>(null)
  const close = () => setDialog(null)
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
            <LinkAction needs="score.change" onAction={() => take.run({ code: cohort.code })}>
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
              <LinkAction needs="score.change" onAction={() => setDialog('reopen')}>
                Buka kembali dengan alasan
              </LinkAction>
              <LinkAction onAction={() => setDialog('history')}>Riwayat</LinkAction>
            </>
          }
        >
          Pengisian nilai ditutup {grid.closed.by}, {formatMoment(grid.closed.at)}.
        </Note>
      )}
      {grid.closed === null && !grid.locked && grid.closings > 0 && (
        <Note tone="warn" actions={<LinkAction onAction={() => setDialog('history')}>Riwayat koreksi</LinkAction>}>
          Pengisian dibuka kembali: setiap perubahan dicatat sebagai koreksi. Tutup lagi setelah selesai.
        </Note>
      )}
      <ErrorNote error={take.error} />
      {dialog === 'history' && <ScoreHistory code={cohort.code} onClose={close} />}
      {dialog === 'reopen' && (
        <ReasonDialog
          title="Buka kembali pengisian nilai?"
          schema={reason}
          action="Buka kembali"
          error={reopen.error}
          onAction={async words => {
            if (await reopen.run({ code: cohort.code, reason: words })) close()
          }}
          onCancel={close}
        >
          Nilai dapat diubah lagi. Setiap perubahan dicatat dengan nilai lama, nilai baru, dan nama petugas.
        </ReasonDialog>
      )}
    </>
  )
}
