import { IconArrowRight, IconCalendarX, IconTransfer } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { reason } from '../../../shared/features/cohort/cohort.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { refusalWords } from '../../../shared/refusal-words.ts'
import { api } from '../../app/client.ts'
import { useToday } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { type Check, CheckList } from '../../ui/check-list.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ChangedPapers } from '../calendar/changed-papers.tsx'
import { ClassFacts } from './class-facts.tsx'
import { ClassPage, WithCohort } from './class-page.tsx'
import { ClassRail } from './class-rail.tsx'
import styles from './class-summary.module.css'
import { type ClassTab, classPath } from './class-tabs.ts'
import { MoveDialog } from './move-dialog.tsx'
import { nextAct } from './next-act.ts'
import { PlanWarnings } from './plan-warnings.tsx'

/** Ringkasan: what the class waits for, its days, what was decided about it. */
export function ClassSummary({ code }: { code: string }) {
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
    <ClassPage
      cohort={cohort}
      tab="summary"
      title={cohort.title}
      facts={`${cohort.code} · ${cohort.program} · ${cohort.trainees} peserta`}
      sideWidth={300}
      {...(cohort.status === 'cancelled' ? {} : { side: <Steps cohort={cohort} /> })}
      actions={
        <>
          <ActButton icon={IconCalendarX} refused={refused} onAct={() => setAsked('cancel')}>
            Batalkan kelas
          </ActButton>
          <ActButton icon={IconTransfer} refused={refused} onAct={() => setAsked('move')}>
            Pindah tanggal
          </ActButton>
        </>
      }
    >
      {moved && (
        <Note tone="ok" title={`Sekarang ${shortDay(cohort.start)} s.d. ${shortDay(cohort.end, { year: true })}.`} live>
          <ChangedPapers code={cohort.code} title={cohort.title} days={cohort.days.map(day => day.n)} />
        </Note>
      )}
      <Next cohort={cohort} />
      <ClassRail cohort={cohort} />
      {(cohort.status === 'planned' || cohort.status === 'running') && <PlanWarnings warnings={cohort.warnings} />}
      <ClassFacts cohort={cohort} />
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
          act="Batalkan kelas"
          tone="danger"
          error={cancel.error}
          onAct={async text => {
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
    </ClassPage>
  )
}

function Next({ cohort }: { cohort: Cohort }) {
  const router = useRouter()
  const next = nextAct(cohort, useToday())
  if (!next) return null
  return (
    <Panel tone={next.now ? 'now' : 'plain'} label="Berikutnya">
      <div className={styles.next}>
        <div>
          <h2 className={styles.title}>{next.title}</h2>
          <p className={styles.detail}>{next.detail}</p>
        </div>
        <ActButton tone="primary" iconAfter={IconArrowRight} onAct={() => router.history.push(next.path)}>
          {next.act}
        </ActButton>
      </div>
    </Panel>
  )
}

const steps: readonly { step: keyof Cohort['progress']; tab: ClassTab; title: string }[] = [
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
      title: done ? title : <LinkAct path={classPath(cohort.code, tab)}>{title}</LinkAct>,
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
  if (status === 'cancelled') return refusalWords({ code: 'cohort_cancelled', cohort: title })
  const held = days.filter(day => day.held).length
  return held > 0 ? refusalWords({ code: 'cohort_has_held_days', cohort: title, days: held }) : undefined
}
