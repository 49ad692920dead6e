/** Reading of a box; `signed` null if morning and afternoon differ. */
type FoldedReading = { signed: boolean | null; confidence: number }

/** Combines morning and afternoon into one reading. A person who signed only once was present for half a day, which a person must decide. */
export function foldSessions(readings: readonly { signed: boolean; confidence: number }[]): FoldedReading {
  const [first, ...others] = readings
  if (!first) return { signed: null, confidence: 0.5 }
  const confidence = Math.min(...readings.map(reading => reading.confidence))
  return others.every(reading => reading.signed === first.signed)
    ? { signed: first.signed, confidence }
    : { signed: null, confidence: 0.5 }
}
