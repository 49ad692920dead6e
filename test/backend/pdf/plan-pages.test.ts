import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestPages, planPages } from '../../../electron/backend/pdf/page/plan-pages.ts'
import { signatureRowHeight } from '../../../electron/backend/pdf/table/table-pages.ts'

function rows(count: number, height: number): number[] {
  return Array.from({ length: count }, () => height)
}

test('everything is on one page when it fits exactly', () => {
  expect(planPages({ rows: rows(10, 9.1), first: 91 + 46, next: 200, signOff: 46, keep: 2 }).pages).toEqual([
    { from: 0, to: 10 },
  ])
})

test('rows stay with the signatures', () => {
  expect(planPages({ rows: rows(10, 10), first: 110, next: 200, signOff: 46, keep: 2 }).pages).toEqual([
    { from: 0, to: 8 },
    { from: 8, to: 10 },
  ])
})

test('pairs of a zig-zag are never split', () => {
  const { pages } = planPages({ rows: rows(17, 9), first: 95, next: 200, signOff: 46, keep: 2, step: 2 })
  expect(pages).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 17 },
  ])
})

test('without rows only the sign-off is planned', () => {
  expect(planPages({ rows: [], first: 100, next: 100, signOff: 46, keep: 2 }).pages).toEqual([{ from: 0, to: 0 }])
})

test('a sign-off higher than a page still ends', () => {
  const { pages } = planPages({ rows: rows(3, 10), first: 50, next: 50, signOff: 90, keep: 2 })
  expect(pages.at(-1)?.to).toBe(3)
})

const requests = fc.record({
  rows: fc.array(fc.double({ min: 4, max: 24, noNaN: true }), { maxLength: 80 }),
  first: fc.double({ min: 60, max: 250, noNaN: true }),
  // Three rows and the sign-off fit on a page: a pair that must not be split can stay with it.
  next: fc.double({ min: 125, max: 280, noNaN: true }),
  signOff: fc.double({ min: 20, max: 50, noNaN: true }),
  keep: fc.integer({ min: 1, max: 2 }),
  step: fc.constantFrom(1, 2),
})

test('every row is on exactly one page, in order, and no page overflows', () => {
  fc.assert(
    fc.property(requests, request => {
      const { pages } = planPages(request)
      let next = 0
      pages.forEach(({ from, to }, index) => {
        expect(from).toBe(next)
        next = to
        const isLast = index === pages.length - 1
        const free = index === 0 ? request.first : request.next
        const height = request.rows.slice(from, to).reduce((sum, row) => sum + row, 0)
        expect(height + (isLast ? request.signOff : 0)).toBeLessThanOrEqual(free + 0.01)
        if (!isLast) expect((to - from) % request.step).toBe(0)
      })
      expect(next).toBe(request.rows.length)
      const last = pages.at(-1)
      const least = Math.min(request.keep, request.rows.length)
      expect((last?.to ?? 0) - (last?.from ?? 0)).toBeGreaterThanOrEqual(least)
    }),
  )
})

test('a smaller sign-off is used only when it saves a page', () => {
  const request = { rows: rows(10, 10), next: 200, keep: 2 }
  const full = { ...request, signOff: 46, name: 'full' }
  const compact = { ...request, signOff: 41, name: 'compact' }
  expect(
    fewestPages([
      { ...full, first: 146 },
      { ...compact, first: 146 },
    ])[0].name,
  ).toBe('full')
  expect(
    fewestPages([
      { ...full, first: 142 },
      { ...compact, first: 142 },
    ])[0].name,
  ).toBe('compact')
  expect(
    fewestPages([
      { ...full, first: 100 },
      { ...compact, first: 100 },
    ])[0].name,
  ).toBe('full')
})

test('signature rows fill the page up to their limit and never fall below 8 mm', () => {
  expect(signatureRowHeight(16, 190, 46, 9.2)).toBe(9)
  expect(signatureRowHeight(5, 190, 46, 9.2)).toBe(9.2)
  expect(signatureRowHeight(19, 190, 46, 9.2)).toBe(9)
  expect(signatureRowHeight(0, 190, 46, 9.2)).toBe(9.2)
})
