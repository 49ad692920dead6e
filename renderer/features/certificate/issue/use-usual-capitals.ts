import { z } from 'zod'
import type { IssueCandidate } from '../../../../shared/features/certificate/contract.ts'
import { traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { traineeId } from '../../../../shared/ids.ts'
import { client, useCommand } from '../../../app/client.ts'

/** The query returns the whole person; the command takes only the fields of the form. */
const ownFields = z.object(traineeDraft.shape)

/** The name with usual capitals; undefined if it has them already. */
export function proposalFor({ checks }: IssueCandidate): string | undefined {
  return checks.find(check => check.code === 'capitals')?.proposal
}

/** Corrects the capitals of names, of one person or of all with a proposal. */
export function useUsualCapitals() {
  return useCommand(
    {
      async call(people: readonly IssueCandidate[]) {
        let changed = 0
        for (const person of people) {
          const name = proposalFor(person)
          if (name === undefined) continue
          const id = traineeId.parse(person.traineeId)
          const { id: _, ...present } = await client.trainee.get({ id })
          await client.trainee.save({ id, trainee: ownFields.parse({ ...present, name }) })
          changed += 1
        }
        return changed
      },
    },
    {
      done: (changed, [first]) =>
        changed === 1 && first ? `Nama menjadi ${proposalFor(first) ?? first.name}.` : `${changed} nama dibetulkan.`,
    },
  )
}
