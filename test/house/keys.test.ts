import { expect, test } from 'vitest'
import { codeOf, sources } from './sources.ts'

// An action is declared once: button, key, hint and the line in F1 come from it (renderer/ui/action/action.ts).

/** Files that show a key which no action has, because a field or list in them listens to it. */
const ownKeys: Record<string, string> = {
  'renderer/app/frame/find-parts.tsx': 'Tab goes to the next kind of hits',
  'renderer/app/frame/finder.tsx': 'the dialog closes on Esc by itself',
  'renderer/features/activity/board-card.tsx': 'keys of the board that shows the card',
  'renderer/features/certificate/issue/birth-place-field.tsx': 'Enter in the field',
  'renderer/features/cohort/planner/planner-fields.tsx': 'Enter in the field takes the next working day',
  'renderer/features/graduation/override-line.tsx': 'Esc in the line',
  'renderer/features/trainee/form/nik-field.tsx': 'Enter in the field opens the known person',
  'renderer/features/trainee/photo/photo-field.tsx': 'the browser pastes',
  'renderer/ui/form/exception-line.tsx': 'Enter in the line',
}

/** Actions with the same label and keys on two pages that do different things. */
const sameWords: Record<string, string> = {
  'Alt A Alamat lain': 'of a main computer that is away, and of one to pair with',
  'Alt B Catat realisasi': 'the report opens the page of the activity, where it is recorded',
  'Ctrl Enter Buat satu PDF': 'the page asks for the options, the dialog makes it',
  'Ctrl P Cetak daftar hadir': 'of trainees, and of instructors',
  'F2 Ganti nama': 'of a desk, and of a report',
  'F2 Ubah data': 'of a trainee, and of an instructor',
}

interface Written {
  file: string
  keys: string
  /** Label of an action, text of a hint. */
  words: string
  kind: 'action' | 'hint'
}

const pages = sources.filter(file => file.startsWith('renderer/'))

/** The innermost object around a place in the code. */
function objectAround(code: string, at: number): string {
  const edge = (from: number, step: 1 | -1, open: string, close: string) => {
    let depth = 0
    for (let place = from; place >= 0 && place < code.length; place += step) {
      if (code[place] === close) depth++
      if (code[place] === open && depth-- === 0) return place
    }
    return from
  }
  return code.slice(edge(at, -1, '{', '}'), edge(at, 1, '}', '{') + 1)
}

function writtenIn(file: string): Written[] {
  const code = codeOf(file)
  const inObjects = [...code.matchAll(/\bkeys: ('[^']+'|\[[^\]]+\])/g)].flatMap(
    ({ 1: keys = '', index }): Written[] => {
      const object = objectAround(code, index)
      const [hint, label] = [/\btext: '([^']+)'/.exec(object)?.[1], /\blabel: '([^']+)'/.exec(object)?.[1]]
      const one = { file, keys: keys.replace(/[[\]',]/g, '') }
      if (hint !== undefined) return [{ ...one, words: hint, kind: 'hint' }]
      return label === undefined ? [] : [{ ...one, words: label, kind: 'action' }]
    },
  )
  const primary = [...code.matchAll(/primaryAction\(\s*'([^']+)',\s*'([^']+)'/g)].map(
    ([, keys = '', words = '']): Written => ({ file, keys, words, kind: 'action' }),
  )
  return [...inObjects, ...primary]
}

const written = pages.flatMap(writtenIn)

test('reads actions and hints', () => {
  expect(written.filter(({ kind }) => kind === 'action').length).toBeGreaterThan(100)
  expect(written.filter(({ kind }) => kind === 'hint').length).toBeGreaterThan(10)
})

test('an action, or the hint of a widget, is written in one file', () => {
  const files = Map.groupBy(written, ({ kind, keys, words }) => `${kind}: ${keys} ${words}`)
  const twice = [...files].flatMap(([what, places]) => {
    const different = new Set(places.map(({ file }) => file))
    const known = Object.hasOwn(sameWords, what.replace(/^\w+: /, ''))
    return different.size > 1 && !known ? [`${what} in ${[...different].join(' and ')}`] : []
  })
  expect(twice).toEqual([])
})

test('a hint repeats no key of an action of the same file', () => {
  const repeated = written.filter(
    hint =>
      hint.kind === 'hint' &&
      written.some(({ file, kind, keys }) => kind === 'action' && file === hint.file && keys === hint.keys),
  )
  expect(repeated.map(({ file, keys }) => `${keys} in ${file}`)).toEqual([])
})

test('a key beside a text comes from its action', () => {
  const literal = pages.filter(file => /<KeyCap[^>]*>[^<{]|aria-keyshortcuts="/.test(codeOf(file)))
  expect(literal.toSorted()).toEqual(Object.keys(ownKeys).toSorted())
})
