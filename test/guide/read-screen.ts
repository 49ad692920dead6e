// Reads the screen. These functions are sent into the page as they are, so they must not use anything from outside.

export interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** Everything that can be read on the page now: texts, and the names of fields, buttons and pictures. */
export function readScreen(): string {
  const named = [...document.querySelectorAll<HTMLElement>('[aria-label], [placeholder], [title], input, textarea')]
    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .flatMap(element => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('placeholder') ?? '',
      element.getAttribute('title') ?? '',
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '',
    ])
  return [document.body.innerText, ...named].join('\n').replace(/[\s\u00a0\u202f]+/g, ' ')
}

/** The accessible name of the focused element. */
export function focusedName(): string {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return ''
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map(id => (id === '' ? '' : (document.getElementById(id)?.innerText ?? '')))
    .join(' ')
  const labels =
    'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(label => label.innerText).join(' ') : ''
  const names = [
    element.getAttribute('aria-label') ?? '',
    labelledBy,
    labels,
    element.innerText ?? '',
    element.getAttribute('placeholder') ?? '',
  ]
  return (names.find(name => name.trim() !== '') ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim()
}

/** The place of a text: the smallest element that contains it, together with its field if it is a label; null if it is not there. */
export function findPlace(wanted: string): Place | null {
  const flat = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
  const dialogs = [...document.querySelectorAll('[role=dialog]')].filter(one => one.checkVisibility())
  const root = dialogs.at(-1) ?? document.body
  const elements = [...root.querySelectorAll<HTMLElement>('*')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
    .map(element => {
      const value = element instanceof HTMLInputElement ? element.value : ''
      const names = [
        element.innerText ?? '',
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('placeholder') ?? '',
        value,
      ].map(flat)
      const exact = names.includes(wanted)
      const begins = names.some(name => name.startsWith(wanted))
      const holds = names.some(name => name.includes(wanted))
      const { width, height } = element.getBoundingClientRect()
      return { element, rank: exact ? 0 : begins ? 1 : holds ? 2 : 3, size: width * height }
    })
    .filter(({ rank, size }) => rank < 3 && size > 0)
    .toSorted((a, b) => a.rank - b.rank || a.size - b.size)
  const first = elements[0]
  if (!first) return null
  let element = first.element
  const pressed = element.closest<HTMLElement>('button, a, [role=button], [role=option], [role=tab]')
  if (pressed && first.rank < 2) element = pressed
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const boxes = [element.getBoundingClientRect()]
  const label = element.closest('label')
  const control = label instanceof HTMLLabelElement ? label.control : null
  const field = control?.closest('.mantine-Input-wrapper') ?? control
  if (field && field.getClientRects().length > 0) boxes.push(field.getBoundingClientRect())
  const left = Math.min(...boxes.map(box => box.left))
  const top = Math.min(...boxes.map(box => box.top))
  return {
    x: left,
    y: top,
    width: Math.max(...boxes.map(box => box.right)) - left,
    height: Math.max(...boxes.map(box => box.bottom)) - top,
  }
}
