const pointsPerMillimetre = 72 / 25.4

export function points(millimetres: number): number {
  return millimetres * pointsPerMillimetre
}

export function millimetres(points: number): number {
  return points / pointsPerMillimetre
}
