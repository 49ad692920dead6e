import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, sep } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../renderer')
const find = (pattern: string) => globSync(pattern, { cwd: renderer }).map(file => file.split(sep).join('/'))
const read = (file: string) => readFileSync(join(renderer, file), 'utf8')
const pages = find('**/*.{ts,tsx}').map(file => ({ file, text: read(file) }))

const normal = (path: string) => normalize(path).split(sep).join('/')

type Importer = { file: string; name: string; text: string }

/** Style sheet → the pages that import it, each with its import name. */
const importers = new Map<string, Importer[]>()
for (const { file, text } of pages) {
  for (const [, name = '', path = ''] of text.matchAll(/^import (\w+) from '([^'\n]+\.module\.css)'$/gm)) {
    const sheet = normal(join(dirname(file), path))
    importers.set(sheet, [...(importers.get(sheet) ?? []), { file, name, text }])
  }
}

/** The classes that a page uses from a sheet: `styles.row`, `styles?.row`. */
function classesNamed({ name, text }: Importer): string[] {
  const code = text.replace(/^import .*$/gm, '')
  return [...code.matchAll(new RegExp(`\\b${name}\\??\\.([\\w-]+)`, 'g'))].map(match => match[1] ?? '')
}

function classesOf(sheet: string): Set<string> {
  const selectors = read(sheet).replace(/\/\*[\s\S]*?\*\/|\{[^{}]*\}/g, '')
  return new Set([...selectors.matchAll(/\.([A-Za-z][\w-]*)/g)].map(match => match[1] ?? ''))
}

/**
 * The classes of a sheet that no page uses. Empty for a sheet that is read by a key (`styles[tone]`), because its classes cannot be known.
 */
function unusedClasses(sheet: string): string[] {
  const used = importers.get(sheet) ?? []
  if (used.some(({ name, text }) => text.includes(`${name}[`))) return []
  const named = new Set(used.flatMap(classesNamed))
  return [...classesOf(sheet)]
    .filter(one => !one.startsWith('mantine-') && !named.has(one))
    .map(one => `${sheet}: ${one}`)
}

/** The classes that a page uses but its sheet lacks; the compiler does not notice these. */
function undefinedClasses(sheet: string): string[] {
  const classes = classesOf(sheet)
  return (importers.get(sheet) ?? []).flatMap(importer =>
    classesNamed(importer)
      .filter(one => !classes.has(one))
      .map(one => `${importer.file}: ${importer.name}.${one}`),
  )
}

it('has no class in a style sheet that no page uses', () => {
  const sheets = find('**/*.module.css')
  expect(importers.size).toBeGreaterThan(50)
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
