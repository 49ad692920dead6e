import { describe, expect, test } from 'vitest'
import { bytesOfDataUrl } from '../../electron/backend/data-url.ts'
import { drawPersonPaper } from '../../electron/backend/features/letter/draw-person-paper.ts'
import { personPaperKeys } from '../../shared/facts/paper-key.ts'
import type { PersonPaperFacts } from '../../shared/facts/person-facts.ts'
import { paperSizes } from '../../shared/features/centre/centre.ts'
import { pngOf } from '../backend/pictures.ts'
import { collisions, textNearEdges } from './placed-text.ts'
import { readPdf } from './read-pdf.ts'
import { sampleFactsOf } from './samples/sample-facts.ts'
import { samplePersonFacts } from './samples/sample-registration.ts'

const longName = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat Sastrowardoyo Kertonegoro Adiwinata Putri'
const names = ["Nur'aini", 'Ó’Çèžōđ', 'Budi', '<script>alert(1)</script>', 'Ana 😀 Putri', 'x'.repeat(60), longName]

/** Makes everybody a child on the day of signing. */
function underAge(facts: PersonPaperFacts): PersonPaperFacts {
  return { ...facts, people: facts.people.map(person => ({ ...person, birthDate: '2010-03-17' })) }
}

describe.each(personPaperKeys)('%s', key => {
  test.each([1, 16, 17, 30, 40])('has one page for each of %i people', async count => {
    const facts = samplePersonFacts(sampleFactsOf(count))
    for (const size of paperSizes) {
      const drawn = drawPersonPaper(key, facts, size)
      const { pages } = await readPdf(drawn.bytes)
      expect(drawn).toMatchObject({ pages: count, warnings: [] })
      for (const [index, page] of pages.entries()) {
        const person = facts.people[index]
        expect(page.text.replace(/\s+/g, ' ')).toContain(person?.name.toUpperCase())
        expect(page.text).toContain(person?.nik)
        // Each page is filed separately with its person.
        expect(page.text).toContain('Halaman 1 dari 1')
        expect(textNearEdges(page)).toEqual([])
        expect(collisions(page)).toEqual([])
      }
    }
  })

  test('accepts unusual names, long addresses and empty fields, and has a parent sign for a child', async () => {
    const facts = samplePersonFacts()
    const people = names.map((name, index) => {
      const person = facts.people[index]
      if (!person) throw new Error('no sample people')
      const empty = { education: '', village: '', district: '', phone: '', familyCard: '', rt: '', rw: '' }
      const address = `Perumahan ${'Griya Asri Sejahtera '.repeat(7)}`.slice(0, 158)
      return { ...person, name, address: index === 1 ? '' : address, ...(index === 2 ? empty : {}) }
    })
    for (const size of paperSizes) {
      const drawn = drawPersonPaper(key, underAge({ ...facts, people }), size)
      const { pages } = await readPdf(drawn.bytes)
      expect(drawn.pages).toBe(names.length)
      expect(drawn.warnings).toEqual([
        'Huruf “😀” pada “ANA 😀 PUTRI” tidak ada di huruf cetak dan dicetak sebagai “?”.',
      ])
      for (const page of pages) {
        expect(page.text).toContain('Orang tua/wali')
        expect(textNearEdges(page)).toEqual([])
        expect(collisions(page)).toEqual([])
        const lowest = Math.max(...page.items.filter(item => !/Dicetak|·/.test(item.text)).map(item => item.bottom))
        expect(lowest).toBeLessThan(page.height - 14)
      }
    }
  })
})

test('a photo fills its box, and a broken one leaves an empty box with a warning', async () => {
  const facts = samplePersonFacts(sampleFactsOf(1))
  const withPhoto = (photo: Uint8Array | null) =>
    drawPersonPaper('biodata', { ...facts, people: facts.people.map(person => ({ ...person, photo })) }, 'A4')
  expect((await readPdf(withPhoto(null).bytes)).pages[0]?.text).toContain('3 × 4 cm')
  const drawn = withPhoto(bytesOfDataUrl(pngOf(30, 90, 120)))
  expect(drawn.warnings).toEqual([])
  expect((await readPdf(drawn.bytes)).pages[0]?.text).not.toContain('3 × 4 cm')
  expect(withPhoto(new Uint8Array([1, 2, 3])).warnings).toHaveLength(1)
})

test('consent names the law, the purposes, the kinds of data and the rights', async () => {
  const textOf = async (facts: PersonPaperFacts) =>
    (await readPdf(drawPersonPaper('consent', facts, 'A4').bytes)).pages[0]?.text.replace(/\s+/g, ' ') ?? ''
  const facts = samplePersonFacts(sampleFactsOf(1))
  const text = await textOf(facts)
  for (const words of [
    'Nomor 27 Tahun 2022',
    'pengendali data pribadi',
    'data spesifik',
    'menarik kembali',
    '3 × 24 jam',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Orang tua/wali')
  expect(text).not.toContain('Pejabat Pelindungan')
  expect(await textOf({ ...facts, dataOfficer: 'Ratna Dewi, 0812' })).toContain(
    'Pejabat Pelindungan Data Pribadi: Ratna Dewi, 0812.',
  )
})
