import { expect, test } from 'vitest'
import { type DatingFacts, formatPaperDateRule, keepsDate, usualPaperDate } from '../../../shared/facts/paper-date.ts'
import { paperKeys, paperTitle } from '../../../shared/facts/paper-key.ts'
import { papersInOrder } from '../../../shared/features/paper/paper-order.ts'

/** Tata Rias III of the domain research (10.6): over New Year, with its panel after the last day. */
const facts: DatingFacts = {
  cohort: { start: '2024-12-16', end: '2025-01-08' },
  preparedOn: '2024-12-13',
  changedOn: null,
  panel: { heldOn: '2025-01-09' },
}

test('the table of dates in docs names every paper once', async () => {
  const rows = papersInOrder.map(
    ({ key, section }) =>
      `| ${section} | \`${key}\` | ${paperTitle(key)} | ${formatPaperDateRule(key)} | ${keepsDate(key) ? 'ya' : ''} |`,
  )
  const head = [
    '# Dates of papers',
    '',
    'Written by `test/shared/facts/paper-date.test.ts` out of `shared/facts/paper-date.ts`. A date comes from facts of the class, never from',
    'the day of printing. "Tetap": it stays that of the first print, whatever is moved later. Somebody may set another date in the preview;',
    'the print log shows it. Letters have their own date in the form beside their preview.',
    '',
    '| Bagian | Key | Surat | Tanggal | Tetap |',
    '|---|---|---|---|---|',
  ]
  await expect(`${[...head, ...rows].join('\n')}\n`).toMatchFileSnapshot('../../../docs/paper-dates.md')
  expect(papersInOrder).toHaveLength(paperKeys.length)
})

test('preparing papers are dated before the class, papers that follow from the panel on its day or later', () => {
  for (const key of ['participants', 'schedule', 'curriculum', 'materials-request', 'biodata', 'pledge'] as const)
    expect(usualPaperDate(key, facts)).toBe('2024-12-13')
  for (const key of ['opening-minutes', 'receipt-clothing'] as const)
    expect(usualPaperDate(key, facts)).toBe('2024-12-16')
  for (const key of ['final-scores', 'closing-minutes', 'report-text'] as const)
    expect(usualPaperDate(key, facts)).toBe('2025-01-09')
  expect(usualPaperDate('attendance-15', facts)).toBe('2025-01-08')
})

test('without a panel its papers have no date yet, and the others are unchanged', () => {
  const open = { ...facts, panel: null }
  for (const key of ['final-scores', 'closing-minutes', 'report-text', 'certificate-register'] as const)
    expect(usualPaperDate(key, open)).toBeNull()
  expect(usualPaperDate('participants', open)).toBe('2024-12-13')
})

test('a changed plan is dated on the day of the decision; the lists of people are not', () => {
  const moved = { ...facts, changedOn: '2024-12-20' as const }
  expect(usualPaperDate('schedule', moved)).toBe('2024-12-20')
  expect(usualPaperDate('schedule-week', moved)).toBe('2024-12-20')
  expect(usualPaperDate('participants', moved)).toBe('2024-12-13')
})

test('closing minutes are never dated before what they cite', () => {
  expect(usualPaperDate('closing-minutes', { ...facts, panel: { heldOn: '2025-01-07' } })).toBe('2025-01-08')
})
