import { skipToken, useQuery } from '@tanstack/react-query'
import { createRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { checkNik, cleanNik, compareNik, readNik } from '../../../shared/features/trainee/nik.ts'
import { traineeDraft } from '../../../shared/features/trainee/trainee.ts'
import { type TraineeId, traineeId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useToday } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { useKeptDraft } from '../../app/use-kept-draft.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { CheckList } from '../../ui/check-list.tsx'
import { enterMovesOn } from '../../ui/enter-moves-on.ts'
import { KeyHints } from '../../ui/key-cap.tsx'
import { clockWords } from '../../ui/moment-words.ts'
import { Note } from '../../ui/note.tsx'
import { OfferedDraft } from '../../ui/offered-draft.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StickyBar } from '../../ui/sticky-bar.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { NikField } from './nik-field.tsx'
import { PhotoField } from './photo-field.tsx'
import { traineeChecks } from './trainee-checks.tsx'
import { TraineeClasses } from './trainee-classes.tsx'
import { TraineeFields } from './trainee-fields.tsx'
import styles from './trainee-form.module.css'
import { emptyTrainee, traineeValues, valuesOf, withNik } from './trainee-values.ts'
import type { ChosenVillage } from './village-picker.tsx'
import { villageWords } from './village-words.ts'

export const newTraineeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/baru',
  component: NewTraineePage,
})

export const traineeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/$id',
  params: {
    parse({ id }) {
      const read = traineeId.safeParse(Number(id))
      return read.success ? { id: read.data } : false
    },
    stringify: ({ id }) => ({ id: String(id) }),
  },
  component: TraineePage,
})

const kept = z.object({
  values: traineeValues,
  village: z.object({ code: z.string(), words: z.string() }).nullable(),
  photo: z.string().nullable(),
})

function NewTraineePage() {
  // A new number empties the form for the next person.
  const [number, setNumber] = useState(1)
  return <TraineeForm key={number} trainee={null} onNext={() => setNumber(number + 1)} />
}

function TraineePage() {
  const { id } = traineeRoute.useParams()
  const trainee = useQuery(api.trainee.get.queryOptions({ input: { id } }))
  if (trainee.data) return <TraineeForm key={id} trainee={trainee.data} />
  return (
    <Page title="Peserta" crumbs={[{ label: 'Peserta', path: '/peserta' }]}>
      <Reading query={trainee}>{() => null}</Reading>
    </Page>
  )
}

interface TraineeFormProps {
  trainee: Trainee | null
  /** After saving with Ctrl Enter. */
  onNext?: () => void
}

