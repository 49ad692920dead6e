import type { ReadPage, ReadText } from './read-pdf.ts'

/** Texts outside of the printable area. */
export function textNearEdges({ items, width, height }: ReadPage): ReadText[] {
  return items.filter(item => item.left < 5 || item.right > width - 5 || item.top < 5 || item.bottom > height - 5)
}

/** Pairs of overlapping texts. Only the lower part of each text counts, since ascenders may reach into the line above. */
export function collisions({ items }: ReadPage): string[] {
  const bodies = items.map(item => ({ ...item, top: item.bottom - (item.bottom - item.top) * 0.6 }))
  return bodies.flatMap((a, index) =>
    bodies.slice(index + 1).flatMap(b => {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      return width > 0.3 && height > 0.3 ? [`${a.text} | ${b.text}`] : []
    }),
  )
}

/** The numbers in the first column of a list. */
export function rowNumbers(page: ReadPage | null): number[] {
  const head = page?.items.find(item => item.text === 'No.')
  if (!page || !head) return []
  return page.items
    .filter(item => /^\d+$/.test(item.text) && item.top > head.bottom && Math.abs(middle(item) - middle(head)) < 1)
    .map(item => Number(item.text))
}

function middle(item: ReadText): number {
  return (item.left + item.right) / 2
}
