import { expect, test } from 'vitest'
import type { PaperKey } from '../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../shared/features/centre/centre.ts'
import { everyPaper } from './every-paper.ts'
import { quietModules } from './read-pdf.ts'
import { sampleFactsOf } from './samples/sample-facts.ts'

const coded: PaperKey[] = [
  'attendance-day',
  'attendance-15',
  'attendance-week',
  'attendance-session',
  'certificate',
  'statement',
  'id-cards',
]

test.each(coded)('the code on %s has four white modules on every side', async key => {
  for (const size of ['A4', 'F4'] satisfies PaperSize[]) {
    const paper = everyPaper[key](sampleFactsOf(16), size)
    // The sheet has ten cards; look at the first one.
    const card = key === 'id-cards' ? { x: 19.4, y: 13.5, width: 85.6, height: 54 } : null
    const modules = await quietModules(paper.bytes, 0, card)
    expect({ size, modules }).toMatchObject({ size, modules: expect.any(Number) })
    expect(modules).toBeGreaterThanOrEqual(4)
  }
})
