import { expect, test } from 'vitest'
import {
  drawStatements,
  type StatementOptions,
} from '../../../../../electron/backend/features/certificate/documents/statement.ts'
import { statementFactsSchema } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { readPdf, readQr } from '../../../../papers/read-pdf.ts'
import { sampleStatement } from '../../../../papers/samples/sample-certificate.ts'

const options: StatementOptions = { size: 'A4', logo: null }

async function textOf(changes: Partial<ReturnType<typeof sampleStatement>> = {}) {
  const { bytes } = drawStatements([{ facts: { ...sampleStatement(), ...changes }, photo: null }], options)
  return (await readPdf(bytes)).pages.map(page => page.text.replaceAll('\n', ' ').replace(/ +/g, ' ')).join(' ')
}

test('says what was attended and that it does not certify passing', async () => {
  const text = await textOf()
  for (const words of [
    'SURAT KETERANGAN MENGIKUTI PELATIHAN',
    'Nomor : 500.15/0001/KET-BLK/I/2025',
    'LINA MARLINA',
    'Lebak, 7 Juli 1991',
    'Tata Rias (Make Up Artist)',
    'diselenggarakan oleh UPT Balai Latihan Kerja Kota Tangerang',
    'dengan kehadiran 14 dari 15 hari (93,33%).',
    'bukan merupakan sertifikat kelulusan',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).not.toMatch(/\bLULUS\b/)
  expect(text).not.toMatch(/\bkompeten\b/i)
})

test('names the paper that it replaces', async () => {
  expect(await textOf()).not.toContain('menggantikan')
  const replaces = '500.15/0009/KET-BLK/I/2025'
  expect(await textOf({ replaces })).toContain(`Surat ini menggantikan surat keterangan nomor ${replaces}.`)
})

test('leaves out missing data of the signatory', async () => {
  const text = await textOf({ signatory: { ...sampleStatement().signatory, nip: '', rank: '' } })
  expect(text).not.toContain('NIP')
  expect(text).not.toContain('Pangkat')
})

test.each(['A4', 'F4'] as const)('has a code on %s with exactly the given text', async size => {
  const facts = sampleStatement()
  const { bytes } = drawStatements([{ facts, photo: null }], { ...options, size })
  expect(await readQr(bytes, 0, 200)).toBe(facts.qrText)
})

test('contains no time of printing: the same facts give the same bytes', async () => {
  const facts = statementFactsSchema.parse(JSON.parse(JSON.stringify(sampleStatement())))
  const first = drawStatements([{ facts, photo: null }], options)
  const second = drawStatements([{ facts: sampleStatement(), photo: null }], options)
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true)
  expect(await textOf()).not.toContain('Dicetak')
})

test('a very long name and address keep photo and code apart', async () => {
  const name = 'R. Ayu Retno Kusumaningrum Widyadhani Prameswari Hadiningrat Sastrowardoyo Kertonegoro Adiwinata'
  const address =
    'Jalan Contoh Panjang Sekali Nomor 10 Blok A2 RT 001/002, Kel. Panunggangan Barat, Kec. Cibodas, Kota Tangerang'
  const { bytes, pages } = drawStatements([{ facts: { ...sampleStatement(), name, address }, photo: null }], options)
  expect(pages).toBe(1)
  const [page] = (await readPdf(bytes)).pages
  const photo = page?.items.find(item => item.text === '3 × 4 cm')
  const code = page?.items.find(item => item.text.startsWith('Pindai'))
  expect((code?.top ?? 0) - (photo?.bottom ?? 0)).toBeGreaterThan(30)
})

test('many in one file take one page each', async () => {
  const facts = sampleStatement()
  const requests = ['Lina Marlina', 'Ani Suryani'].map(name => ({ facts: { ...facts, name }, photo: null }))
  const { pages } = await readPdf(drawStatements(requests, options).bytes)
  expect(pages.map(page => page.text.includes('LINA MARLINA'))).toEqual([true, false])
  expect(pages[1]?.text).toContain('ANI SURYANI')
})
