import { useState } from 'react'
import { z } from 'zod'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { useKeptDraft } from '../../../app/use-kept-draft.ts'
import { OfferedDraft } from '../../../ui/form/offered-draft.tsx'
import { formatVillage } from '../trainee-format.ts'
import { evidenceValues } from './evidence-values.ts'
import { traineeValues } from './trainee-values.ts'
import type { useTraineeForm } from './use-trainee-form.ts'
import type { ChosenVillage } from './village-picker.tsx'

const chosenVillage = z.object({ code: z.string(), words: z.string() }).nullable()
const kept = z.object({
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
    { values: form.values, evidence: evidence.values, village, home, photo: entry.photo },
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

function villageOf(
  code: string | null | undefined,
  village: string | null | undefined,
  district: string | null | undefined,
): ChosenVillage | null {
  return code && village && district ? { code, words: formatVillage(village, district) } : null
}
