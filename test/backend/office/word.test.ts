import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cleanPackage } from '../../../electron/backend/office/clean-package.ts'
import { fillWord, fillWordForAll, findWordTokens } from '../../../electron/backend/office/word.ts'
import { archive } from '../raw-workbook.ts'
import { paragraph, partOf, table, wordFile, wordText } from './office-files.ts'

const people = ['Siti & "Rahayu" <b>', '{#peserta}{nik}'].map((nama, index) => ({
  no: { text: String(index + 1), number: index + 1 },
  nama: { text: nama },
  lulus: index === 0,
  tidak_lulus: index !== 0,
}))
const values = {
  kode_kelas: { text: 'TR-2024-03' },
  nomor: { text: '' },
  sudah_sidang: true,
  belum_sidang: false,
  peserta: people,
}

test('tokens in split runs, rows, conditions, header and footer are filled, and tokens inside values are not', async () => {
  const bytes = wordFile({
    body: [
      paragraph('Kelas {kode|_ke|las}, nomor {nomor}.'),
      table(
        ['No', 'Nama'],
        ['{#pes|erta}{no}', '{na|ma}{#lulus} lulus{/lulus}{#tidak_lulus} belum{/tidak_lulus}{/pe|serta}'],
      ),
      paragraph('{#belum_sidang}'),
      paragraph('Sidang belum ada.'),
      paragraph('{/belum_sidang}'),
      paragraph('{#sudah_sidang}Sidang ada.{/sudah_sidang}'),
    ].join(''),
    header: 'Kop {kode_|kelas}',
    footer: 'Kaki {kode_kelas}',
  })
  const { office, kind, removed } = await cleanPackage('formulir.docx', bytes)
  expect(kind).toBe('docx')
  expect(removed).toEqual([])
  expect(findWordTokens(office).map(story => story.map(one => one.raw))[0]).toEqual(['{kode_kelas}'])
  expect(findWordTokens(office)[1]?.find(one => one.raw === '{no}')?.place).toBe(
    'tabel 1 baris 2 kolom 1: “{#peserta}{no}”',
  )
  const text = wordText(await fillWord(office, values))
  expect(text).toContain('Kelas TR-2024-03, nomor ……………')
  expect(text).toContain('1\n\tSiti & "Rahayu" <b> lulus\n')
  expect(text).toContain('2\n\t{#peserta}{nik} belum\n')
  expect(text).toContain('Sidang ada.')
  expect(text).not.toContain('Sidang belum')
  expect(text).toContain('Kop TR-2024-03')
  expect(text).toContain('Kaki TR-2024-03')
  // The style of a token's first run applies to its value.
  expect(text).not.toMatch(/\{kode|\{no\}/)
})

test('one document for everybody has a section for each person, without an empty one at the end', async () => {
  const bytes = wordFile({ body: `${paragraph('Surat untuk {nama}')}${table(['No', '{no}'])}`, header: 'Balai' })
  const { office } = await cleanPackage('surat.docx', bytes)
  const filled = await fillWordForAll(office, people)
  const xml = partOf(filled, 'word/document.xml')
  expect(wordText(filled)).toMatch(/Surat untuk Siti & "Rahayu" <b>[\s\S]*Surat untuk \{#peserta\}\{nik\}/)
  expect(xml.match(/<w:sectPr/g)).toHaveLength(2)
  expect(xml.match(/w:start="1"/g)).toHaveLength(2)
  expect(xml).not.toContain('setiap_orang')
})

test('a document of LibreOffice is filled: split runs, a table, header and footer; its link is removed', async () => {
  const made = new Uint8Array(readFileSync(join(import.meta.dirname, 'files/surat.docx')))
  const { office, removed } = await cleanPackage('surat.docx', made)
  expect(removed).toHaveLength(1)
  const tokens = findWordTokens(office).flat()
  expect(tokens.map(one => one.raw)).toEqual(
    '{nama_balai} {pelatihan} {#peserta} {no} {nama} {#masih_ikut} {/masih_ikut} {#keluar} {/keluar} {/peserta} {kode_kelas}'.split(
      ' ',
    ),
  )
  const everybody = people.map(one => ({ ...one, masih_ikut: one.lulus, keluar: !one.lulus }))
  const filled = await fillWord(office, {
    nama_balai: { text: 'UPT BLK' },
    pelatihan: { text: 'Tata Rias' },
    kode_kelas: { text: 'TR-2024-03' },
    peserta: everybody,
  })
  const text = wordText(filled)
  for (const words of ['UPT BLK', 'Daftar peserta Tata Rias', 'ikut', 'keluar', 'TR-2024-03, halaman', 'tautan ini'])
    expect(text).toContain(words)
  expect(partOf(filled, 'word/document.xml').match(/<w:tr[ >]/g)).toHaveLength(3)
  expect(text.replace('{#peserta}{nik}', '')).not.toContain('{')
})

const link = (kind: string, target: string, external = true) => [{ id: 'rId20', kind, target, external }]
const linked = '<w:hyperlink r:id="rId20"><w:r><w:t>lihat sini</w:t></w:r></w:hyperlink>'
const field = (words: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${words
    .split('|')
    .map(piece => `<w:r><w:instrText>${piece}</w:instrText></w:r>`)
    .join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

test.each([
  ['macros', wordFile({ body: '', more: { 'word/vbaProject.bin': 'x' } }), 'makro'],
  [
    'a document with macros by its type',
    wordFile({ body: '', type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'makro',
  ],
  ['an object', wordFile({ body: '', more: { 'word/embeddings/oleObject1.bin': 'x' } }), 'objek tertanam (OLE)'],
  ['a control', wordFile({ body: '', more: { 'word/activeX/activeX1.xml': '<x/>' } }), 'ActiveX'],
  ['a remote picture', wordFile({ body: '', links: link('image', 'http://jauh.example/a.png') }), 'gambar dari luar'],
  ['a foreign piece', wordFile({ body: '', links: link('aFChunk', 'a.html', false) }), 'potongan dokumen asing'],
  ['a field that runs', wordFile({ body: field('DDE|AUTO c:\\\\windows\\\\cmd.exe') }), 'DDEAUTO'],
  ['a field that fetches', wordFile({ body: field(' INCLUDEPICTURE "http://jauh.example" ') }), 'INCLUDEPICTURE'],
  [
    'a document type',
    wordFile({ body: '', more: { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } }),
    'DOCTYPE',
  ],
])('%s is refused with a message', async (_, bytes, what) => {
  await expect(cleanPackage('jahat.docx', bytes)).rejects.toMatchObject({
    data: { code: 'form_unsafe', what: expect.stringContaining(what) },
  })
})

test('links and references to other files are removed; their texts stay', async () => {
  const settings =
    '<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="rId1"/><w:mailMerge><w:dataSource r:id="rId2"/></w:mailMerge><w:zoom/></w:settings>'
  const outside = (id: string, kind: string) =>
    `<Relationship Id="${id}" Type="x/${kind}" Target="http://jauh.example/t.dotm" TargetMode="External"/>`
  const bytes = wordFile({
    body: `<w:p>${linked}</w:p>${field(' PAGE ')}${field(' HYPERLINK \\l "_Toc1" ')}`,
    links: link('hyperlink', 'http://jauh.example'),
    more: {
      'word/settings.xml': settings,
      'word/_rels/settings.xml.rels': `<Relationships>${outside('rId1', 'attachedTemplate')}${outside('rId2', 'mailMergeSource')}</Relationships>`,
    },
  })
  const { office, removed } = await cleanPackage('tautan.docx', bytes)
  expect(removed).toHaveLength(3)
  const filled = await fillWord(office, {})
  expect(wordText(filled)).toContain('lihat sini')
  for (const path of [
    'word/document.xml',
    'word/settings.xml',
    'word/_rels/settings.xml.rels',
    'word/_rels/document.xml.rels',
  ])
    expect(partOf(filled, path)).not.toMatch(/jauh\.example|attachedTemplate|mailMerge|w:hyperlink/)
})

test('a file that is no Word file, too large or swelling is refused before it is unpacked', async () => {
  const code = async (name: string, bytes: Uint8Array) => {
    const error = await cleanPackage(name, bytes).catch((thrown: { data: { code: string } }) => thrown)
    return 'data' in error ? error.data.code : 'taken'
  }
  expect(await code('a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('form_locked')
  expect(await code('a.docx', new TextEncoder().encode('halo'))).toBe('form_not_office')
  expect(await code('a.zip', new Uint8Array(zipSync({ 'a.txt': new Uint8Array(3) })))).toBe('form_not_office')
  expect(await code('a.docx', new Uint8Array(6 * 1024 * 1024))).toBe('form_too_large')
  // Recognised by its directory, which is read before anything is unpacked.
  const bomb = archive([{ path: 'word/document.xml', text: 'x', lieSize: 50 * 1024 * 1024 }])
  expect(await code('bom.docx', bomb)).toBe('form_swells')
  // Its directory gives a size that is too small.
  const lie = archive([{ path: 'word/document.xml', text: new Uint8Array(1024 * 1024), lieSize: 10 }])
  expect(await code('bohong.docx', lie)).toBe('form_damaged')
  expect(await code('potong.docx', wordFile({ body: '' }).slice(0, 500))).toBe('form_damaged')
})
