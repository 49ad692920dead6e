import { describe, expect, test } from 'vitest'
import { drawInvitations } from '../../../../../electron/backend/features/letter/documents/invitation.ts'
import { drawDecreeParticipants } from '../../../../../electron/backend/features/registration/documents/decree-participants.ts'
import { drawSelectionResult } from '../../../../../electron/backend/features/registration/documents/selection-result.ts'
import type { DrawnPaper } from '../../../../../electron/backend/pdf/sheet.ts'
import type { RegistrationFacts } from '../../../../../shared/facts/registration-facts.ts'
import { type PaperSize, paperSizes } from '../../../../../shared/features/centre/centre.ts'
import { builtInBody } from '../../../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../../../shared/features/letter/letter-forms.ts'
import { maskNik } from '../../../../../shared/features/trainee/nik/nik.ts'
import { collisions, rowNumbers, textNearEdges } from '../../../../papers/placed-text.ts'
import { readPdf } from '../../../../papers/read-pdf.ts'
import { sampleNames } from '../../../../papers/samples/sample-letters.ts'
import { sampleRegistration } from '../../../../papers/samples/sample-registration.ts'

const counts = [1, 16, 17, 30, 40]
const upright = { A4: [210, 297], F4: [215, 330] } as const
const odd = ["Nur'aini", 'Ó’Çèžōđ', '<script>alert(1)</script>', 'x'.repeat(60)]

const papers: Record<string, (facts: RegistrationFacts, size: PaperSize) => DrawnPaper> = {
  'selection-result': drawSelectionResult,
  'decree-participants': (facts, size) => {
    const { decree } = facts
    if (!decree) throw new Error('the sample is stipulated')
    return drawDecreeParticipants({ ...facts, decree }, size)
  },
  invitation: (facts, size) => {
    const [meeting] = facts.meetings
    if (!meeting) throw new Error('the sample has a meeting')
    const invited = facts.applicants.filter(one => one.decision === 'accepted').map(one => one.person)
    const letter = { paper: 'invitation' as const, body: builtInBody(letterForm('invitation')), names: sampleNames }
    const invitations = invited.map(person => ({ meeting, person }))
    return drawInvitations({ ...facts, invitations, letter, writtenOn: facts.signedOn }, size)
  },
}

describe.each(Object.entries(papers))('%s', (key, draw) => {
  test.each(counts)('of %i applicants fits its pages in A4 and F4', async count => {
    for (const size of paperSizes) {
      const drawn = draw(sampleRegistration(count), size)
      const { pages } = await readPdf(drawn.bytes)
      expect(drawn).toMatchObject({ pages: pages.length, warnings: [] })
      const [width, height] = upright[size]
      for (const page of pages) {
        expect(Math.abs(page.width - width)).toBeLessThan(0.1)
        expect(Math.abs(page.height - height)).toBeLessThan(0.1)
        expect(textNearEdges(page)).toEqual([])
        expect(collisions(page)).toEqual([])
      }
      expect(pages.at(-1)?.text).toContain('AHMAD FAUZI RAHMAN')
      if (key !== 'invitation')
        expect(rowNumbers(pages.at(-1) ?? null).length).toBeGreaterThanOrEqual(Math.min(2, count))
    }
  })

  test('draws unusual names, shows the mark of a practice centre, and is the same when drawn again', async () => {
    const facts = sampleRegistration(16)
    const applicants = facts.applicants.map((one, index) => ({
      ...one,
      person: { ...one.person, name: odd[index] ?? one.person.name },
    }))
    const practice = { ...facts, applicants, centre: { ...facts.centre, practice: true } }
    const { bytes } = draw(practice, 'A4')
    expect(Buffer.from(draw(practice, 'A4').bytes).equals(bytes)).toBe(true)
    const { pages } = await readPdf(bytes)
    for (const page of pages) {
      expect(page.items.map(item => item.text)).toContain('LATIHAN')
      expect(collisions({ ...page, items: page.items.filter(item => item.text !== 'LATIHAN') })).toEqual([])
    }
    const letters = pages
      .map(page => page.text.replace(/\s/g, ''))
      .join('')
      .toUpperCase()
    for (const name of odd.slice(0, 3)) expect(letters).toContain(name.replace(/\s/g, '').toUpperCase())
  })
})

test('the posted result masks every NIK, draws the line after the quota and marks a reserved place', async () => {
  const facts = sampleRegistration(30)
  const { pages } = await readPdf(drawSelectionResult(facts, 'A4').bytes)
  const text = pages.map(page => page.text).join('\n')
  for (const { person } of facts.applicants) {
    expect(text).not.toContain(person.nik)
    expect(text).toContain(maskNik(person.nik))
  }
  expect(pages.flatMap(rowNumbers)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(text).toContain('Batas kuota 16 orang')
  expect(text.match(/Lulus\*/g)).toHaveLength(1)
  expect(text).toContain('Cadangan 4')
  expect(text).not.toMatch(/miskin|desil|stunting|disabilitas/i)
})

test('the annex of the decree lists accepted people with their whole NIK, then the reserves, and nobody else', async () => {
  const facts = sampleRegistration(30)
  const { decree } = facts
  if (!decree) throw new Error('the sample is stipulated')
  const { pages } = await readPdf(drawDecreeParticipants({ ...facts, decree }, 'F4').bytes)
  const numbers = pages.flatMap(rowNumbers)
  expect(numbers).toEqual([...Array.from({ length: 16 }, (_, index) => index + 1), 1, 2, 3, 4])
  expect(pages[0]?.text).toContain(facts.applicants[0]?.person.nik)
})
