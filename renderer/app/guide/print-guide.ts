/** Prints what the pane shows, without the page beside it. */
export function printGuide(): void {
  const { documentElement } = document
  documentElement.dataset.print = 'guide'
  window.addEventListener('afterprint', () => delete documentElement.dataset.print, { once: true })
  window.print()
}
