import { useState } from 'react'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import {
  nothingRestricted,
  type RestrictedDraft,
  restrictedDraft,
} from '../../../../shared/features/trainee/restricted.ts'
import { targetEvidenceDraft } from '../../../../shared/features/trainee/target-evidence.ts'
import { type TraineeDraft, traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import type { FileKind } from '../../../../shared/features/trainee/trainee-file.ts'
import { traineeLabels } from '../../../../shared/features/trainee/trainee-labels.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { UnchosenValue } from '../../../../shared/kernel/seen.ts'
import { api, useCommand } from '../../../app/client.ts'
import type { Changed } from '../../../app/desk/changed.ts'
import { useTellJoined } from '../../../app/desk/use-tell-joined.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { isBlankEvidence, noEvidence } from './evidence-values.ts'
import { emptyTrainee, valuesOf } from './trainee-values.ts'

interface ChosenFile {
  key: number
  kind: FileKind
  file: File
}

/** The three forms on the page of a person, the files to upload, and how everything is stored. */
export function useTraineeForm(trainee: Trainee | null) {
  const person = useDraftForm(traineeDraft, trainee ? valuesOf(trainee) : emptyTrainee)
  const evidence = useDraftForm(targetEvidenceDraft, noEvidence)
  const restricted = useDraftForm(restrictedDraft, nothingRestricted)
  const [unlocked, setUnlocked] = useState(false)
  const [photo, setPhoto] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  // Set once the trainee is saved: if a photo or scan then fails, saving again must not register a second person.
  const [savedId, setSavedId] = useState<TraineeId | null>(trainee?.id ?? null)
  // The values that the person at the screen has seen: those of opening, or after a choice those of the other person.
  const [seen, setSeen] = useState(() => draftOf(trainee))
  const [decided, setDecided] = useState<readonly string[]>([])
  // The drafts of the last try to save, which the question is about.
  const [tried, setTried] = useState<ReturnType<typeof read>>(null)
  const save = useCommand(api.trainee.save, {
    done: ({ joined }, input) => (joined ? null : `${input.trainee.name} disimpan.`),
    undo: async ({ id }, { seen: before, trainee: now }) =>
      before && api.trainee.save.call({ id, trainee: before, seen: traineeDraft.parse(now) }),
    // Evidence, restricted data and enrolment are separate records, which undo does not revert.
    canUndo: ({ joined }, { id, seen: before, evidence: proof, restricted: secret }) =>
      id !== null && before != null && joined === null && proof === null && secret === null,
  })
  const tellJoined = useTellJoined()
  const storePhoto = useCommand(api.trainee.setPhoto)
  const storeFile = useCommand(api.trainee.addFile)
  const show = useCommand(api.trainee.showRestricted)

  async function unlock() {
    if (trainee) {
      const shown = await show.run({ id: trainee.id })
      if (!shown) return
      const { evidence: _, admissions: __, ...values } = shown.output
      restricted.form.setInitialValues(values)
      restricted.form.setValues(values)
    }
    setUnlocked(true)
  }

  /** All drafts of the page, or null if a field is invalid. */
  function read() {
    const draft = person.read()
    if (!draft) return null
    const proof = isBlankEvidence(evidence.form.getValues()) ? undefined : evidence.read()
    const secret: RestrictedDraft | null | undefined = unlocked ? restricted.read() : undefined
    if (proof === null || secret === null) return null
    return { trainee: draft, evidence: proof ?? null, restricted: secret ?? null }
  }

  /** @param code the class that a new trainee joins */
  async function store(code: string | null, correction: string | null): Promise<TraineeId | null> {
    const drafts = read()
    return drafts && storeDrafts(drafts, { seen, decided }, code, correction)
  }

  /** Stores the choice between two people's changes on top of what the other has saved. */
  async function join(
    changed: Changed,
    choices: ReadonlyMap<string, unknown>,
    unchosen: UnchosenValue[],
    correction: string | null,
  ) {
    const drafts = tried
    if (!drafts || !seen) return null
    const theirs = Object.fromEntries(changed.conflicts.map(one => [one.field, one.theirs]))
    const base = {
      seen: traineeDraft.parse({ ...seen, ...theirs }),
      decided: changed.conflicts.map(one => one.field),
    }
    setSeen(base.seen)
    setDecided(base.decided)
    person.form.setValues(Object.fromEntries(choices))
    const chosen = traineeDraft.parse({ ...drafts.trainee, ...Object.fromEntries(choices) })
    return storeDrafts({ ...drafts, trainee: chosen }, base, null, correction, unchosen)
  }

  async function storeDrafts(
    drafts: NonNullable<ReturnType<typeof read>>,
    base: { seen: TraineeDraft | null; decided: readonly string[] },
    code: string | null,
    correction: string | null,
    unchosen: UnchosenValue[] = [],
  ): Promise<TraineeId | null> {
    setTried(drafts)
    const admission = code === null || savedId !== null ? null : { code, repeatReason: null }
    const saved = await save.run({
      id: savedId,
      ...drafts,
      admission,
      correction,
      seen: base.seen,
      decided: [...base.decided],
      unchosen,
    })
    if (!saved) return null
    const { id, evidenceId, joined } = saved.output
    if (joined) tellJoined(joined, labelOf, `${drafts.trainee.name} disimpan, digabung`)
    setSavedId(id)
    if (photo !== null && !(await storePhoto.run({ id, photo }))) return null
    setPhoto(null)
    for (const { key, kind, file } of files) {
      const proves = kind === 'SKTM' || kind === 'DTSEN' ? evidenceId : null
      if (!(await storeFile.run({ id, kind, file, evidenceId: proves }))) return null
      setFiles(files => files.filter(one => one.key !== key))
    }
    person.form.resetDirty()
    setSeen(drafts.trainee)
    setDecided([])
    // The evidence is recorded; clear it, so that the next save does not record it again.
    evidence.form.setValues(noEvidence)
    return id
  }

  return {
    person: person.form,
    evidence: evidence.form,
    restricted: restricted.form,
    unlocked,
    unlock,
    photo,
    setPhoto,
    files,
    addFile: (kind: FileKind, file: File) => setFiles(all => [...all, { key: nextKey(all), kind, file }]),
    dropFile: (key: number) => setFiles(all => all.filter(one => one.key !== key)),
    savedId,
    store,
    changed: save.domainError?.code === 'changed_meanwhile' ? save.domainError : null,
    keepTyping: save.clear,
    join,
    seen,
    setSeen,
    mine: tried?.trainee ?? null,
    pending: save.pending,
    dirty: person.form.isDirty() || evidence.form.isDirty() || photo !== null,
    error: (save.domainError?.code === 'changed_meanwhile' ? null : save.error) ?? storePhoto.error ?? storeFile.error,
    lockError: show.error,
  }
}

/** The form values of a stored person; null for a new one, or if the stored data is not valid any more. */
export function draftOf(trainee: Trainee | null): TraineeDraft | null {
  const known = new Map<string, unknown>(Object.entries(trainee ?? {}))
  const fields = Object.keys(traineeDraft.shape).map(field => [field, known.get(field)])
  return traineeDraft.safeParse(Object.fromEntries(fields)).data ?? null
}

function labelOf(field: string): string {
  return (traineeLabels as Record<string, string>)[field] ?? field
}

function nextKey(files: readonly ChosenFile[]): number {
  return files.reduce((most, { key }) => Math.max(most, key), 0) + 1
}
