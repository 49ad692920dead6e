import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, sep } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../renderer')
const find = (pattern: string) => globSync(pattern, { cwd: renderer }).map(file => file.split(sep).join('/'))
const read = (file: string) => readFileSync(join(renderer, file), 'utf8')
const pages = find('**/*.{ts,tsx}').map(file => ({ file, text: read(file) }))

const normal = (path: string) => normalize(path).split(sep).join('/')

/** The pages that import a style sheet, each with the name it has there. */
function importersOf(sheet: string) {
  return pages.flatMap(({ file, text }) =>
    [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'\n/g)]
      .filter(match => normal(join(dirname(file), match[2] ?? '')) === sheet)
      .map(match => ({ file, name: match[1] ?? '', text })),
  )
}

function classesOf(sheet: string): Set<string> {
  const selectors = read(sheet).replace(/\/\*[\s\S]*?\*\/|\{[^{}]*\}/g, '')
  return new Set([...selectors.matchAll(/\.([A-Za-z][\w-]*)/g)].map(match => match[1] ?? ''))
}

/** The classes of a sheet that no page names. One that is read by a key (`styles[tone]`) is left out: its classes cannot be known. */
function unusedClasses(sheet: string): string[] {
  const importers = importersOf(sheet)
  if (importers.some(({ name, text }) => text.includes(`${name}[`))) return []
  return [...classesOf(sheet)]
    .filter(one => !one.startsWith('mantine-'))
    .filter(one => !importers.some(({ name, text }) => new RegExp(`\\b${name}\\??\\.${one}\\b`).test(text)))
    .map(one => `${sheet}: ${one}`)
}

/** The classes that a page names and its sheet does not have; the compiler does not see them. */
function undefinedClasses(sheet: string): string[] {
  const classes = classesOf(sheet)
  return importersOf(sheet).flatMap(({ file, name, text }) =>
    [...text.replace(/^import .*$/gm, '').matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))]
      .map(match => match[1] ?? '')
      .filter(one => !classes.has(one))
      .map(one => `${file}: ${name}.${one}`),
  )
}

it('has no class in a style sheet that no page uses', () => {
  const sheets = find('**/*.module.css')
  expect(sheets.length).toBeGreaterThan(50)
  expect(sheets.flatMap(unusedClasses)).toEqual([])
})

it('has every class that a page names', () => {
  expect(find('**/*.module.css').flatMap(undefinedClasses)).toEqual([])
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
