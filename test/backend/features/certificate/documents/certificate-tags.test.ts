import { expect, test } from 'vitest'
import { drawStatements } from '../../../../../electron/backend/features/certificate/documents/statement.ts'
import { drawCertificates } from '../../../../../electron/backend/features/certificate-design/documents/certificate.ts'
import { readTags } from '../../../../papers/read-tags.ts'
import { sampleCertificate, sampleStatement } from '../../../../papers/samples/sample-certificate.ts'

const look = { palette: 'berwarna', logo: null, design: null } as const

test('the file of one person has tags: heading, table of units, descriptions of pictures', async () => {
  const facts = sampleCertificate()
  const tags = await readTags(drawCertificates([{ facts, photo: null }], look).bytes)
  const roles = tags.map(tag => tag.role)
  expect(roles.filter(role => role === 'H1')).toHaveLength(1)
  expect(roles.filter(role => role === 'Table')).toHaveLength(2)
  // A row per unit, one for the head, and the totals.
  expect(roles.filter(role => role === 'TR').length).toBeGreaterThan(facts.units.length + 1)
  expect(tags.filter(tag => tag.role === 'Figure').map(tag => tag.alt)).toEqual([
    'Kotak untuk pas foto',
    'Kode QR untuk memeriksa keaslian',
  ])
  expect(tags.find(tag => tag.role === 'H1')?.text).toContain('SERTIFIKAT')
  expect(tags.filter(tag => tag.role === 'TD').map(tag => tag.text)).toContain(facts.units[0]?.code)
})

test('so has a statement; in the file of a class each paper is a separate part', async () => {
  const statement = { facts: sampleStatement(), photo: null }
  const tags = await readTags(drawStatements([statement], { size: 'A4', logo: null }).bytes)
  expect(tags.find(tag => tag.role === 'H1')?.text).toContain('SURAT KETERANGAN')
  const two = await readTags(drawStatements([statement, statement], { size: 'A4', logo: null }).bytes)
  expect(two.filter(tag => tag.role === 'H1')).toHaveLength(2)

  const facts = sampleCertificate()
  const names = ['Siti Aminah', 'Dewi Lestari']
  const requests = names.map(name => ({ facts: { ...facts, name }, photo: null }))
  const parts = (await readTags(drawCertificates(requests, look).bytes)).filter(tag => tag.role === 'Part')
  // Front and back of each person.
  expect(parts.map(part => names.findIndex(name => part.text.includes(name.toUpperCase())))).toEqual([0, 0, 1, 1])
})
