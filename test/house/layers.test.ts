import { describe, expect, it } from 'vitest'
import { below, everywhere, featureOf, kindOf, orders } from './layers.ts'
import { circles, codeOf, graph, sources, textOf, users } from './sources.ts'

const arrows = [...graph].flatMap(([file, targets]) => targets.map(target => ({ file, target })))

function expectNone(found: readonly string[]) {
  expect([...new Set(found)].sort()).toEqual([])
}

describe('the order inside each environment', () => {
  describe.each(Object.entries(orders))('of %s', (environment, order) => {
    const within = (file: string) => file.startsWith(`${environment}/features/`)

    it('names every feature once', () => {
      const features = new Set(sources.filter(within).flatMap(file => featureOf(file) ?? []))
      expect([...features].filter(feature => !order.includes(feature))).toEqual([])
      expect(new Set(order).size).toBe(order.length)
    })

    it('features import themselves and lower ones', () => {
      const upward = arrows.filter(({ file, target }) => {
        if (!within(file) || !within(target)) return false
        return order.indexOf(featureOf(target) ?? '') > order.indexOf(featureOf(file) ?? '')
      })
      expectNone(upward.map(({ file, target }) => `${file} → ${target}`))
    })
  })

  it('the base of the pages imports no page', () => {
    const upward = arrows.filter(
      ({ file, target }) =>
        file.startsWith('renderer/app/') &&
        target.startsWith('renderer/features/') &&
        file !== 'renderer/app/router.tsx',
    )
    expect(upward).toEqual([])
  })

  it('kinds of files import downwards', () => {
    const against = arrows.filter(({ file, target }) => {
      const [from, to] = [kindOf(file), kindOf(target)]
      return from && to && !below[from].includes(to) && !everywhere.includes(target)
    })
    expectNone(against.map(({ file, target }) => `${file} → ${target}`))
  })

  it('SQL is only in stores, including those of a kit, and in the database kit', () => {
    const sql =
      /`\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b|'(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH) [^']*'|\bdb\.(get|all|value|run|iterate|exec|prepare)\b/
    const withSql = sources.filter(file => {
      const kind = kindOf(file)
      if (!kind || file.endsWith('-store.ts') || file.startsWith('electron/backend/database/')) return false
      return sql.test(codeOf(file))
    })
    expectNone(withSql)
  })

  it('no files import each other in a circle, types included', () => {
    expectNone(circles(graph).map(group => group.join(' ↔ ')))
  })

  it('exports nothing that nobody uses', () => {
    const pattern = /^export (?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/gm
    const words = new Map([...sources, ...users].map(file => [file, new Set(textOf(file).match(/\w+/g))]))
    const importers = new Map<string, Set<string>>()
    for (const [file, found] of words)
      for (const word of found) {
        if (!importers.has(word)) importers.set(word, new Set())
        importers.get(word)?.add(file)
      }
    const unused = sources.flatMap(file =>
      [...textOf(file).matchAll(pattern)]
        .map(match => match[1] ?? '')
        .filter(name => (importers.get(name)?.size ?? 0) < 2)
        .map(name => `${file}: ${name}`),
    )
    expectNone(unused)
  })

  it('no file is longer than 300 lines', () => {
    const lines = (file: string) => textOf(file).trimEnd().split('\n').length
    const long = [...sources, ...users.filter(file => file.startsWith('build/'))].filter(file => lines(file) > 300)
    expectNone(long.map(file => `${file}: ${lines(file)}`))
  })

  it('no folder holds more than 25 code files', () => {
    const folders = new Map<string, number>()
    for (const file of sources) {
      const folder = file.slice(0, file.lastIndexOf('/'))
      folders.set(folder, (folders.get(folder) ?? 0) + 1)
    }
    expectNone([...folders].filter(([, count]) => count > 25).map(([folder]) => folder))
  })
})
