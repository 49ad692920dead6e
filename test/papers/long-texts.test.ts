import { describe, expect, test } from 'vitest'
import { exampleCurricula } from '../../electron/backend/features/program/example-curricula.ts'
import type { CohortFacts } from '../../shared/facts/cohort-facts.ts'
import { isAlwaysA4, type PaperKey } from '../../shared/facts/paper-key.ts'
import { tradeName } from '../../shared/features/program/trades.ts'
import { cohortPapers } from './every-paper.ts'
import { readPdf } from './read-pdf.ts'
import { readTags } from './read-tags.ts'
import { sampleFacts } from './samples/sample-facts.ts'

const longest = (texts: readonly string[]) => texts.toSorted((a, b) => b.length - a.length)[0] ?? ''
const name = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat S'

/** A class with the longest texts in the built-in data of a trade, and the longest that the forms accept. */
function longFacts(trade: (typeof exampleCurricula)[number]['trade']): CohortFacts {
  const facts = sampleFacts()
  const own = exampleCurricula.filter(one => one.trade === trade)
  const title = longest(own.map(one => one.title))
  return {
    ...facts,
    cohort: {
      ...facts.cohort,
      trade: tradeName(trade),
      program: `${title} untuk Usaha Mandiri Tingkat Lanjutan Berbasis Kompetensi Kerja Nasional`,
      room: 'Bengkel Praktik Kejuruan Gedung B Lantai 2 UPT Balai Latihan Kerja Kota Tangerang',
      activity:
        'Pelaksanaan Pelatihan Berdasarkan Unit Kompetensi bagi Masyarakat Miskin Ekstrem dan Keluarga Berisiko Stunting',
    },
    days: facts.days.map(day => ({ ...day, topic: longest(own.flatMap(one => one.units.map(unit => unit.title))) })),
    trainees: facts.trainees.map((one, index) => (index % 5 === 0 ? { ...one, name } : one)),
  }
}

const keys = Object.keys(cohortPapers) as (keyof typeof cohortPapers)[]
const trades = [...new Set(exampleCurricula.map(one => one.trade))]
/** Rotated texts are measured along their line. */
const turned: PaperKey[] = ['competency-recap']

test('the shipped data has eight trades', () => expect(trades).toHaveLength(8))

describe.each(keys)('%s with the longest texts', key => {
  // Spread the trades over the papers: all combinations would find the same, eight times slower.
  const trade = trades[keys.indexOf(key) % trades.length]
  if (!trade) throw new Error('no trade')

  test.each(['A4', 'F4'] as const)('stays inside its text area on %s, nothing below 7.5 pt', async size => {
    const paper = cohortPapers[key](longFacts(trade), size)
    const { pages } = await readPdf(paper.bytes)
    const bound = isAlwaysA4(key) ? 5 : 8
    for (const page of pages) {
      const outside = page.items.filter(
        item => item.text.trim() !== '' && (item.left < bound - 0.5 || item.right > page.width - bound + 0.5),
      )
      expect(outside.map(item => item.text)).toEqual([])
      if (!turned.includes(key))
        expect(
          page.items.filter(item => item.text.trim() !== '' && item.bottom - item.top < 2.4).map(item => item.text),
        ).toEqual([])
    }
    expect(paper.warnings.filter(warning => warning.includes('dipotong'))).toEqual([])
  })

  test('has tags for its parts, in reading order', async () => {
    const tags = await readTags(cohortPapers[key](sampleFacts(), 'A4').bytes)
    expect(tags.length).toBeGreaterThan(3)
    const roles = new Set(tags.map(tag => tag.role))
    expect(roles.has('P') || roles.has('TD')).toBe(true)
    // Page numbers and the time of printing are not read aloud.
    expect(tags.filter(tag => tag.text.includes('Halaman 1 dari'))).toEqual([])
  })
})
