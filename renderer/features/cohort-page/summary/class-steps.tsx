import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { formatWaitingPapers } from '../../../../shared/features/cohort/waiting-papers.ts'
import type { StageCount } from '../../../../shared/features/folder/contract.ts'
import { shortDate } from '../../../../shared/kernel/plain-date.ts'
import { type CohortTab, cohortPath } from '../../../app/cohort-path.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './class-steps.module.css'

type Step = {
  key: string
  tab: CohortTab
  title: string
  done: boolean
  fact: string
  /** Optional: the class continues without it. */
  aside?: true
}

/** The life of a class in eight steps with their progress; the first open step is where the class is now. */
export function ClassSteps({ cohort, counts }: { cohort: Cohort; counts: readonly StageCount[] }) {
  const steps = stepsOf(cohort, counts)
  const now = steps.find(step => !step.done && !step.aside) ?? steps.find(step => !step.done)
  return (
    <Panel title="Langkah kelas">
      <ol className={styles.steps}>
        {steps.map(step => (
          <li
            key={step.key}
            className={classNames(styles.step, step.done && styles.done, step === now && styles.now)}
            aria-current={step === now ? 'step' : undefined}
          >
            <span className={styles.dot} aria-hidden />
            <LinkAction path={cohortPath(cohort.code, step.tab)}>{step.title}</LinkAction>
            <span className={layout.unseen}>{step.done ? 'selesai' : step === now ? 'sekarang' : 'belum'}</span>
            <span className={styles.fact}>{step.fact}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function stepsOf(cohort: Cohort, counts: readonly StageCount[]): Step[] {
  const { progress, days, trainees, staying, scored, decreeDate, waitingPapers } = cohort
  const left = trainees - staying
  const open = days.filter(day => day.instructors.length === 0).length
  const closed = days.filter(day => day.closed !== null).length
  const filled = days.filter(day => day.closed === null && day.complete).length
  const opening = counts.find(one => one.stage === 'opening')
  const sums = sumOf(counts)
  return [
    {
      key: 'schedule',
      tab: 'schedule',
      title: 'Jadwal dan instruktur',
      done: progress.schedule,
      fact: open === 0 ? `${days.length} hari, sah` : `${open} hari tanpa instruktur`,
    },
    {
      key: 'trainees',
      tab: 'trainees',
      title: 'Daftar peserta',
      done: progress.trainees,
      fact: [`${staying} orang`, left > 0 && `${left} keluar`, decreeDate && `SK ${shortDate(decreeDate)}`]
        .filter(Boolean)
        .join(', '),
    },
    {
      key: 'opening',
      tab: 'papers',
      title: 'Pembukaan',
      done: opening !== undefined && opening.done === opening.of,
      fact: opening ? `${opening.done} dari ${opening.of} berkas` : '',
      aside: true,
    },
    {
      key: 'attendance',
      tab: 'attendance',
      title: 'Kehadiran',
      done: progress.attendance,
      fact: [
        `${closed} ditutup`,
        filled > 0 && `${filled} terisi`,
        closed + filled < days.length && `${days.length - closed - filled} lagi`,
      ]
        .filter(Boolean)
        .join(', '),
    },
    {
      key: 'scores',
      tab: 'scores',
      title: 'Nilai',
      done: progress.scores,
      fact: progress.scores ? `${scored} orang lengkap` : `${staying - scored} orang belum lengkap`,
    },
    {
      key: 'graduation',
      tab: 'graduation',
      title: 'Sidang kelulusan',
      done: progress.graduation,
      fact: progress.graduation ? 'sudah ditetapkan' : 'sesudah nilai',
    },
    {
      key: 'certificates',
      tab: 'certificates',
      title: 'Sertifikat',
      done: progress.certificates,
      fact: progress.certificates
        ? 'sudah terbit'
        : progress.graduation
          ? `${formatWaitingPapers(waitingPapers)} lagi`
          : 'sesudah sidang',
    },
    {
      key: 'papers',
      tab: 'papers',
      title: 'Berkas dan laporan',
      done: sums.of > 0 && sums.done === sums.of,
      fact: sums.of > 0 ? `${sums.done} dari ${sums.of}` : '',
      aside: true,
    },
  ]
}

function sumOf(counts: readonly StageCount[]): { done: number; of: number } {
  return counts.reduce((sum, { done, of }) => ({ done: sum.done + done, of: sum.of + of }), { done: 0, of: 0 })
}
