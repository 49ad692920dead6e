import { TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { useToday } from '../../../app/client.ts'
import { LostPanels } from '../../../app/desk/lost-panels.tsx'
import { PresenceChip } from '../../../app/desk/presence-chip.tsx'
import { type Action, cancelAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { fieldKeys } from '../../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { enterMovesOn, focusSave } from '../../../ui/form/enter-moves-on.ts'
import { field, typing } from '../../../ui/form/field.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatClock } from '../../../ui/page/moment-format.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { CohortSelect, useOpenCohorts } from '../cohort-select.tsx'
import { MoreDetails } from './more-details.tsx'
import { NikPanel } from './nik-panel.tsx'
import { RestrictedFields } from './restricted-fields.tsx'
import { TraineeFields } from './trainee-fields.tsx'
import styles from './trainee-form.module.css'
import { TraineeFormSide } from './trainee-form-side.tsx'
import { TraineeJoin } from './trainee-join.tsx'
import { useKeptTrainee } from './use-kept-trainee.tsx'
import { useOthersLike } from './use-others-like.ts'
import { useTraineeForm } from './use-trainee-form.ts'

interface TraineeFormProps {
  trainee: Trainee | null
  /** The person has requested a correction; its reason is part of the form. */
  correcting?: boolean
  /** The class that a new trainee joins. */
  place?: { code: string | null; onChange: (code: string | null) => void }
  /** Called after saving with Ctrl Enter. */
  onNext?: () => void
}

/** The form of a person: NIK first, with the checks beside it. */
export function TraineeForm({ trainee, correcting = false, place, onNext }: TraineeFormProps) {
  const router = useRouter()
  const today = useToday()
  const entry = useTraineeForm(trainee)
  const { person: form, evidence, savedId } = entry
  const { values } = form
  const [correction, setCorrection] = useState('')
  const { draft, ...villages } = useKeptTrainee(trainee, entry)
  const code = place?.code ?? null
  const cohort = useOpenCohorts().find(row => row.code === code)

  const others = useOthersLike(values, code, savedId)
  const { nik, known, knownPath } = others
  const why = reason.safeParse(correction)
  const refused = known
    ? `Sudah terdaftar: ${known.name}.`
    : correcting && !why.success
      ? 'Tulis alasan koreksinya.'
      : undefined

  async function store() {
    const id = await entry.store(cohort?.code ?? null, correcting && why.success ? why.data : null)
    if (id !== null) draft.forget()
    return id
  }
  const moveOn = enterMovesOn(focusSave)
  function press(event: KeyboardEvent<HTMLElement>) {
    const inNik = event.target instanceof HTMLElement && event.target.dataset.path === 'nik'
    if (event.key !== 'Enter' || event.ctrlKey || !inNik || knownPath === null) return moveOn(event)
    event.preventDefault()
    event.stopPropagation()
    router.history.push(knownPath)
  }
  const leave = cancelAction(() => router.history.push(trainee ? `/peserta/${trainee.id}` : '/peserta'))
  const save: Action = {
    label: 'Simpan',
    keys: 'Ctrl S',
    tone: onNext ? 'secondary' : 'primary',
    refused,
    async run() {
      const id = await store()
      if (id !== null) router.history.replace(`/peserta/${id}`)
    },
  }
  const saveAndGoOn: Action | undefined = onNext && {
    label: 'Simpan, lalu peserta berikutnya',
    keys: 'Ctrl Enter',
    tone: 'primary',
    refused,
    async run() {
      if ((await store()) !== null) onNext()
    },
  }
  // Without a next person, Ctrl Enter saves as everywhere.
  useActions([saveAndGoOn ? save : { ...save, also: 'Ctrl Enter' }, saveAndGoOn, leave])

  return (
    <Page
      title={trainee ? trainee.name : 'Peserta baru'}
      crumbs={[
        { label: 'Peserta', path: '/peserta' },
        ...(trainee
          ? [{ label: trainee.name, path: `/peserta/${trainee.id}` }, { label: 'Ubah' }]
          : [{ label: 'Baru' }]),
      ]}
      {...(trainee && {
        actions: !entry.changed && <PresenceChip subject={`peserta ${trainee.id}`} editing={entry.dirty} />,
      })}
      facts={[
        cohort && `Pendaftaran ${cohort.title} · ${cohort.trainees} orang`,
        draft.keptAt !== null && `Draf tersimpan ${formatClock(draft.keptAt)}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      side={
        <>
          <LostPanels />
          <TraineeFormSide trainee={trainee} entry={entry} others={others} start={cohort?.start} />
        </>
      }
      sideWidth={300}
      bar={
        <StickyBar note={<KeyHints hints={[fieldKeys.next, fieldKeys.choices('daftar')]} />}>
          <ActionButtons actions={[leave, save, saveAndGoOn]} />
        </StickyBar>
      }
    >
      {villages.offered}
      <ErrorNote error={entry.error} />
      {entry.changed && trainee && (
        <TraineeJoin
          trainee={trainee}
          entry={entry}
          villages={[villages.village, villages.home]}
          correction={correcting && why.success ? why.data : null}
          onStored={draft.forget}
        />
      )}
      <div className={layout.stack} onKeyDownCapture={press}>
        {correcting && (
          <Panel title="Koreksi atas permintaan orangnya" facts="nilai lama dan baru tersimpan">
            <TextInput
              {...field({ label: 'Alasan koreksi', hint: 'Paling sedikit 10 huruf.' })}
              {...typing(correction, setCorrection)}
              autoFocus
            />
          </Panel>
        )}
        <NikPanel form={form} others={others} autoFocus={!correcting} />
        <TraineeFields
          form={form}
          evidence={evidence}
          nik={nik}
          village={villages.village}
          onVillage={villages.takeVillage}
          today={today}
          place={
            place && <CohortSelect value={place.code} onChange={place.onChange} className={styles.place} optional />
          }
        />
        <MoreDetails form={form} today={today} home={villages.home} onHome={villages.takeHome} />
        {entry.unlocked && <RestrictedFields form={entry.restricted} />}
      </div>
    </Page>
  )
}
