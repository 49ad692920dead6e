import { useState } from 'react'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import {
  nothingRestricted,
  type RestrictedDraft,
  restrictedDraft,
} from '../../../../shared/features/trainee/restricted.ts'
import { targetEvidenceDraft } from '../../../../shared/features/trainee/target-evidence.ts'
import { traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import type { FileKind } from '../../../../shared/features/trainee/trainee-file.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api } from '../../../app/client.ts'
import { useCommand } from '../../../app/use-command.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { isBlankEvidence, noEvidence } from './evidence-values.ts'
import { emptyTrainee, valuesOf } from './trainee-values.ts'

interface ChosenFile {
  key: number
  kind: FileKind
  file: File
}

/** The three forms on the page of one person, the scans that wait, and how all of it is stored. */
export function useTraineeForm(trainee: Trainee | null) {
  const person = useDraftForm(traineeDraft, trainee ? valuesOf(trainee) : emptyTrainee)
  const evidence = useDraftForm(targetEvidenceDraft, noEvidence)
  const restricted = useDraftForm(restrictedDraft, nothingRestricted)
  const [unlocked, setUnlocked] = useState(false)
  const [photo, setPhoto] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  // When a photo or scan could not be stored the trainee is saved already: saving again must not register a second one.
  const [savedId, setSavedId] = useState<TraineeId | null>(trainee?.id ?? null)
  const save = useCommand(api.trainee.save, { done: (_, input) => `${input.trainee.name} disimpan.` })
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

  /** Everything of the page as drafts, or null where a field holds it back. */
  function read() {
    const draft = person.read()
    if (!draft) return null
    const proof = isBlankEvidence(evidence.form.getValues()) ? undefined : evidence.read()
    const secret: RestrictedDraft | null | undefined = unlocked ? restricted.read() : undefined
    if (proof === null || secret === null) return null
    return { trainee: draft, evidence: proof ?? null, restricted: secret ?? null }
  }

  /** @param code the class that a new trainee joins. */
  async function store(code: string | null, correction: string | null): Promise<TraineeId | null> {
    const drafts = read()
    if (!drafts) return null
    const admission = code === null || savedId !== null ? null : { code, repeatReason: null }
    const saved = await save.run({ id: savedId, ...drafts, admission, correction })
    if (!saved) return null
    const { id, evidenceId } = saved.output
    setSavedId(id)
    if (photo !== null && !(await storePhoto.run({ id, photo }))) return null
    setPhoto(null)
    for (const { key, kind, file } of files) {
      const proves = kind === 'SKTM' || kind === 'DTSEN' ? evidenceId : null
      if (!(await storeFile.run({ id, kind, file, evidenceId: proves }))) return null
      setFiles(left => left.filter(one => one.key !== key))
    }
    person.form.resetDirty()
    // It is recorded: another press would record it again.
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
    dirty: person.form.isDirty() || evidence.form.isDirty() || photo !== null,
    error: save.error ?? storePhoto.error ?? storeFile.error,
    lockError: show.error,
  }
}

function nextKey(files: readonly ChosenFile[]): number {
  return files.reduce((most, { key }) => Math.max(most, key), 0) + 1
}
