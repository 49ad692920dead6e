import { expect, test } from 'vitest'
import { codeOf, sources, styleSheets } from './sources.ts'

/** The selectors of today, of the step where somebody is, of the count of what waits, of the mark of the place, and of the practice centre. */
const ofNow = /today|now\b|aria-current|\.count\b|practice/i

/** Rules of a style sheet that use the colour of today. */
function coloured(file: string): string[] {
  const rules = codeOf(file).matchAll(/([^{};]+)\{([^{}]*)\}/g)
  return [...rules].filter(([, , body = '']) => /var\(--kunyit/.test(body)).map(([, selector = '']) => selector.trim())
}

test('the colour of today is on nothing else: no warning, no choice, no hover', () => {
  const found = styleSheets
    .filter(file => !file.endsWith('tokens.css'))
    .flatMap(file => coloured(file).map(selector => `${file}: ${selector}`))
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(rule => !ofNow.test(rule.split(': ').slice(1).join(': ')))).toEqual([])
  expect(sources.filter(file => /var\(--kunyit/.test(codeOf(file)))).toEqual([])
})
