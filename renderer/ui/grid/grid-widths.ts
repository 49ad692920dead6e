/** Inner width in rem of a grid that fills a window 1024 px wide. */
const smallest = 58.375

/** A width in rem that grows with the frame of the grid, from `small` in a window 1024 px wide. */
export function between(small: number, large: number): string {
  return `clamp(${small}rem, ${((small / smallest) * 100).toFixed(2)}cqi, ${large}rem)`
}
