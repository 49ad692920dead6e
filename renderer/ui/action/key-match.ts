/** What a key press must be compared with; the browser's KeyboardEvent has this shape. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const named: Record<string, string> = {
  Esc: 'Escape',
  Del: 'Delete',
  Spasi: ' ',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
}
const modifiers = new Set(['Ctrl', 'Alt', 'Shift'])

/**
 * True when the press is the one written as 'Ctrl S', 'Alt 1', 'Shift ↓', 'F1', '/', 'Esc'.
 * With Ctrl or Alt the place of the key counts as well as its letter, because Alt changes letters on some layouts.
 */
export function matchesKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.split(' ')
  const last = parts.at(-1) ?? ''
  const wants = new Set(parts.slice(0, -1).filter(part => modifiers.has(part)))
  if ((press.ctrlKey || press.metaKey) !== wants.has('Ctrl') || press.altKey !== wants.has('Alt')) return false
  const wanted = named[last] ?? last
  // A sign such as '?' or '>' is typed with Shift on some layouts: there the sign itself decides.
  const letter = /^[a-z]$/i.test(wanted)
  const word = wanted.length > 1 || wanted === ' '
  if ((letter || word || wants.has('Shift')) && press.shiftKey !== wants.has('Shift')) return false
  if (word) return press.key === wanted
  if (press.key.toLowerCase() === wanted.toLowerCase()) return true
  return wants.size > 0 && press.code === codeOf(wanted)
}

function codeOf(sign: string): string | undefined {
  if (/^[a-z]$/i.test(sign)) return `Key${sign.toUpperCase()}`
  if (/^\d$/.test(sign)) return `Digit${sign}`
  return { '[': 'BracketLeft', ']': 'BracketRight', ',': 'Comma', '/': 'Slash' }[sign]
}

/** True for keys that a text field needs for itself, so that a page may not take them while one types. */
export function isTypedKey(keys: string): boolean {
  const last = keys.split(' ').at(-1) ?? ''
  return !/\b(Ctrl|Alt)\b/.test(keys) && !/^(F\d+|Esc)$/.test(last)
}
