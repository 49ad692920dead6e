import type { Back } from './connection.ts'

/** What the message says after 'Tersambung lagi 10.36.'; '' if nothing had waited. */
export function backWords({ sent, marks, conflicts }: Back): string {
  const words = [
    marks > 0 && `${marks} tanda kehadiran terkirim.`,
    sent > 0 && marks === 0 && `${sent} isian terkirim.`,
    conflicts > 0 && `${conflicts} kolom perlu dipilih.`,
  ]
  return words
    .filter(Boolean)
    .map(one => ` ${one}`)
    .join('')
}

/** Moves the focus to what needs a choice: the page of a record, a cell of a grid, or the question above a list. */
export function goToQuestion(): void {
  const places = ['[data-join] input[type=radio]', '[role=gridcell][data-question]', '[data-cell-question] button']
  const target = places.map(place => document.querySelector<HTMLElement>(place)).find(one => one !== null)
  target?.focus()
}
