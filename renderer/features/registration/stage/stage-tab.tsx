import { Box } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import { applicantStateName } from '../../../../shared/features/registration/applicant-state.ts'
import type { Registration } from '../../../../shared/features/registration/contract.ts'
import { isScored, type StageKind } from '../../../../shared/features/registration/registration.ts'
import { stageName } from '../../../../shared/features/registration/registration-format.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { GridFoot } from '../../../app/grid/grid-foot.tsx'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { gridKeys } from '../../../ui/action/widget-keys.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote, Note } from '../../../ui/feedback/note.tsx'
import { KeyGrid, type KeyGridFace, type KeyGridSideColumn } from '../../../ui/grid/key-grid.tsx'
import { RejectedValues } from '../../../ui/grid/rejected-values.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { ApplicantDrawer } from '../applicants/applicant-drawer.tsx'
import { type ApplicantRow, applicantNames, applicantRows } from '../applicants/applicant-rows.tsx'
import styles from '../registration.module.css'
import { RegistrationPage } from '../registration-page.tsx'
import { registrationPath } from '../registration-paths.ts'
import { useResultWriting } from './use-result-writing.ts'

/** One stage of the selection: a column with a result for everybody. */
export function StageTab({ registration, kind }: { registration: Registration; kind: StageKind }) {
  const router = useRouter()
  const writing = useResultWriting(registration, kind)
  const [opened, setOpened] = useState<number | null>(null)
  const stage = registration.stages.find(one => one.kind === kind)
  const applicants = writing.rows
  const rows = useMemo(() => applicantRows(applicants), [applicants])
  const name = stageName(kind)
  const missing = rows.filter(row => row.standing === 'incomplete' && row.results[kind] === null).length
  const locked = registration.stipulation ? domainErrorMessage({ code: 'selection_decided' }) : undefined
  const limit = stage?.passLimit ?? null
  const person = applicants.find(one => one.id === opened)

  const after: KeyGridSideColumn<ApplicantRow>[] = [
    { key: 'village', head: 'Kelurahan', width: '9rem', cell: row => row.village ?? '–' },
    { key: 'total', head: 'Nilai akhir', width: '5.5rem', align: 'end', cell: row => scoreText(row.total) || '–' },
    { key: 'state', head: 'Keadaan', width: '12rem', cell: row => formatState(row) },
    { key: 'rest', head: '', cell: () => null },
  ]

  return (
    <RegistrationPage
      registration={registration}
      tab={kind}
      facts={[
        name,
        stage && isScored(kind) && `bobot ${stage.weight}%`,
        limit !== null && `nilai terendah ${hundredths(limit)}`,
        missing === 0 ? 'lengkap' : `${missing} belum diisi`,
      ]
        .filter(Boolean)
        .join(' · ')}
      fixed
    >
      {rows.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconUsers}
            title="Belum ada pendaftar."
            actions={
              <ActionButton tone="primary" onAction={() => router.history.push(registrationPath(registration.id))}>
                Isi daftar pendaftar
              </ActionButton>
            }
          />
        </Panel>
      ) : (
        <>
          {locked && <Note>{locked}</Note>}
          <ErrorNote error={writing.error} />
          {writing.choice}
          <RejectedValues values={writing.rejected} onClose={writing.forgetRejected} />
          <Panel flush fill label={`Hasil ${name.toLowerCase()}`}>
            <KeyGrid
              label={`Hasil ${name.toLowerCase()}`}
              rows={rows}
              columns={[
                {
                  key: kind,
                  label: name.toLowerCase(),
                  head: isScored(kind) ? 'Nilai' : 'Berkas',
                  width: '7rem',
                  ...(isScored(kind) ? {} : { letters: 'MT' }),
                },
              ]}
              before={applicantNames('15rem')}
              after={after}
              cell={row => faceOf(row, kind, limit, locked)}
              entry={{ kind: 'text', ...(isScored(kind) ? { inputMode: 'decimal' } : {}) }}
              onPick={row => setOpened(row.id)}
              foot={{ label: 'Belum diisi', value: () => missing }}
              {...writing.handlers}
            />
          </Panel>
          <GridFoot
            hints={[
              ...(isScored(kind) ? [] : [gridKeys.letters('MT', 'memenuhi, tidak')]),
              gridKeys.down,
              gridKeys.pick('orangnya'),
              gridKeys.paste,
              writing.undo.actions[0],
            ]}
            savedAt={writing.savedAt}
          />
        </>
      )}
      {person && <ApplicantDrawer registration={registration} applicant={person} onClose={() => setOpened(null)} />}
    </RegistrationPage>
  )
}

function faceOf(row: ApplicantRow, kind: StageKind, limit: number | null, decided: string | undefined): KeyGridFace {
  const locked =
    decided ?? (row.state === 'withdrawn' ? domainErrorMessage({ code: 'gave_up_already', name: row.name }) : undefined)
  const result = row.results[kind]
  if (result === null) {
    const waits = row.standing === 'incomplete'
    return {
      face: waits ? (
        <Box component="span" c="var(--warn)" fw={600}>
          ·
        </Box>
      ) : null,
      text: '',
      spoken: 'belum diisi',
      locked,
    }
  }
  if (typeof result === 'boolean') {
    const words = result ? 'Memenuhi' : 'Tidak'
    return {
      face: <span className={result ? styles.met : styles.failed}>{words}</span>,
      text: result ? 'M' : 'T',
      spoken: result ? 'memenuhi syarat' : 'tidak memenuhi syarat',
      locked,
    }
  }
  const text = hundredths(result)
  const below = limit !== null && result < limit
  return {
    face: below ? <span className={styles.failed}>{text}</span> : text,
    text,
    spoken: below ? `${text}, di bawah nilai terendah` : text,
    locked,
  }
}

function scoreText(score: number | null): string {
  return score === null ? '' : hundredths(score)
}

function formatState({ state, standing, stage }: ApplicantRow): string {
  if (state === 'assessed' && standing === 'failed' && stage) return `Gugur di ${stageName(stage).toLowerCase()}`
  return applicantStateName(state)
}
