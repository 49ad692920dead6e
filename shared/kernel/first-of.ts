/** 'a, b dan 3 lagi' */
export function firstOf(list: readonly string[], most: number): string {
  const rest = list.length - most
  return list.slice(0, most).join(', ') + (rest > 0 ? ` dan ${rest} lagi` : '')
}
