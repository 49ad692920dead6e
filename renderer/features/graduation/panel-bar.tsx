import { IconGavel } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { Graduation } from '../../../shared/features/graduation/contract.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { StickyBar } from '../../ui/sticky-bar.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import type { PanelState } from './use-panel.ts'

export interface PanelBarProps {
  cohort: Cohort
  graduation: Graduation
  panel: PanelState
  /** Opens date, place and members. */
  onSession: () => void
}

/** From this many people on they are counted instead of named. */
const manyPeople = 4
const tabOfStep = { attendance: 'attendance', score: 'scores' } as const
const actOfStep = { attendance: 'Buka kehadiran', score: 'Isi nilai' }

/** Who sits on the panel and the act that ends it; or, each as a link, what is still missing. */
export function PanelBar({ cohort, graduation, panel, onSession }: PanelBarProps) {
  const router = useRouter()
  const { missing } = graduation
  const chair = panel.members.find(member => member.role === 'Ketua') ?? panel.members[0]
  const session = (
    <span>
      {chair ? `${chair.role}: ${chair.name} · ${panel.members.length} anggota` : 'Belum ada anggota sidang'} ·{' '}
      <LinkAct onAct={onSession} size="small">
        Ubah
      </LinkAct>
    </span>
  )
  const [first] = missing
  if (graduation.rows.length === 0)
    return (
      <StickyBar tone="err" note="Belum bisa disidangkan: kelas belum punya peserta.">
        <ActButton onAct={() => router.history.push(classPath(cohort.code, 'trainees'))}>Isi daftar peserta</ActButton>
      </StickyBar>
    )
  if (first)
    return (
      <StickyBar
        tone="err"
        note={
          <span>
            Belum bisa disidangkan:{' '}
            {missingLinks(missing).map(({ step, words, day }, index) => (
              <span key={words}>
                {index > 0 && ' · '}
                <LinkAct path={`${classPath(cohort.code, tabOfStep[step])}${day === undefined ? '' : `?hari=${day}`}`}>
                  {words}
                </LinkAct>
              </span>
            ))}
          </span>
        }
      >
        <ActButton onAct={() => router.history.push(classPath(cohort.code, tabOfStep[first.step]))}>
          {actOfStep[first.step]}
        </ActButton>
      </StickyBar>
    )
  return (
    <StickyBar note={session}>
      <KeyHints
        hints={[
          { keys: 'L', text: 'lulus' },
          { keys: 'T', text: 'tidak lulus' },
          { keys: ['↑', '↓'], text: 'orang' },
        ]}
      />
      <ActButton
        tone="primary"
        icon={IconGavel}
        keys="Ctrl Enter"
        pending={panel.pending}
        refused={panel.editing ? 'Tulis dulu alasan sidang, atau Esc.' : undefined}
        onAct={panel.decide}
      >
        Tetapkan hasil sidang
      </ActButton>
    </StickyBar>
  )
}

function missingLinks(missing: Graduation['missing']): Graduation['missing'] {
  const scores = missing.filter(one => one.step === 'score')
  if (scores.length < manyPeople) return missing
  return [
    ...missing.filter(one => one.step === 'attendance'),
    { step: 'score', words: `nilai ${scores.length} orang belum lengkap` },
  ]
}
