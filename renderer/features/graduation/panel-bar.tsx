import { useRouter } from '@tanstack/react-router'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { Graduation } from '../../../shared/features/graduation/contract.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import type { PanelState } from './use-panel.ts'

interface PanelBarProps {
  cohort: Cohort
  graduation: Graduation
  panel: PanelState
  actions: { pass: Action; fail: Action; decide: Action }
  /** Opens date, place and members. */
  onSession: () => void
}

/** From this number of people on they are counted instead of named. */
const manyPeople = 4
const tabOfStep = { attendance: 'attendance', score: 'scores' } as const
const actionOfStep = { attendance: 'Buka kehadiran', score: 'Isi nilai' }

/** The members of the panel and the final action, or links to what is still missing. */
export function PanelBar({ cohort, graduation, panel, actions: { pass, fail, decide }, onSession }: PanelBarProps) {
  const router = useRouter()
  const { missing } = graduation
  const chair = panel.members.find(member => member.role === 'Ketua') ?? panel.members[0]
  const session = (
    <span>
      {chair ? `${chair.role}: ${chair.name} · ${panel.members.length} anggota` : 'Belum ada anggota sidang'} ·{' '}
      <LinkAction needs="panel.decide" onAction={onSession} size="small">
        Ubah
      </LinkAction>
    </span>
  )
  const [first] = missing
  if (graduation.rows.length === 0)
    return (
      <StickyBar tone="err" note="Belum bisa disidangkan: kelas belum punya peserta.">
        <ActionButton needs="cohort.change" onAction={() => router.history.push(cohortPath(cohort.code, 'trainees'))}>
          Isi daftar peserta
        </ActionButton>
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
                <LinkAction
                  path={`${cohortPath(cohort.code, tabOfStep[step])}${day === undefined ? '' : `?hari=${day}`}`}
                >
                  {words}
                </LinkAction>
              </span>
            ))}
          </span>
        }
      >
        <ActionButton onAction={() => router.history.push(cohortPath(cohort.code, tabOfStep[first.step]))}>
          {actionOfStep[first.step]}
        </ActionButton>
      </StickyBar>
    )
  return (
    <StickyBar note={session}>
      <KeyHints hints={[pass, fail, listKeys.rows('orang')]} />
      <ActionButton action={decide} />
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
