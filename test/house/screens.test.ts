import { expect, test } from 'vitest'
import { otherScreens, screens } from '../heavy/clerk/screens.ts'
import { codeOf, sources } from './sources.ts'

const code = sources.filter(file => file.startsWith('renderer/')).map(codeOf)

/** The path in the declaration of a page, with names of constants replaced by their texts. */
function resolved(written: string): string {
  const text = written.replace(/^[`'"]|[`'"]$/g, '').replace(/\$\{(\w+)\}/g, (_, name) => constant(name))
  return /^\w+$/.test(written) ? constant(written) : text
}

function constant(name: string): string {
  const pattern = new RegExp(`const ${name} = '([^']+)'`)
  for (const text of code) {
    const found = pattern.exec(text)?.[1]
    if (found !== undefined) return found
  }
  throw new Error(`where is ${name}?`)
}

const routes = code.flatMap(text =>
  [...text.matchAll(/= pageRoute\(\s*([`'][^`']+[`']|\w+)/g)].map(match => resolved(match[1] ?? '')),
)

test('every screen is opened in test/heavy/clerk, or says why not', () => {
  expect(routes.length).toBeGreaterThan(60)
  const opened = screens.map(([path]) => path)
  const forgotten = routes.filter(route => {
    const pattern = new RegExp(`^${route.replace(/\$\w+/g, '[^/]+')}$`)
    return !opened.some(path => pattern.test(path)) && !(route in otherScreens)
  })
  expect(forgotten).toEqual([])
})

test('lists no screen that does not exist', () => {
  expect(Object.keys(otherScreens).filter(path => !routes.includes(path))).toEqual([])
})
