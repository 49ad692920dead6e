import { existsSync, globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { featureOrder, rendererOrder } from './layers.ts'
import { root, sources, textOf } from './sources.ts'

const documents = globSync(['*.md', 'docs/**/*.md', 'renderer/**/*.md'], { cwd: root })
const names = new Set(
  globSync('{shared,electron,renderer,build,test}/**/*.*', { cwd: root, exclude: ['**/node_modules/**'] }).map(path =>
    basename(path),
  ),
)

/** `<x>`, `…` and `*` stand for any name. */
const exists = (path: string) => globSync(path.replace(/<[\w-]+>|…/g, '*'), { cwd: root }).length > 0

describe.each(documents)('%s', file => {
  const text = textOf(file)

  it('names only paths that are there', () => {
    const paths = [...text.matchAll(/`((?:shared|electron|renderer|build|test|docs)\/[^\s`]*)`/g)].map(
      match => match[1],
    )
    const gone = paths.filter(path => path && !exists(path))
    const files = [...text.matchAll(/`([\w-]+\.(?:test\.)?tsx?)`/g)].map(match => match[1] ?? '')
    expect([...gone, ...files.filter(name => !names.has(name))]).toEqual([])
  })

  it('links only to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(match => match[1] ?? '')
    expect(links.filter(link => !existsSync(join(root, dirname(file), link)))).toEqual([])
  })
})

describe('ARCHITECTURE.md', () => {
  const text = textOf('ARCHITECTURE.md')

  it.each([[featureOrder], [rendererOrder]])('has the order of features that is tested', order => {
    expect(text).toContain(`\n\n${order.join(' · ')}\n\n`)
  })

  it('lays out folders and files that are there', () => {
    const [, tree = ''] = /```\n([\s\S]*?)\n```/.exec(text) ?? []
    const above: string[] = []
    const paths = tree.split('\n').map(line => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2
      above.splice(depth, above.length, line.trim().split(' ')[0] ?? '')
      return above.join('')
    })
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter(path => !exists(path))).toEqual([])
  })

  it('can be read in ten minutes', () => {
    expect(text.split(/\s+/).length).toBeLessThan(3000)
  })
})

it('the measured operations are those of the contract', () => {
  const known = Object.entries(contract).flatMap(([feature, all]) => Object.keys(all).map(name => `${feature}.${name}`))
  const measured = [...textOf('docs/performance.md').matchAll(/^\| (\w+\.\w+) ·/gm)].map(match => match[1] ?? '')
  expect(measured.length).toBeGreaterThan(100)
  expect(measured.filter(name => !known.includes(name))).toEqual([])
})

it('the glossary names words of the code', () => {
  const code = sources.map(file => textOf(file).toLowerCase().replaceAll(/[-_ ]/g, '')).join('\n')
  const rows = textOf('docs/glossary.md').matchAll(/^\|[^|]*\|([^|]*)\|[^|]*\|[^|]*\|$/gm)
  const words = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''))
  expect(words.length).toBeGreaterThan(50)
  expect(words.filter(word => !code.includes(word.toLowerCase().replaceAll(/[-_ ]/g, '')))).toEqual([])
})
