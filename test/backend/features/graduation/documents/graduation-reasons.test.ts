import { describe, expect, test } from 'vitest'
import {
  drawGraduationReasons,
  peopleToExplain,
} from '../../../../../electron/backend/features/graduation/documents/graduation-reasons.ts'
import type { TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { collisions, textNearEdges } from '../../../../papers/placed-text.ts'
import { readPdf } from '../../../../papers/read-pdf.ts'
import { sampleFacts, sampleFactsOf } from '../../../../papers/samples/sample-facts.ts'

const plain = (text: string) => text.replace(/\s+/g, ' ')

async function pagesOf(people: readonly TraineeFacts[], size: 'A4' | 'F4' = 'A4') {
  const drawn = drawGraduationReasons(sampleFacts(), people, size)
  expect(drawn.warnings).toEqual([])
  const { pages } = await readPdf(drawn.bytes)
  for (const page of pages) {
    expect(textNearEdges(page)).toEqual([])
    expect(collisions(page)).toEqual([])
  }
  return pages.map(page => plain(page.text))
}
function named(name: string): TraineeFacts {
  const person = sampleFacts().trainees.find(trainee => trainee.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}

test.each([1, 16, 17, 30, 40])('of %i people only those who did not pass have a page', async count => {
  const { trainees } = sampleFactsOf(count)
  const people = peopleToExplain(trainees)
  expect(people.map(person => person.decision)).toEqual(
    trainees.filter(trainee => trainee.decision === 'failed').map(() => 'failed'),
  )
  if (people.length === 0) return
  for (const size of ['A4', 'F4'] as const) {
    const pages = await pagesOf(people, size)
    expect(pages).toHaveLength(people.length)
    pages.forEach((text, index) => {
      expect(text).toContain(people[index]?.name.toUpperCase())
      expect(text).toContain('AHMAD FAUZI RAHMAN')
      // A letter of one page shows neither a page number nor the time of printing.
      expect(text).not.toMatch(/Halaman|Dicetak/)
    })
  }
})

describe('a page', () => {
  test('shows rule, limit and reached value, and what would change the result', async () => {
    const lina = named('Lina Marlina')
    const units = [{ code: 'S.96KEC00.006.1', title: 'Melakukan Konsultasi pada Usaha Kecantikan' }]
    const [text] = await pagesOf([{ ...lina, reasons: [...lina.reasons, { rule: 'unit', units }] }])
    for (const words of [
      'PENJELASAN HASIL PELATIHAN',
      'Keputusan sidang : TIDAK LULUS',
      'sedikitnya 12 dari 15 hari (80%)',
      '14 hari (93,33%)',
      'Kurang 2,30',
      '67,70, dari teori 60,00 (30%)',
      'S.96KEC00.006.1',
      'lulus bila nilai praktik paling rendah 74,28',
      'dan semua unit wajib dinilai K',
    ])
      expect(text).toContain(words)
  })

  test('says when no practice score would be enough, and when the panel decided otherwise', async () => {
    const lina = named('Lina Marlina')
    const hopeless = { rule: 'score', final: 1000, passMark: 7000, short: 6000, practiceNeeded: null } as const
    const passed = sampleFacts().trainees.find(trainee => trainee.decision === 'passed')
    if (!passed) throw new Error('nobody passed')
    const [first, second] = await pagesOf([
      { ...lina, reasons: [hopeless] },
      { ...passed, decision: 'failed', overrideReason: 'Tugas akhir ternyata dikerjakan orang lain' },
    ])
    expect(first).toContain('nilai praktik tertinggi saja tidak cukup')
    expect(second).toContain('Semua syarat menurut aturan terpenuhi; sidang memutuskan lain.')
    expect(second).toContain('Alasan sidang: Tugas akhir ternyata dikerjakan orang lain')
  })

  test('continues on another page with twenty units and sixty letters', async () => {
    const units = Array.from({ length: 20 }, (_, index) => ({
      code: `S.96KEC00.0${10 + index}.2`,
      title:
        `Menerapkan Kesehatan dan Keselamatan Kerja serta Merawat Peralatan ${'di Tempat Kerja '.repeat(7)}`.trim(),
    }))
    const name = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat'
    const pages = await pagesOf([{ ...named('Lina Marlina'), name, reasons: [{ rule: 'unit', units }] }])
    expect(pages.length).toBeGreaterThan(1)
    for (const unit of units) expect(pages.join(' ')).toContain(unit.code)
    expect(pages.at(-1)).toContain('Yang menerima penjelasan')
  })
})
