import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applicantState,
  eventKinds,
  firstStageOf,
  holdsPlace,
  type Progress,
  progressOf,
} from '../../../../shared/features/registration/applicant-state.ts'
import { outcomes } from '../../../../shared/features/registration/registration.ts'
import { findVacancies, type PlaceHolder } from '../../../../shared/features/registration/vacancy.ts'

const fresh: Progress = { withdrawn: false, promoted: false, reRegistered: false, enrolled: false, left: false }

function holder(
  id: number,
  part: Omit<Partial<PlaceHolder>, 'progress'> & { progress?: Partial<Progress> } = {},
): PlaceHolder {
  const { progress = {}, ...rest } = part
  return {
    id,
    decision: 'accepted',
    reserve: null,
    leftCohort: null,
    replaces: null,
    ...rest,
    progress: { ...fresh, ...progress },
  }
}
const reserve = (id: number, n: number, progress: Partial<Progress> = {}, replaces: number | null = null) =>
  holder(id, { decision: 'reserve', reserve: n, progress, replaces })

describe('vacancies', () => {
  test('come from people who declined before the class, and the first reserve is next', () => {
    const people = [holder(1), holder(2, { progress: { withdrawn: true } }), reserve(8, 2), reserve(9, 1)]
    expect(findVacancies(people, null, 3)).toEqual({ given: [2], next: 9, tooLate: false })
  })

  test('are filled once a reserve moved up; that person may decline in turn', () => {
    const people = [
      holder(2, { progress: { withdrawn: true } }),
      reserve(9, 1, { promoted: true, withdrawn: true }, 2),
      reserve(8, 2),
    ]
    expect(findVacancies(people, null, 3)).toEqual({ given: [9], next: 8, tooLate: false })
  })

  test('in a class come from people who left up to the day in the rules, by themselves or not', () => {
    const departure = (afterDay: number, kind: 'withdrawn' | 'expelled' = 'withdrawn') => [
      holder(1, { progress: { enrolled: true, left: true }, leftCohort: { kind, afterDay } }),
      reserve(9, 1),
    ]
    for (const [afterDay, freed] of [
      [0, [1]],
      [3, [1]],
      [4, []],
    ] as const)
      expect(findVacancies(departure(afterDay), { nextDay: 3 }, 3).given).toEqual(freed)
    expect(findVacancies(departure(3, 'expelled'), { nextDay: 4 }, 3)).toMatchObject({ given: [1], next: 9 })
    expect(findVacancies(departure(4, 'expelled'), { nextDay: 4 }, 3).given).toEqual([])
  })

  test('are too late for a reserve who would join after the day following it', () => {
    const people = [
      holder(1, { progress: { enrolled: true, left: true }, leftCohort: { kind: 'withdrawn', afterDay: 2 } }),
      reserve(9, 1),
    ]
    expect(findVacancies(people, { nextDay: 4 }, 3)).toMatchObject({ given: [1], tooLate: false })
    expect(findVacancies(people, { nextDay: 5 }, 3)).toMatchObject({ given: [], tooLate: true })
    expect(findVacancies(people, { nextDay: null }, 3)).toMatchObject({ given: [], tooLate: true })
  })

  test('never come from rejected people, nor from waiting reserves', () => {
    const people = [
      holder(1, { decision: 'rejected', progress: { withdrawn: true } }),
      reserve(9, 1, { withdrawn: true }),
    ]
    expect(findVacancies(people, null, 3)).toEqual({ given: [], next: null, tooLate: false })
  })
})

describe('what happened to an applicant', () => {
  const history = fc.array(
    fc.constantFrom(...eventKinds).map(kind => ({ kind })),
    { maxLength: 12 },
  )

  test('is decided by the latest event of each kind', () => {
    fc.assert(
      fc.property(history, fc.constantFrom('none', 'member', 'left'), (events, place) => {
        const last = (...kinds: string[]) => events.findLast(event => kinds.includes(event.kind))?.kind
        const progress = progressOf(events, place)
        expect(progress.withdrawn).toBe(last('WITHDRAWN', 'WITHDRAWAL_UNDONE') === 'WITHDRAWN')
        expect(progress.reRegistered).toBe(last('RE_REGISTERED', 'RE_REGISTRATION_UNDONE') === 'RE_REGISTERED')
        expect(progress.promoted).toBe(last('PROMOTED') === 'PROMOTED')
        for (const decision of [null, ...outcomes])
          if (holdsPlace(progress, decision)) expect([progress.withdrawn, progress.left]).toEqual([false, false])
      }),
    )
  })

  test('is one state, with the words of the process', () => {
    const stages = [{ kind: 'TEST' as const }, { kind: 'ADMINISTRATION' as const }]
    const first = firstStageOf(stages)
    const waiting = { standing: 'incomplete', stage: 'ADMINISTRATION' } as const
    expect(first).toBe('ADMINISTRATION')
    expect(applicantState(fresh, null, waiting, first)).toBe('registered')
    expect(applicantState(fresh, null, { ...waiting, stage: 'TEST' }, first)).toBe('test')
    const done = { standing: 'ranked', stage: null } as const
    expect(applicantState(fresh, null, done, first)).toBe('assessed')
    expect(applicantState(fresh, 'reserve', done, first)).toBe('reserve')
    expect(applicantState({ ...fresh, promoted: true }, 'reserve', done, first)).toBe('promoted')
    expect(applicantState({ ...fresh, reRegistered: true }, 'accepted', done, first)).toBe('re_registered')
    expect(applicantState({ ...fresh, reRegistered: true, enrolled: true }, 'accepted', done, first)).toBe('in_class')
    expect(applicantState({ ...fresh, reRegistered: true, withdrawn: true }, 'accepted', done, first)).toBe('withdrawn')
  })
})
