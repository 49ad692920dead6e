/** '1-3, 5' → [1, 2, 3, 5], sorted and without duplicates; '' is all pages. Null if invalid or outside of the paper. @param pages number of pages */
export function readPageRange(text: string, pages: number): number[] | null {
  const parts = text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(part => part !== '')
  if (parts.length === 0) return Array.from({ length: pages }, (_, index) => index + 1)
  const wanted = new Set<number>()
  for (const part of parts) {
    const read = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part)
    const first = Number(read?.[1])
    const last = Number(read?.[2] ?? read?.[1])
    if (!(first >= 1 && first <= last && last <= pages)) return null
    for (let page = first; page <= last; page += 1) wanted.add(page)
  }
  return [...wanted].sort((a, b) => a - b)
}
