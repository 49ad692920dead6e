import { Flex, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { z } from 'zod'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { detailFields } from '../../../../shared/features/trainee/details.ts'
import { compareNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { formatTrainedWithin } from '../../../../shared/features/trainee/trained-before.ts'
import { traineeLabels } from '../../../../shared/features/trainee/trainee-labels.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api } from '../../../app/client.ts'
import { JoinPanel } from '../../../app/desk/join-panel.tsx'
import { PresenceChip } from '../../../app/desk/presence-chip.tsx'
import { useToday } from '../../../app/session.tsx'
import { useKeptDraft } from '../../../app/use-kept-draft.ts'
import { type Action, cancelAction } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyCap, KeyHints } from '../../../ui/action/key-cap.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { enterMovesOn, focusSave } from '../../../ui/form/enter-moves-on.ts'
import { field } from '../../../ui/form/field.tsx'
import { OfferedDraft } from '../../../ui/form/offered-draft.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatClock } from '../../../ui/page/moment-format.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { CohortSelect, useOpenCohorts } from '../cohort-select.tsx'
import { formatVillage } from '../trainee-format.ts'
import { DetailFields } from './detail-fields.tsx'
import { evidenceValues } from './evidence-values.ts'
import { NikField } from './nik-field.tsx'
import { RestrictedFields } from './restricted-fields.tsx'
import { TraineeFields } from './trainee-fields.tsx'
import styles from './trainee-form.module.css'
import { TraineeFormSide } from './trainee-form-side.tsx'
import { traineeValues, withNik } from './trainee-values.ts'
import { useOthersLike } from './use-others-like.ts'
import { useTraineeForm } from './use-trainee-form.ts'
import type { ChosenVillage } from './village-picker.tsx'

const chosenVillage = z.object({ code: z.string(), words: z.string() }).nullable()
const kept = z.object({
  values: traineeValues,
  evidence: evidenceValues,
  village: chosenVillage,
  home: chosenVillage,
  photo: z.string().nullable(),
})

interface TraineeFormProps {
  trainee: Trainee | null
  /** The person has asked for a correction: its reason is part of the form. */
  correcting?: boolean
  /** The class that a new trainee joins. */
  place?: { code: string | null; onChange: (code: string | null) => void }
  /** After saving with Ctrl Enter. */
  onNext?: () => void
}

/** One person: the NIK first, everything that is looked at beside it. */
export function TraineeForm({ trainee, correcting = false, place, onNext }: TraineeFormProps) {
  const router = useRouter()
  const today = useToday()
  const entry = useTraineeForm(trainee)
  const { person: form, evidence, savedId } = entry
  const { values } = form
  const [village, setVillage] = useState(() => villageOf(trainee?.villageCode, trainee?.village, trainee?.district))
  const [home, setHome] = useState(() =>
    villageOf(trainee?.homeVillageCode, trainee?.homeVillage, trainee?.homeDistrict),
  )
  const [opened, setOpened] = useState(false)
  const [correction, setCorrection] = useState('')
  const draft = useKeptDraft(
    trainee ? `trainee.${trainee.id}` : 'trainee',
    kept,
    { values, evidence: evidence.values, village, home, photo: entry.photo },
    entry.dirty,
    'window',
  )
  const code = place?.code ?? null
  const cohort = useOpenCohorts().find(row => row.code === code)
  const rules = useQuery(api.centre.get.queryOptions({ input: {} })).data?.rules

  const { nik, known, knownPath, namesakes } = useOthersLike(values, code, savedId)
  const why = reason.safeParse(correction)
  const consents = useQuery(api.rights.get.queryOptions({ input: trainee === null ? skipToken : { id: trainee.id } }))
    .data?.consents
  const refused = known
    ? `Sudah terdaftar: ${known.name}.`
    : correcting && !why.success
      ? 'Tulis alasan koreksinya.'
      : undefined
  // A field that holds back saving is never hidden.
  const detailsShown = opened || Object.keys(form.errors).some(path => path in detailFields)

  async function store() {
    const id = await entry.store(cohort?.code ?? null, correcting && why.success ? why.data : null)
    if (id !== null) draft.forget()
    return id
  }
  function takeVillage(next: ChosenVillage | null) {
    setVillage(next)
    form.setFieldValue('villageCode', next?.code ?? null)
  }
  function takeHome(next: ChosenVillage | null) {
    setHome(next)
    form.setFieldValue('homeVillageCode', next?.code ?? null)
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
  const details: Action = { label: 'Data lain', keys: 'Alt L', run: () => setOpened(!opened) }
  // Where no next one follows, Ctrl Enter ends the form as everywhere.
  useActions([save, saveAndGoOn ?? { ...save, keys: 'Ctrl Enter' }, details, leave])

  return (
    <Page
      title={trainee ? trainee.name : 'Peserta baru'}
      crumbs={[
        { label: 'Peserta', path: '/peserta' },
        ...(trainee
          ? [{ label: trainee.name, path: `/peserta/${trainee.id}` }, { label: 'Ubah' }]
          : [{ label: 'Baru' }]),
      ]}
      {...(trainee && { actions: <PresenceChip subject={`peserta ${trainee.id}`} editing={entry.dirty} /> })}
      facts={[
        cohort && `Pendaftaran ${cohort.title} · ${cohort.trainees} orang`,
        draft.keptAt !== null && `Draf tersimpan ${formatClock(draft.keptAt)}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      side={
        <TraineeFormSide
          trainee={trainee}
          entry={entry}
          checks={{
            values,
            today,
            known,
            registered: trainee !== null,
            consents: trainee === null ? [] : consents,
            formatTrained: formatTrainedWithin(rules?.trainedWithin ?? 'year', cohort?.start ?? today),
            namesakes,
          }}
        />
      }
      sideWidth={300}
      bar={
        <StickyBar
          note={
            <KeyHints
              hints={[
                { keys: 'Enter', text: 'kolom berikut' },
                { keys: 'F4', text: 'daftar' },
              ]}
            />
          }
        >
          <ActionButton action={leave} />
          <ActionButton action={save} />
          {saveAndGoOn && <ActionButton action={saveAndGoOn} />}
        </StickyBar>
      }
    >
      <OfferedDraft
        draft={draft}
        onTake={typed => {
          form.setValues(typed.values)
          evidence.setValues(typed.evidence)
          setVillage(typed.village)
          setHome(typed.home)
          entry.setPhoto(typed.photo)
        }}
      />
      <ErrorNote error={entry.error} />
      {entry.changed && (
        <JoinPanel
          key={entry.changed.at}
          changed={entry.changed}
          labels={traineeLabels}
          pending={false}
          onBack={entry.keepTyping}
          onJoin={async choices => {
            const given = correcting && why.success ? why.data : null
            const id = entry.changed && (await entry.join(entry.changed, choices, given))
            if (id === null) return
            draft.forget()
            router.history.replace(`/peserta/${id}`)
          }}
        />
      )}
      <div className={layout.stack} onKeyDownCapture={press} hidden={entry.changed !== null}>
        {correcting && (
          <Panel title="Koreksi atas permintaan orangnya" facts="nilai lama dan baru tersimpan">
            <TextInput
              {...field({ label: 'Alasan koreksi', hint: 'Paling sedikit 10 huruf.' })}
              value={correction}
              autoFocus
              onChange={event => setCorrection(event.currentTarget.value)}
            />
          </Panel>
        )}
        <Panel label="Nomor induk kependudukan">
          <NikField
            value={values.nik}
            autoFocus={!correcting}
            onChange={next => form.setValues(withNik(form.getValues(), next, today))}
            onBlur={form.getInputProps('nik').onBlur}
            today={today}
            differs={nik !== null && compareNik(nik, values).length > 0}
            known={known ?? null}
            knownPath={knownPath}
            {...(typeof form.errors.nik === 'string' ? { error: form.errors.nik } : {})}
          />
        </Panel>
        <TraineeFields
          form={form}
          evidence={evidence}
          nik={nik}
          village={village}
          onVillage={takeVillage}
          today={today}
          place={
            place && <CohortSelect value={place.code} onChange={place.onChange} className={styles.place} optional />
          }
        />
        {detailsShown ? (
          <DetailFields form={form} today={today} home={home} onHome={takeHome} />
        ) : (
          <Flex component="p" c="var(--ink-2)" fz="0.8125rem" align="center" gap="0.5rem">
            <LinkAction onAction={() => setOpened(true)}>{details.label}</LinkAction>
            <KeyCap>{details.keys ?? ''}</KeyCap>
            <span>agama, status kawin, email, domisili, AK-1, ukuran, kontak darurat</span>
          </Flex>
        )}
        {entry.unlocked && <RestrictedFields form={entry.restricted} />}
      </div>
    </Page>
  )
}

function villageOf(
  code: string | null | undefined,
  village: string | null | undefined,
  district: string | null | undefined,
): ChosenVillage | null {
  return code && village && district ? { code, words: formatVillage(village, district) } : null
}
