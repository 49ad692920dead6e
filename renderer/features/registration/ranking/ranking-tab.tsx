import { IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Applicant,
  type Registration,
  selectionReason,
} from '../../../../shared/features/registration/contract.ts'
import type { Outcome } from '../../../../shared/features/registration/registration.ts'
import { outcomeName, tieRuleText } from '../../../../shared/features/registration/registration-format.ts'
import { api, useCommand } from '../../../app/client.ts'
import { type Action, primaryAction, stepActions, useActions } from '../../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { gridKeys, listKeys } from '../../../ui/action/widget-keys.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote, Note } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { ApplicantDrawer } from '../applicants/applicant-drawer.tsx'
import { RegistrationPage } from '../registration-page.tsx'
import { registrationPath } from '../registration-paths.ts'
import { rankingGroups } from './ranking-groups.ts'
import { RankingRows } from './ranking-rows.tsx'
import { TieDialog } from './tie-dialog.tsx'

type OpenDialog = { decide: Outcome } | { back: true } | { tie: readonly number[] } | { open: true } | null

/** Peringkat: who gets a place, with a line after the last, and reasons that differ from the score. */
export function RankingTab({ registration }: { registration: Registration }) {
  const router = useRouter()
  const [current, setCurrent] = useState<number | null>(null)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const override = useCommand(api.registration.override)
  const { applicants, ties, quota, stipulation, missing } = registration
  const groups = rankingGroups(applicants)
  const order = groups.flatMap(group => group.rows)
  const here = order.find(one => one.id === current) ?? order[0]
  const close = () => setDialog(null)
  const openTies = ties.filter(tie => !tie.decided)

  function step(by: number) {
    const at = here ? order.indexOf(here) : 0
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))]
    if (next) setCurrent(next.id)
  }
  function decide(decision: Outcome) {
    if (!here || stipulation !== null || here.state === 'withdrawn') return
    if (here.override && decision === here.proposal) setDialog({ back: true })
    else if (decision !== here.decision) setDialog({ decide: decision })
  }
  const result = (keys: string, label: string, decision: Outcome): Action => ({
    label,
    keys,
    run: () => decide(decision),
  })
  const settle: Action = {
    label: 'Putuskan urutan',
    needs: 'selection.change',
    hint: 'putuskan nilai sama',
    keys: 'S',
    run: () => openTies[0] && setDialog({ tie: openTies[0].ids }),
  }
  const toStipulation = primaryAction(
    'Ctrl Enter',
    stipulation ? 'Buka penetapan' : 'Ke penetapan',
    () => router.history.push(registrationPath(registration.id, 'stipulation')),
    { hint: 'ke penetapan' },
  )
  useActions([
    ...stepActions('Orang', step),
    result('L', 'Luluskan', 'accepted'),
    result('C', 'Jadikan cadangan', 'reserve'),
    result('T', 'Tidak', 'rejected'),
    settle,
    { label: 'Orangnya', keys: 'F4', run: () => here && setDialog({ open: true }) },
    toStipulation,
  ])

  return (
    <RegistrationPage
      registration={registration}
      tab="ranking"
      fixed
      bar={
        order.length > 0 && (
          <StickyBar
            tone={missing.length > 0 ? 'err' : 'plain'}
            note={missing.length > 0 ? `Belum bisa ditetapkan: ${missing.join(' · ')}` : tieRuleText}
          >
            {stipulation === null && (
              <KeyHints hints={[gridKeys.letters('LCT', 'lulus, cadangan, tidak'), listKeys.rows('orang')]} />
            )}
            <ActionButton action={toStipulation} />
          </StickyBar>
        )
      }
    >
      <ResultLine facts={`kuota ${quota}, cadangan ${registration.reserves}`}>{formatResult(applicants)}</ResultLine>
      {openTies.map(tie => (
        <Note
          key={tie.ids.join()}
          tone="warn"
          title="Nilai, prioritas, dan tanggal daftar sama:"
          actions={<ActionButton size="xs" action={{ ...settle, run: () => setDialog({ tie: tie.ids }) }} />}
        >
          {namesOf(tie.ids, applicants)}
        </Note>
      ))}
      <ErrorNote error={dialog === null ? override.error : null} />
      {order.length === 0 ? (
        <Panel>
          <EmptyState icon={IconUsers} title="Belum ada pendaftar.">
            Catat dulu di tab <LinkAction path={registrationPath(registration.id)}>Pendaftar</LinkAction>.
          </EmptyState>
        </Panel>
      ) : (
        <Panel flush fill label="Peringkat">
          <RankingRows
            registration={registration}
            groups={groups}
            current={here?.id ?? null}
            onCurrent={one => setCurrent(one.id)}
          />
        </Panel>
      )}
      {dialog && here && ('decide' in dialog || 'back' in dialog) && (
        <ReasonDialog
          title={
            'decide' in dialog
              ? `${here.name}: ${outcomeName(dialog.decide)}?`
              : `${here.name} kembali ke peringkat (${outcomeName(here.proposal ?? 'rejected')})?`
          }
          schema={selectionReason}
          label="Alasan panitia"
          action={'decide' in dialog ? `Jadikan ${outcomeName(dialog.decide).toLowerCase()}` : 'Kembali ke peringkat'}
          error={override.error}
          onAction={async reason => {
            const decision = 'decide' in dialog ? dialog.decide : null
            if (await override.run({ applicantId: here.id, decision, reason })) close()
          }}
          onCancel={close}
        >
          Menurut peringkat: {here.proposal ? outcomeName(here.proposal) : 'belum lengkap'}. Keputusan lain dicatat
          dengan alasannya.
        </ReasonDialog>
      )}
      {dialog && 'tie' in dialog && (
        <TieDialog
          registration={registration}
          people={dialog.tie.flatMap(id => applicants.find(one => one.id === id) ?? [])}
          onClose={close}
        />
      )}
      {dialog && here && 'open' in dialog && (
        <ApplicantDrawer registration={registration} applicant={here} onClose={close} />
      )}
    </RegistrationPage>
  )
}

function formatResult(applicants: readonly Applicant[]): string {
  const count = (decision: Outcome) => applicants.filter(one => one.decision === decision).length
  const open = applicants.filter(one => one.standing === 'incomplete' && one.decision === null).length
  return [
    `${count('accepted')} lulus`,
    `${count('reserve')} cadangan`,
    `${count('rejected')} tidak`,
    open > 0 && `${open} belum lengkap`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function namesOf(ids: readonly number[], applicants: readonly Applicant[]): string {
  return ids.map(id => applicants.find(one => one.id === id)?.name ?? '').join(', ')
}
