import { useEffect } from 'react'
import type { GuideBook } from './guide-book.ts'

const named = 'h1, h2, h3, th, dt, label, legend, [role="columnheader"]'
const nameOf = (text: string) => text.trim().toLowerCase()

/** Shows the meaning of a term of the glossary when the mouse rests on it. By keys, F1 shows the same line. */
export function useTermHover(book: GuideBook | null): void {
  useEffect(() => {
    if (!book) return
    const meanings = new Map(
      book.terms.flatMap(({ label, meaning }) =>
        label.split(/[,(]/).map(one => [nameOf(one.replace(')', '')), meaning] as const),
      ),
    )
    function explain({ target }: PointerEvent) {
      const place = target instanceof Element ? target.closest<HTMLElement>(named) : null
      if (place?.title !== '') return
      // Leaves out "(boleh kosong)" after a label.
      const meaning = meanings.get(nameOf(place.textContent.split('(')[0] ?? ''))
      if (meaning) place.title = meaning
    }
    document.addEventListener('pointerover', explain)
    return () => document.removeEventListener('pointerover', explain)
  }, [book])
}
