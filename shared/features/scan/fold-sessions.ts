/** What a box says; `signed` null where morning and afternoon say different things. */
type FoldedReading = { signed: boolean | null; confidence: number }

/**
 * One reading for a day out of those of its morning and its afternoon. Who signed only once was there for half a day, which is for the
 * clerk to judge.
 */
export function foldSessions(readings: readonly { signed: boolean; confidence: number }[]): FoldedReading {
  const [first, ...others] = readings
  if (!first) return { signed: null, confidence: 0.5 }
  const confidence = Math.min(...readings.map(reading => reading.confidence))
  return others.every(reading => reading.signed === first.signed)
    ? { signed: first.signed, confidence }
    : { signed: null, confidence: 0.5 }
}
