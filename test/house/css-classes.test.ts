import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, sep } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../renderer')
const find = (pattern: string) => globSync(pattern, { cwd: renderer }).map(file => file.split(sep).join('/'))
const read = (file: string) => readFileSync(join(renderer, file), 'utf8')
const pages = find('**/*.{ts,tsx}').map(file => ({ file, text: read(file) }))

/** The classes of a module that no page names. One that is read by a key (`styles[tone]`) is left out: its classes cannot be known. */
function unusedClasses(sheet: string): string[] {
  const importers = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)]
      .filter(
        match =>
          normalize(join(dirname(file), match[2] ?? ''))
            .split(sep)
            .join('/') === sheet,
      )
      .map(match => ({ name: match[1] ?? '', text })),
  )
  if (importers.some(({ name, text }) => text.includes(`${name}[`))) return []
  const selectors = read(sheet).replace(/\/\*[\s\S]*?\*\/|\{[^{}]*\}/g, '')
  const classes = new Set([...selectors.matchAll(/\.([A-Za-z][\w-]*)/g)].map(match => match[1] ?? ''))
  return [...classes]
    .filter(one => !one.startsWith('mantine-'))
    .filter(one => !importers.some(({ name, text }) => new RegExp(`\\b${name}\\??\\.${one}\\b`).test(text)))
    .map(one => `${sheet}: ${one}`)
}

it('has no class in a style sheet that no page uses', () => {
  const sheets = find('**/*.module.css')
  expect(sheets.length).toBeGreaterThan(50)
  expect(sheets.flatMap(unusedClasses)).toEqual([])
})

it('has each style sheet beside or above a component that uses it', () => {
  const stray = find('**/*.module.css')
    .filter(sheet => sheet !== 'ui/page/layout.module.css')
    .filter(
      sheet =>
        !pages.some(({ file, text }) => file.startsWith(`${dirname(sheet)}/`) && text.includes(`/${basename(sheet)}'`)),
    )
  expect(stray).toEqual([])
})
