import type { ReadPage } from './read-pdf.ts'

/** The lines of a page from the top, with the texts of each from left to right. */
export function linesOf({ items }: ReadPage): string[] {
  const lines: { bottom: number; own: ReadPage['items'] }[] = []
  for (const item of items.toSorted((a, b) => a.bottom - b.bottom)) {
    const line = lines.at(-1)
    if (line && item.bottom - line.bottom < 1.2) line.own.push(item)
    else lines.push({ bottom: item.bottom, own: [item] })
  }
  return lines.map(({ own }) =>
    own
      .toSorted((a, b) => a.left - b.left)
      .map(item => item.text.trim())
      .join('  '),
  )
}

/** The text of every page, separated by a line of dashes. */
export function goldenText(pages: readonly ReadPage[]): string {
  return `${pages.map(page => linesOf(page).join('\n')).join('\n----\n')}\n`
}
