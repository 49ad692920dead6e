import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { cohortDraft } from '../../../../shared/features/cohort/cohort.ts'
import { api, useCommand } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { useKeptDraft } from '../../../app/use-kept-draft.ts'
import { OfferedDraft } from '../../../ui/form/offered-draft.tsx'
import { useTrainedAgain } from '../use-trained-again.tsx'
import { type ChosenTrainee, chosenTrainee, newPlan, planValues } from './planner-values.ts'

const kept = z.object({ values: planValues, people: z.array(chosenTrainee) })

/** The form of a new class, its trainees, its saved draft, and how it is stored. */
export function useNewPlan() {
  const router = useRouter()
  const { form, read } = useDraftForm(cohortDraft, newPlan)
  const { values } = form
  const [people, setPeople] = useState<readonly ChosenTrainee[]>([])
  const dirty = values.programId !== null || values.start !== null || people.length > 0
  const draft = useKeptDraft('planner', kept, { values, people: [...people] }, dirty)
  const create = useTrainedAgain(
    useCommand(api.cohort.create, { done: ({ code }) => `Rencana ${code} disimpan.` }),
    'Simpan dengan alasan',
    ({ code }) => {
      draft.forget()
      router.history.push(cohortPath(code))
    },
  )
  return {
    form,
    people,
    setPeople,
    create,
    /** @param proposed number of the class when none was typed */
    async store(proposed: number | null) {
      form.setFieldValue('number', values.number ?? proposed)
      form.setFieldValue(
        'traineeIds',
        people.map(person => person.id),
      )
      const cohort = read()
      if (cohort) await create.run(cohort)
    },
    offered: (
      <OfferedDraft
        draft={draft}
        onTake={typed => {
          form.setValues(typed.values)
          setPeople(typed.people)
        }}
      />
    ),
  }
}
