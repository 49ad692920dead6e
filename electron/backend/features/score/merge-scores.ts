import type { ScoreEntry } from '../../../../shared/features/score/contract.ts'
import { elementsOfResult, resultOfElements } from '../../../../shared/features/score/elements.ts'
import type { CohortElementId, CohortUnitId } from '../../../../shared/ids.ts'
import type { ElementScore, Scores, UnitScore } from './score-store.ts'

type JudgedUnit = { id: CohortUnitId; elements: readonly { id: CohortElementId }[] }

/**
 * Only what the entry contains changes, and what follows: a unit from its elements, or its elements from the unit. Units are applied first, so that
 * with both the elements decide.
 */
export function mergeScores(before: Scores, entry: ScoreEntry, units: readonly JudgedUnit[]): Scores {
  const after: Scores = {
    theory: entry.theory === undefined ? before.theory : entry.theory,
    practice: entry.practice === undefined ? before.practice : entry.practice,
    units: new Map(before.units),
    elements: new Map(before.elements),
  }
  for (const { unitId, result, score } of entry.units ?? []) {
    const unit = unitOf(after, unitId)
    after.units.set(unitId, { ...unit, ...(score === undefined ? {} : { score }) })
    if (result !== undefined) judgeUnit(after, unitId, result, units)
  }
  for (const { elementId, result, score } of entry.elements ?? []) {
    const element = elementOf(after, elementId)
    after.elements.set(elementId, {
      ...element,
      ...(score === undefined ? {} : { score }),
      ...(result === undefined ? {} : { result }),
    })
    if (result !== undefined && result !== element.result) followElements(after, elementId, units)
  }
  return after
}

function judgeUnit(scores: Scores, unitId: CohortUnitId, result: UnitScore['result'], units: readonly JudgedUnit[]) {
  scores.units.set(unitId, { ...unitOf(scores, unitId), result })
  const elements = units.find(unit => unit.id === unitId)?.elements ?? []
  const present = elements.map(({ id }) => elementOf(scores, id))
  const judged = elementsOfResult(
    result,
    present.map(element => element.result),
  )
  present.forEach((element, index) => {
    scores.elements.set(element.elementId, { ...element, result: judged[index] ?? null })
  })
}

function followElements(scores: Scores, elementId: CohortElementId, units: readonly JudgedUnit[]): void {
  const unit = units.find(one => one.elements.some(element => element.id === elementId))
  if (!unit) return
  const result = resultOfElements(unit.elements.map(({ id }) => elementOf(scores, id).result))
  scores.units.set(unit.id, { ...unitOf(scores, unit.id), result })
}

function unitOf({ units }: Scores, unitId: CohortUnitId): UnitScore {
  return units.get(unitId) ?? { unitId, result: null, score: null }
}

function elementOf({ elements }: Scores, elementId: CohortElementId): ElementScore {
  return elements.get(elementId) ?? { elementId, result: null, score: null }
}
