/** A key press to compare with; KeyboardEvent has this shape. */
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
 * True if the press matches 'Ctrl S', 'Alt 1', 'Shift ↓', 'F1', '/', 'Esc'. With Ctrl or Alt the physical key is compared too, because Alt changes
 * letters on some layouts.
 */
export function matchesKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.split(' ')
  const last = parts.at(-1) ?? ''
  const wants = new Set(parts.slice(0, -1).filter(part => modifiers.has(part)))
  if ((press.ctrlKey || press.metaKey) !== wants.has('Ctrl') || press.altKey !== wants.has('Alt')) return false
  const wanted = named[last] ?? last
  // Signs such as '?' or '>' need Shift on some layouts: only the sign itself is compared.
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

/** As `aria-keyshortcuts` wants them: 'Control+S'. */
export function ariaKeys(keys: string): string {
  return keys.replaceAll(' ', '+').replace('Ctrl', 'Control')
}

/** True for keys that text fields use themselves, so that pages may not handle them while typing. */
export function isTypedKey(keys: string): boolean {
  const last = keys.split(' ').at(-1) ?? ''
  return !/\b(Ctrl|Alt)\b/.test(keys) && !/^(F\d+|Esc)$/.test(last)
}
