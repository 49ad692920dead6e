const pointsPerMillimetre = 72 / 25.4

/** Millimetres → PDF points. */
export function points(millimetres: number): number {
  return millimetres * pointsPerMillimetre
}

/** PDF points → millimetres. */
export function millimetres(points: number): number {
  return points / pointsPerMillimetre
}
