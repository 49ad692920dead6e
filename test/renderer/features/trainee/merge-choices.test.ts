import { expect, test } from 'vitest'
import {
  differingFields,
  firstChoices,
  takenFields,
} from '../../../../renderer/features/trainee/duplicates/merge-choices.ts'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { traineeId } from '../../../../shared/ids.ts'
import { samplePerson } from '../../../backend/cohort-steps.ts'

const one: Trainee = {
  ...samplePerson(0, { email: '', phone: '6281111111111', hamlet: '007' }),
  id: traineeId.parse(1),
  state: 'OPEN',
  village: null,
  district: null,
  homeVillage: null,
  homeDistrict: null,
  photo: null,
  cohorts: [],
  evidence: [],
  files: [],
}
const other: Trainee = {
  ...one,
  id: traineeId.parse(2),
  email: 'a@contoh.id',
  phone: '6282222222222',
  hamlet: '008',
  photo: 'data:',
}

test('only differing values are asked about; an address counts as one', () => {
  expect(differingFields(one, other)).toEqual(['phone', 'address', 'email', 'photo'])
})

test('by default the survivor keeps its values, and gets missing ones', () => {
  const choices = firstChoices(one, other)
  expect(choices.survivor).toBe('first')
  expect(takenFields(choices, differingFields(one, other))).toEqual(['email', 'photo'])
})

test('another survivor changes no value of the result', () => {
  const choices = { ...firstChoices(one, other), survivor: 'second' as const }
  expect(takenFields(choices, differingFields(one, other))).toEqual(['phone', 'address'])
})