/** One person: the NIK first, everything that is looked at beside it. */
function TraineeForm({ trainee, onNext }: TraineeFormProps) {
  const router = useRouter()
  const today = useToday()
  const { form, read } = useDraftForm(traineeDraft, trainee ? valuesOf(trainee) : emptyTrainee)
  const { values } = form
  const [village, setVillage] = useState(() => villageOf(trainee))
  const [photo, setPhoto] = useState(trainee?.photo ?? null)
  // A new person whose photo could not be stored is there already: saving again must not register a second one.
  const [savedId, setSavedId] = useState<TraineeId | null>(trainee?.id ?? null)
  const draft = useKeptDraft(
    trainee ? `trainee.${trainee.id}` : 'trainee',
    kept,
    { values, village, photo },
    form.isDirty(),
  )
  const save = useCommand(api.trainee.save, { done: (_, { trainee: { name } }) => `${name} disimpan.` })
  const storePhoto = useCommand(api.trainee.setPhoto)

  const digits = cleanNik(values.nik)
  const reading = readNik(digits, today, values.birthDate)
  const nik = reading.ok ? reading : null
  const byNik = useQuery(
    api.trainee.byNik.queryOptions({ input: checkNik(digits) === null ? { nik: digits } : skipToken }),
  )
  const known = byNik.data && byNik.data.id !== savedId ? byNik.data : byNik.data === undefined ? undefined : null
  const name = values.name.trim()
  const namesakes = useQuery(
    api.trainee.list.queryOptions({
      input: name.length < 3 ? skipToken : { search: name.slice(0, 100), limit: 20, offset: 0 },
    }),
  )
  const refused = known ? `Sudah terdaftar: ${known.name}.` : undefined

  async function store(): Promise<TraineeId | null> {
    if (refused !== undefined) return null
    const draftOfPage = read()
    const saved = draftOfPage && (await save.run({ id: savedId, trainee: draftOfPage }))
    if (!saved) return null
    const { id } = saved.output
    setSavedId(id)
    if (trainee === null && photo !== null && !(await storePhoto.run({ id, photo }))) return null
    draft.forget()
    form.resetDirty()
    return id
  }
  async function saveOnly() {
    const id = await store()
    if (id !== null && trainee === null) router.history.replace(`/peserta/${id}`)
  }
  async function saveAndNext() {
    if ((await store()) !== null) onNext?.()
  }
  async function takePhoto(next: string | null) {
    if (trainee === null) return setPhoto(next)
    if (await storePhoto.run({ id: trainee.id, photo: next })) setPhoto(next)
  }
  function takeVillage(next: ChosenVillage | null) {
    setVillage(next)
    form.setFieldValue('villageCode', next?.code ?? null)
  }
  const leave = () => router.history.push('/peserta')
  useKeys([
    { keys: 'Ctrl S', label: 'simpan', run: () => void saveOnly() },
    ...(onNext
      ? [{ keys: 'Ctrl Enter', label: 'simpan, lalu peserta berikutnya', run: () => void saveAndNext() }]
      : []),
    { keys: 'Esc', label: 'batal', run: leave },
  ])
  const problem = save.error ?? storePhoto.error

  return (
    <Page
      title={trainee ? trainee.name : 'Peserta baru'}
      crumbs={[{ label: 'Peserta', path: '/peserta' }, { label: trainee ? trainee.name : 'Baru' }]}
      facts={draft.keptAt === null ? undefined : `Draf tersimpan ${clockWords(draft.keptAt)}`}
      side={
        <>
          <Panel title="Pemeriksaan">
            <CheckList
              label="Pemeriksaan"
              checks={traineeChecks({
                values,
                today,
                known,
                registered: trainee !== null,
                namesakes: namesakes.data?.rows.filter(row => row.id !== savedId) ?? [],
              })}
            />
          </Panel>
          <PhotoField photo={photo} onPhoto={takePhoto} />
          {trainee && <TraineeClasses cohorts={trainee.cohorts} />}
        </>
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
          <ActButton keys="Esc" onAct={leave}>
            Batal
          </ActButton>
          <ActButton tone={onNext ? 'secondary' : 'primary'} keys="Ctrl S" refused={refused} onAct={saveOnly}>
            Simpan
          </ActButton>
          {onNext && (
            <ActButton tone="primary" keys="Ctrl Enter" refused={refused} onAct={saveAndNext}>
              Simpan, lalu peserta berikutnya
            </ActButton>
          )}
        </StickyBar>
      }
    >
      {draft.offered && (
        <OfferedDraft
          at={draft.offered.at}
          onTake={() => {
            if (!draft.offered) return
            form.setValues(draft.offered.values.values)
            setVillage(draft.offered.values.village)
            setPhoto(draft.offered.values.photo)
            draft.take()
          }}
          onForget={draft.forget}
        />
      )}
      {problem !== null && (
        <Note tone="err" live>
          {problem}
        </Note>
      )}
      <div className={styles.form} onKeyDownCapture={enterMovesOn()}>
        <Panel label="Nomor induk kependudukan">
          <NikField
            value={values.nik}
            onChange={next => form.setValues(withNik(form.getValues(), next, today))}
            onBlur={form.getInputProps('nik').onBlur}
            today={today}
            differs={nik !== null && compareNik(nik, values).length > 0}
            known={known ?? null}
            {...(typeof form.errors.nik === 'string' ? { error: form.errors.nik } : {})}
          />
        </Panel>
        <TraineeFields form={form} nik={nik} village={village} onVillage={takeVillage} today={today} />
      </div>
    </Page>
  )
}

function villageOf(trainee: Trainee | null): ChosenVillage | null {
  if (!trainee?.villageCode || trainee.village === null || trainee.district === null) return null
  return { code: trainee.villageCode, words: villageWords(trainee.village, trainee.district) }
}
