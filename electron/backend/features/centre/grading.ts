import type { Rules } from '../../../../shared/features/centre/centre.ts'

/** The rules of grading that no plain column holds; the settings and each class keep them the same way. */
export type Grading = Pick<Rules, 'unitsRequired' | 'predicateBands'>
export type StoredGrading = { unitsRequired: number; predicateBands: string }

export function gradingOf({ unitsRequired, predicateBands }: StoredGrading): Grading {
  return {
    unitsRequired: unitsRequired === 1,
    predicateBands: JSON.parse(predicateBands) as Grading['predicateBands'],
  }
}

export function storedGrading({ unitsRequired, predicateBands }: Grading): StoredGrading {
  return {
    unitsRequired: unitsRequired ? 1 : 0,
    predicateBands: JSON.stringify(predicateBands.toSorted((a, b) => b.from - a.from)),
  }
}
