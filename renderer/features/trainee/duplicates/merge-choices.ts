import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import {
  isEmptyIn,
  isSameIn,
  type MergeField,
  mergeFieldNames,
} from '../../../../shared/features/trainee/merge-fields.ts'

export type Side = 'first' | 'second'
export type MergeChoices = { survivor: Side; picks: Record<MergeField, Side> }

/** Fields in which two people differ, in the order of the form. */
export function differingFields(first: Trainee, second: Trainee): MergeField[] {
  return mergeFieldNames.filter(field =>
    field === 'photo' ? first.photo !== second.photo : !isSameIn(first, second, field),
  )
}

/** Proposal: the person with more classes stays, else the one registered first; filled fields win over empty ones. */
export function firstChoices(first: Trainee, second: Trainee): MergeChoices {
  const survivor: Side = second.cohorts.length > first.cohorts.length ? 'second' : 'first'
  const [own, other] = survivor === 'first' ? [first, second] : [second, first]
  const isEmpty = (person: Trainee, field: MergeField) =>
    field === 'photo' ? person.photo === null : isEmptyIn(person, field)
  const pick = (field: MergeField): Side =>
    isEmpty(own, field) && !isEmpty(other, field) ? otherSide(survivor) : survivor
  return {
    survivor,
    picks: Object.fromEntries(mergeFieldNames.map(field => [field, pick(field)])) as Record<MergeField, Side>,
  }
}

function otherSide(side: Side): Side {
  return side === 'first' ? 'second' : 'first'
}

/** The fields taken from the person who is removed. */
export function takenFields({ survivor, picks }: MergeChoices, differing: readonly MergeField[]): MergeField[] {
  return differing.filter(field => picks[field] !== survivor)
}
