import { describe, expect, it } from 'vitest'
import { emptyTrainee, withNik } from '../../../../renderer/features/trainee/form/trainee-values.ts'

const today = '2024-12-30'
/** Sample NIK of the domain research: a woman born on 12 May 1990. */
const siti = '3671135205900003'
/** Sample NIK of the domain research: a man born on 12 November 1987. */
const budi = '3671071211870001'

describe('withNik', () => {
  it('fills birth date and sex as soon as their digits are typed', () => {
    const six = withNik(emptyTrainee, siti.slice(0, 6), today)
    expect([six.birthDate, six.sex]).toEqual([null, null])
    const eight = withNik(six, siti.slice(0, 8), today)
    expect([eight.birthDate, eight.sex]).toEqual([null, 'P'])
    const twelve = withNik(eight, siti.slice(0, 12), today)
    expect([twelve.birthDate, twelve.sex]).toEqual(['1990-05-12', 'P'])
  })

  it('follows a corrected number, even across digits that are no date', () => {
    const filled = withNik(emptyTrainee, siti, today)
    const wrong = withNik(filled, '3671133102900003', today)
    expect([wrong.birthDate, wrong.sex]).toEqual([null, 'L'])
    const corrected = withNik(wrong, budi, today)
    expect([corrected.birthDate, corrected.sex]).toEqual(['1987-11-12', 'L'])
  })

  it('keeps edited values', () => {
    const typed = { ...withNik(emptyTrainee, siti, today), birthDate: '1990-05-21' as const }
    const after = withNik(typed, budi, today)
    expect([after.birthDate, after.sex]).toEqual(['1990-05-21', 'L'])
  })
})
