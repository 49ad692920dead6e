import { keysOf } from '../../kernel/keys-of.ts'
import type { Measure } from './measure-type.ts'
import { tracerOf } from './tracer-measures.ts'
import { trainingMeasures } from './training-measures.ts'
import { workMeasures } from './work-measures.ts'

const declared = { ...trainingMeasures, ...tracerOf(3), ...tracerOf(6), ...tracerOf(12), ...workMeasures }

export type MeasureKey = keyof typeof declared
export const measures: Readonly<Record<MeasureKey, Measure>> = declared
export const measureKeys = keysOf(measures)

export function isMeasure(text: unknown): text is MeasureKey {
  return measureKeys.some(key => key === text)
}

/** True if parts add up to the whole. */
export function isAdditive(key: MeasureKey): boolean {
  return measures[key].distinct === undefined
}
