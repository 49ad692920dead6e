import { IconCertificate, IconFileText, IconGavel, IconRotate2 } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { AttendanceGrid } from '../../../shared/features/attendance/contract.ts'
import type { Officer } from '../../../shared/features/centre/contract.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { Graduation } from '../../../shared/features/graduation/contract.ts'
import { fullDate } from '../../../shared/kernel/plain-date.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { useHostAway } from '../../app/desk/use-connection.ts'
import { type Action, primaryAction, stepActions, useActions } from '../../ui/action/action.ts'
import { ActionButton, ActionButtons, LinkAction } from '../../ui/action/action-button.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { OfferedDraft } from '../../ui/form/offered-draft.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { PanelBar } from './panel-bar.tsx'
import { PanelDrawer } from './panel-drawer.tsx'
import { resultParts } from './panel-outcome.ts'
import { Result } from './panel-result.tsx'
import { PanelRows } from './panel-rows.tsx'
import { usePanel } from './use-panel.ts'

const title = 'Sidang kelulusan'

/** Graduation of a class: what the rules propose, what is discussed, and what the panel decides. */
export function CohortGraduation({ code }: { code: string }) {
  const graduation = useRead(api.graduation.get, { code })
  const attendance = useRead(api.attendance.grid, { code })
  const centre = useRead(api.centre.get, {})
  const waiting = [graduation, attendance, centre].find(query => query.data === undefined) ?? graduation
  const data = graduation.data &&
    attendance.data &&
    centre.data && { graduation: graduation.data, attendance: attendance.data, officers: centre.data.officers }
  return (
    <WithCohort code={code} tab="graduation" title={title} query={{ ...waiting, data }}>
      {(cohort, read) => <Panel cohort={cohort} {...read} />}
    </WithCohort>
  )
}

interface PanelProps {
  cohort: Cohort
  graduation: Graduation
  attendance: AttendanceGrid
  officers: readonly Officer[]
}

function Panel({ cohort, graduation, attendance, officers }: PanelProps) {
  const router = useRouter()
  const panel = usePanel(cohort, graduation, officers)
  const paper = usePaperDialog(cohort)
  const reopen = useCommand(api.graduation.reopen, { done: () => 'Sidang dibuka kembali.' })
  const [dialog, setDialog] = useState<'session' | 'reopen' | null>(null)
  const decided = graduation.panel
  const fixed = decided !== null || cohort.status === 'cancelled'
  const rests = graduation.certificates > 0
  const explained = graduation.rows.some(row => row.proposal === 'failed' || row.decision === 'failed')
  const print: Action = {
    label: 'Berita acara',
    hint: 'cetak berita acara',
    keys: 'Ctrl P',
    icon: IconFileText,
    refused: decided ? undefined : domainErrorMessage({ code: 'panel_not_decided' }),
    run: () => paper.open('graduation-minutes'),
  }
  const reasons: Action = {
    label: 'Lembar alasan',
    icon: IconFileText,
    refused: explained ? undefined : 'Semua lulus menurut aturan, tidak ada yang perlu dijelaskan.',
    run: () => paper.open('graduation-reasons'),
  }
  const competence: Action = {
    label: 'Uji BNSP',
    icon: IconCertificate,
    run: () => router.history.push(`/angkatan/${cohort.code}/uji-bnsp`),
  }
  const again: Action = {
    label: 'Buka kembali sidang',
    needs: 'panel.decide',
    icon: IconRotate2,
    refused: rests ? domainErrorMessage({ code: 'certificates_exist', count: graduation.certificates }) : undefined,
    run: () => setDialog('reopen'),
  }
  const pass: Action = { label: 'Lulus', needs: 'panel.decide', keys: 'L', run: () => panel.choose('passed') }
  const fail: Action = { label: 'Tidak lulus', needs: 'panel.decide', keys: 'T', run: () => panel.choose('failed') }
  const away = useHostAway()
  const decide = primaryAction('Ctrl Enter', 'Tetapkan hasil sidang', panel.decide, {
    needs: 'panel.decide',
    icon: IconGavel,
    pending: panel.pending,
    refused: panel.editing ? 'Tulis dulu alasan sidang, atau Esc.' : away,
  })
  useActions([...(fixed ? [] : [pass, fail, decide]), ...stepActions('Orang', panel.step), print])

  return (
    <CohortFrame
      cohort={cohort}
      tab="graduation"
      title={title}
      facts={[
        fullDate(panel.heldOn),
        cohort.progress.attendance ? `${attendance.days.length} hari ditutup` : '',
        cohort.progress.scores ? 'nilai lengkap' : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      more={decided ? [reasons, competence, again] : []}
      actions={
        <>
          <ActionButtons actions={[!decided && reasons, print]} />
          {decided && (
            <ActionButton tone="primary" onAction={() => router.history.push(cohortPath(cohort.code, 'certificates'))}>
              {rests ? 'Buka sertifikat' : 'Terbitkan sertifikat'}
            </ActionButton>
          )}
        </>
      }
      bar={
        !fixed && (
          <PanelBar
            {...{ cohort, graduation, panel }}
            actions={{ pass, fail, decide }}
            onSession={() => setDialog('session')}
          />
        )
      }
    >
      <OfferedDraft draft={panel.draft} onTake={panel.takeDraft} />
      <ErrorNote error={panel.error} />
      <Result graduation={graduation} parts={resultParts(graduation.rows, panel.overrides)} />
      {graduation.missing.length > 0 && !attendance.days.every(day => day.closed) && (
        <Note>
          Sidang dapat dibuka setelah hari ke-{attendance.days.length} ditutup.{' '}
          <LinkAction path={cohortPath(cohort.code, 'attendance')}>Buka kehadiran</LinkAction>
        </Note>
      )}
      <PanelRows
        graduation={graduation}
        groups={panel.groups}
        attendance={attendance}
        overrides={panel.overrides}
        current={panel.current}
        editing={panel.editing}
        fixed={fixed}
        onCurrent={row => panel.goTo(row.enrolmentId)}
        onDecide={(row, decision) => panel.chooseFor(row, decision)}
        onReason={panel.giveReason}
        onCancel={panel.stopEditing}
      />
      {dialog === 'session' && (
        <PanelDrawer
          heldOn={panel.heldOn}
          place={panel.place}
          members={panel.members}
          end={cohort.end}
          onSave={session => {
            panel.setSession(session)
            setDialog(null)
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'reopen' && (
        <ReasonDialog
          title="Buka kembali sidang?"
          schema={reason}
          action="Buka kembali sidang"
          tone="danger"
          error={reopen.error}
          onAction={async words => {
            if (await reopen.run({ code: cohort.code, reason: words })) setDialog(null)
          }}
          onCancel={() => setDialog(null)}
        >
          Keputusan {decided && fullDate(decided.heldOn)} dihapus dan nilai serta kehadiran dapat diubah lagi. Berita
          acara yang sudah dicetak jangan dipakai.
        </ReasonDialog>
      )}
      {paper.dialog}
    </CohortFrame>
  )
}
