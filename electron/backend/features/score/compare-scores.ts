import { hundredths } from '../../../../shared/kernel/number-format.ts'
import type { ScoreDifference } from './score-closing-store.ts'
import type { Scores } from './score-store.ts'

/** A unit with its elements as numbered in the grid. */
type NumberedUnit = { id: number; elements: readonly { id: number }[] }

/** Changed cells in the order of the grid. */
export function scoreDifferences(before: Scores, after: Scores, units: readonly NumberedUnit[]): ScoreDifference[] {
  const found: ScoreDifference[] = []
  const compare = (item: string, read: (scores: Scores) => string) => {
    const [old, now] = [read(before), read(after)]
    if (old !== now) found.push({ item, before: old, after: now })
  }
  compare('Teori', scores => scoreText(scores.theory))
  compare('Praktik', scores => scoreText(scores.practice))
  units.forEach((unit, index) => {
    const name = `unit ${index + 1}`
    compare(`Unit ${index + 1}`, scores => scores.units.get(unit.id)?.result ?? '')
    compare(`Nilai ${name}`, scores => scoreText(scores.units.get(unit.id)?.score))
    unit.elements.forEach((element, at) => {
      const own = `${name} elemen ${at + 1}`
      compare(`Unit ${index + 1} elemen ${at + 1}`, scores => scores.elements.get(element.id)?.result ?? '')
      compare(`Nilai ${own}`, scores => scoreText(scores.elements.get(element.id)?.score))
    })
  })
  return found
}

function scoreText(score: number | null | undefined): string {
  return score == null ? '' : hundredths(score)
}
