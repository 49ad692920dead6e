/** An address with search values; undefined and null are left out. */
export function withSearch(path: string, search: Record<string, string | number | null | undefined>): string {
  const known = Object.entries(search).filter(([, value]) => value !== null && value !== undefined)
  const words = known.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return words === '' ? path : `${path}?${words}`
}
