import { Flex } from '@mantine/core'
import { IconArrowRight, IconCalendarX, IconTransfer } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api } from '../../../app/client.ts'
import { type CohortTab, cohortPath } from '../../../app/cohort-path.ts'
import { useToday } from '../../../app/session.tsx'
import { useCommand } from '../../../app/use-command.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { type Check, CheckList } from '../../../ui/feedback/check-list.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { CohortFrame, WithCohort } from '../../cohort/cohort-frame.tsx'
import { ChangedPapers } from '../../replan/changed-papers.tsx'
import { CohortFacts } from './cohort-facts.tsx'
import { CohortRail } from './cohort-rail.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { nextAction } from './next-action.ts'
import { formatOwnFacts } from './own-facts-format.ts'
import { PlanWarnings } from './plan-warnings.tsx'

/** Ringkasan: what the class waits for, its days, what was decided about it. */
export function CohortSummary({ code }: { code: string }) {
  return (
    <WithCohort code={code} tab="summary" title="Ringkasan">
      {cohort => <Summary cohort={cohort} />}
    </WithCohort>
  )
}

function Summary({ cohort }: { cohort: Cohort }) {
  const [asked, setAsked] = useState<'move' | 'cancel' | null>(null)
  const [moved, setMoved] = useState(false)
  const cancel = useCommand(api.cohort.cancel, { done: () => `${cohort.title} dibatalkan.` })
  const refused = whyFixed(cohort)
  return (
    <CohortFrame
      cohort={cohort}
      tab="summary"
      title={cohort.title}
      facts={formatOwnFacts(cohort)}
      sideWidth={300}
      {...(cohort.status === 'cancelled' ? {} : { side: <Steps cohort={cohort} /> })}
      actions={
        <>
          <ActionButton icon={IconCalendarX} refused={refused} onAction={() => setAsked('cancel')}>
            Batalkan kelas
          </ActionButton>
          <ActionButton icon={IconTransfer} refused={refused} onAction={() => setAsked('move')}>
            Pindah tanggal
          </ActionButton>
        </>
      }
    >
      {moved && (
        <Note tone="ok" title={`Sekarang ${shortDay(cohort.start)} s.d. ${shortDay(cohort.end, { year: true })}.`} live>
          <ChangedPapers code={cohort.code} title={cohort.title} days={cohort.days.map(day => day.n)} />
        </Note>
      )}
      <Next cohort={cohort} />
      <CohortRail cohort={cohort} />
      {(cohort.status === 'planned' || cohort.status === 'running') && <PlanWarnings warnings={cohort.warnings} />}
      <CohortFacts cohort={cohort} />
      {asked === 'move' && (
        <MoveDialog
          cohort={cohort}
          onMoved={() => {
            setAsked(null)
            setMoved(true)
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'cancel' && (
        <ReasonDialog
          title={`Batalkan ${cohort.title}?`}
          schema={reason}
          action="Batalkan kelas"
          tone="danger"
          error={cancel.error}
          onAction={async text => {
            if (await cancel.run({ code: cohort.code, reason: text })) setAsked(null)
          }}
          onCancel={() => {
            cancel.clear()
            setAsked(null)
          }}
        >
          Kelas {cohort.code} tidak berjalan. {cohort.trainees} peserta dan ruangnya bebas untuk kelas lain; nomor
          angkatan tidak dipakai lagi.
        </ReasonDialog>
      )}
    </CohortFrame>
  )
}

function Next({ cohort }: { cohort: Cohort }) {
  const router = useRouter()
  const next = nextAction(cohort, useToday())
  // Enter is the next act as soon as the page is there.
  const place = useFirstField<HTMLDivElement>()
  if (!next) return null
  return (
    <Panel tone={next.now ? 'now' : 'plain'} label="Berikutnya">
      <Flex ref={place} align="center" justify="space-between" gap="1rem">
        <div>
          <h2 className={layout.heading}>{next.title}</h2>
          <p className={layout.note}>{next.detail}</p>
        </div>
        <ActionButton tone="primary" iconAfter={IconArrowRight} onAction={() => router.history.push(next.path)}>
          {next.action}
        </ActionButton>
      </Flex>
    </Panel>
  )
}

const steps: readonly { step: keyof Cohort['progress']; tab: CohortTab; title: string }[] = [
  { step: 'schedule', tab: 'schedule', title: 'Jadwal dan instruktur' },
  { step: 'trainees', tab: 'trainees', title: 'Daftar peserta' },
  { step: 'attendance', tab: 'attendance', title: 'Kehadiran ditutup' },
  { step: 'scores', tab: 'scores', title: 'Nilai lengkap' },
  { step: 'graduation', tab: 'graduation', title: 'Hasil sidang ditetapkan' },
  { step: 'certificates', tab: 'certificates', title: 'Sertifikat terbit' },
]

function Steps({ cohort }: { cohort: Cohort }) {
  const closed = cohort.days.filter(day => day.closed).length
  const checks = steps.map(({ step, tab, title }): Check => {
    const done = cohort.progress[step]
    const counted = step === 'attendance' && !done ? `${closed} dari ${cohort.days.length} hari` : undefined
    return {
      key: step,
      tone: done ? 'ok' : 'open',
      title: done ? title : <LinkAction path={cohortPath(cohort.code, tab)}>{title}</LinkAction>,
      ...(counted ? { detail: counted } : {}),
    }
  })
  return (
    <Panel title="Langkah kelas">
      <CheckList checks={checks} label="Langkah kelas" />
    </Panel>
  )
}

/** Why a class can no longer be moved or cancelled; undefined while it can. */
function whyFixed({ status, title, days }: Cohort): string | undefined {
  if (status === 'cancelled') return domainErrorMessage({ code: 'cohort_cancelled', cohort: title })
  const held = days.filter(day => day.held).length
  return held > 0 ? domainErrorMessage({ code: 'cohort_has_held_days', cohort: title, days: held }) : undefined
}
