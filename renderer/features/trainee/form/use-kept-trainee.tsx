import { useState } from 'react'
import { z } from 'zod'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { useKeptDraft } from '../../../app/use-kept-draft.ts'
import { OfferedDraft } from '../../../ui/form/offered-draft.tsx'
import { evidenceValues } from './evidence-values.ts'
import { villageOf } from './trainee-join.tsx'
import { traineeValues } from './trainee-values.ts'
import type { useTraineeForm } from './use-trainee-form.ts'
import type { ChosenVillage } from './village-picker.tsx'

const chosenVillage = z.object({ code: z.string(), words: z.string() }).nullable()
const kept = z.object({
  /** What the form had been opened on: what others have changed since is asked when the draft is stored. */
  seen: traineeDraft.nullable().catch(null),
  values: traineeValues,
  evidence: evidenceValues,
  village: chosenVillage,
  home: chosenVillage,
  photo: z.string().nullable(),
})

/** The chosen villages, and the saved draft with these and all other values. */
export function useKeptTrainee(trainee: Trainee | null, entry: ReturnType<typeof useTraineeForm>) {
  const { person: form, evidence } = entry
  const [village, setVillage] = useState(() => villageOf(trainee?.villageCode, trainee?.village, trainee?.district))
  const [home, setHome] = useState(() =>
    villageOf(trainee?.homeVillageCode, trainee?.homeVillage, trainee?.homeDistrict),
  )
  const draft = useKeptDraft(
    trainee ? `trainee.${trainee.id}` : 'trainee',
    kept,
    { seen: entry.seen, values: form.values, evidence: evidence.values, village, home, photo: entry.photo },
    entry.dirty,
    'window',
  )
  return {
    village,
    takeVillage(next: ChosenVillage | null) {
      setVillage(next)
      form.setFieldValue('villageCode', next?.code ?? null)
    },
    home,
    takeHome(next: ChosenVillage | null) {
      setHome(next)
      form.setFieldValue('homeVillageCode', next?.code ?? null)
    },
    draft,
    offered: (
      <OfferedDraft
        draft={draft}
        onTake={typed => {
          if (typed.seen) entry.setSeen(typed.seen)
          form.setValues(typed.values)
          evidence.setValues(typed.evidence)
          setVillage(typed.village)
          setHome(typed.home)
          entry.setPhoto(typed.photo)
        }}
      />
    ),
  }
}
