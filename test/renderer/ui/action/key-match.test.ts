import { describe, expect, it } from 'vitest'
import { isTypedKey, type KeyPress, matchesKeys } from '../../../../renderer/ui/action/key-match.ts'

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

describe('matchesKeys', () => {
  it('requires exactly the declared modifiers', () => {
    expect(matchesKeys('Ctrl S', press('s', { ctrlKey: true }))).toBe(true)
    expect(matchesKeys('Ctrl S', press('s'))).toBe(false)
    expect(matchesKeys('Ctrl S', press('s', { ctrlKey: true, altKey: true }))).toBe(false)
    expect(matchesKeys('L', press('L', { shiftKey: true }))).toBe(false)
    expect(matchesKeys('Shift ↓', press('ArrowDown', { shiftKey: true }))).toBe(true)
    expect(matchesKeys('↓', press('ArrowDown', { shiftKey: true }))).toBe(false)
  })

  it('recognises a key with Alt by its position where the layout changes its letter', () => {
    expect(matchesKeys('Alt B', press('∫', { altKey: true, code: 'KeyB' }))).toBe(true)
    expect(matchesKeys('Alt 3', press('#', { altKey: true, code: 'Digit3' }))).toBe(true)
    expect(matchesKeys('Ctrl [', press('å', { ctrlKey: true, code: 'BracketLeft' }))).toBe(true)
  })

  it('recognises symbols however they are typed', () => {
    expect(matchesKeys('/', press('/', { shiftKey: true }))).toBe(true)
    expect(matchesKeys('Esc', press('Escape'))).toBe(true)
    expect(matchesKeys('Ctrl Enter', press('Enter', { ctrlKey: true }))).toBe(true)
    expect(matchesKeys('Spasi', press(' '))).toBe(true)
  })
})

describe('isTypedKey', () => {
  it('is true for keys that a field needs itself', () => {
    expect(['/', 'L', 'Enter', '↓', 'Spasi', 'Del'].every(isTypedKey)).toBe(true)
    expect(['Ctrl S', 'Alt 1', 'F2', 'Esc', 'Ctrl Enter'].some(isTypedKey)).toBe(false)
  })
})
