/** Connected pixels, also through their corners. */
export type Spot = {
  area: number
  left: number
  top: number
  /** Last column and line, inclusive. */
  right: number
  bottom: number
  /** Centre of its pixels. */
  x: number
  y: number
}

/** Returns all spots of 1 in a picture of 0 and 1 that is `width` pixels wide. Clears the picture. */
export function takeSpots(dark: Uint8Array, width: number): Spot[] {
  const height = dark.length / width
  const spots: Spot[] = []
  const open: number[] = []
  for (let start = 0; start < dark.length; start += 1) {
    if (dark[start] !== 1) continue
    dark[start] = 0
    open.push(start)
    const spot: Spot = { area: 0, left: width, top: height, right: 0, bottom: 0, x: 0, y: 0 }
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % width
      const y = (at - x) / width
      spot.area += 1
      spot.x += x
      spot.y += y
      if (x < spot.left) spot.left = x
      if (x > spot.right) spot.right = x
      if (y < spot.top) spot.top = y
      if (y > spot.bottom) spot.bottom = y
      for (let line = Math.max(0, y - 1); line <= Math.min(height - 1, y + 1); line += 1) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          const next = line * width + column
          if (dark[next] !== 1) continue
          dark[next] = 0
          open.push(next)
        }
      }
    }
    spots.push({ ...spot, x: spot.x / spot.area, y: spot.y / spot.area })
  }
  return spots
}
