import { keysOf } from '../../kernel/keys-of.ts'
import type { RestrictedDraft } from './restricted.ts'
import type { TraineeDraft } from './trainee.ts'

/** Fields that are chosen together when two people are merged, so that parts of one address never come from two people. */
const mergeFields = {
  nik: ['nik'],
  name: ['name'],
  birthPlace: ['birthPlace'],
  birthDate: ['birthDate'],
  sex: ['sex'],
  familyCard: ['familyCard'],
  phone: ['phone'],
  address: ['address', 'neighbourhood', 'hamlet', 'villageCode'],
  education: ['education'],
  employment: ['employment'],
  home: ['homeAddress', 'homeNeighbourhood', 'homeHamlet', 'homeVillageCode'],
  email: ['email'],
  religion: ['religion'],
  maritalStatus: ['maritalStatus'],
  jobCard: ['jobCard', 'jobCardDate'],
  shirtSize: ['shirtSize'],
  shoeSize: ['shoeSize'],
  colourBlind: ['colourBlind'],
  emergency: ['emergencyName', 'emergencyPhone'],
} as const satisfies Record<string, readonly (keyof TraineeDraft)[]>
export type MergeField = keyof typeof mergeFields | 'photo'

export const mergeFieldNames: readonly MergeField[] = [...keysOf(mergeFields), 'photo']

export function isEmptyIn(person: TraineeDraft, field: keyof typeof mergeFields): boolean {
  return mergeFields[field].every(key => person[key] === '' || person[key] === null)
}

export function isSameIn(a: TraineeDraft, b: TraineeDraft, field: keyof typeof mergeFields): boolean {
  return mergeFields[field].every(key => a[key] === b[key])
}

/** The values of the survivor with those fields of the other person. */
export function mergedDraft(survivor: TraineeDraft, away: TraineeDraft, taken: readonly MergeField[]): TraineeDraft {
  const keys = taken.flatMap(field => (field === 'photo' ? [] : [...mergeFields[field]]))
  return { ...survivor, ...Object.fromEntries(keys.map(key => [key, away[key]])) }
}

/** Fields that belong together: a bank account with another holder's name would be wrong. */
const restrictedFacts: readonly (readonly (keyof RestrictedDraft)[])[] = [
  ['stuntedChild'],
  ['disability', 'disabilityNeeds'],
  ['bankName', 'bankAccount', 'bankHolder'],
]

/** Restricted data is merged without asking, because it is not shown: the survivor's values stay, empty ones are taken from the other. */
export function mergedRestricted(survivor: RestrictedDraft, away: RestrictedDraft): RestrictedDraft {
  const keys = restrictedFacts.filter(fact => fact.every(key => survivor[key] === '' || survivor[key] === null)).flat()
  return { ...survivor, ...Object.fromEntries(keys.map(key => [key, away[key]])) }
}
