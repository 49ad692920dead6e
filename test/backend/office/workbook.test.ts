import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cleanPackage } from '../../../electron/backend/office/clean-package.ts'
import { fillWorkbook, findWorkbookTokens } from '../../../electron/backend/office/workbook.ts'
import { excelCells, excelFile, partOf } from './office-files.ts'

const person = (no: number, nama: string, hadir: number) => ({
  no: { text: String(no), number: no },
  nama: { text: nama },
  hadir: { text: String(hadir), number: hadir },
  tanggal_lahir: { text: '1 Januari 1999', date: '1999-01-01' as const },
  lulus: no !== 2,
})
const values = {
  kode_kelas: { text: 'TR & 3' },
  kosong: { text: '' },
  peserta: [person(1, '=1+1', 14), person(2, 'Rina <x>', 12), person(3, 'Dewi', 15)],
}

const strings = [
  'Kelas {kode_kelas}', // 0
  '{#peserta}{no}',
  '<r><t>{na</t></r><r><rPr><b/></rPr><t>ma}{#lulus} lulus{/lulus}</t></r>',
  '{tanggal_lahir}',
  '{hadir}',
  '{/peserta}', // 5
  'Jumlah',
  '{#peserta}{nama}; {/peserta}',
  '{kosong}',
]
const rows = [
  '<row r="1" ht="30" customHeight="1"><c r="A1" t="s"><v>0</v></c></row>',
  '<row r="3"><c r="A3" s="3" t="s"><v>1</v></c><c r="B3" s="3" t="s"><v>2</v></c><c r="C3" s="1" t="s"><v>3</v></c><c r="D3" s="2" t="s"><v>4</v></c><c r="E3" s="2"><f>D3*$D$1+SUM(D$3:D3)</f><v>0</v></c><c r="F3" t="s"><v>5</v></c></row>',
  '<row r="4"><c r="A4" t="s"><v>6</v></c><c r="D4" s="2"><f>SUM(D3)+D3*2</f><v>7</v></c><c r="E4"><f t="shared" ref="E4:E5" si="0">D4/2</f><v>1</v></c></row>',
  '<row r="5"><c r="A5" t="s"><v>7</v></c><c r="B5" t="s"><v>8</v></c><c r="E5"><f t="shared" si="0"/><v>1</v></c></row>',
].join('')
const behind = [
  '<mergeCells count="3"><mergeCell ref="A1:F1"/><mergeCell ref="B3:B3"/><mergeCell ref="A5:C5"/></mergeCells>',
  '<conditionalFormatting sqref="D3:D3"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>$D$4</formula></cfRule></conditionalFormatting>',
  '<dataValidations count="1"><dataValidation type="whole" sqref="D3"><formula1>0</formula1></dataValidation></dataValidations>',
  '<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;C{kode_kelas}</oddHeader></headerFooter>',
].join('')
const names =
  '<definedName name="_xlnm.Print_Area" localSheetId="0">Nominatif!$A$1:$F$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Nominatif!$1:$1</definedName>'
const form = () =>
  excelFile({
    rows,
    strings,
    behind,
    names,
    second: '<row r="1"><c r="A1"><f>SUM(Nominatif!D3:D3)+Nominatif!D4&amp;"D3"</f></c></row>',
  })

test('a row is repeated for each person: sums, formulas, merged cells, page setup and everything below follow', async () => {
  const { office, kind } = await cleanPackage('nominatif.xlsx', form())
  expect(kind).toBe('xlsx')
  expect(findWorkbookTokens(office)[0]?.find(one => one.raw === '{hadir}')?.place).toBe('Nominatif!D3')
  const filled = fillWorkbook(office, values)
  expect(excelCells(filled)).toMatchObject({
    A1: 'Kelas TR &amp; 3',
    A3: '1',
    B3: '=1+1 lulus',
    C3: '36161',
    D3: '14',
    E3: '=D3*$D$1+SUM(D$3:D3)',
    F3: '',
    A4: '2',
    B4: 'Rina &lt;x&gt;',
    E4: '=D4*$D$1+SUM(D$3:D4)',
    A5: '3',
    E5: '=D5*$D$1+SUM(D$3:D5)',
    A6: 'Jumlah',
    D6: '=SUM(D3:D5)+D3*2',
    E6: '=D6/2',
    A7: '=1+1; Rina &lt;x&gt;; Dewi; ',
    B7: '',
    E7: '=D7/2',
  })
  expect(excelCells(filled, 'xl/worksheets/sheet2.xml').A1).toBe('=SUM(Nominatif!D3:D5)+Nominatif!D6&amp;"D3"')
  const sheet = partOf(filled, 'xl/worksheets/sheet1.xml')
  // A name that begins like a formula is written as text.
  expect(sheet).toMatch(/<c r="B3"[^>]*t="inlineStr"/)
  expect(sheet).not.toMatch(/<c r="D3"[^>]*t=/)
  for (const kept of ['<mergeCell ref="A1:F1"/>', '<mergeCell ref="B5:B5"/>', '<mergeCell ref="A7:C7"/>', 'count="5"'])
    expect(sheet).toContain(kept)
  expect(sheet).toContain('sqref="D3:D5"')
  expect(sheet).toContain('<formula>$D$6</formula>')
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>')
  expect(sheet).toContain('<oddHeader>&amp;CTR &amp;&amp; 3</oddHeader>')
  expect(sheet).toContain('ht="30" customHeight="1"')
  const workbook = partOf(filled, 'xl/workbook.xml')
  expect(workbook).toContain('Nominatif!$A$1:$F$7')
  expect(workbook).toContain('Nominatif!$1:$1')
  expect(workbook).toContain('fullCalcOnLoad="1"')
  expect(partOf(filled, '[Content_Types].xml')).not.toContain('calcChain')
  // The bytes depend only on the filled values.
  expect(fillWorkbook((await cleanPackage('nominatif.xlsx', form())).office, values)).toEqual(filled)
})

test('a workbook of LibreOffice keeps its styles, merged cells, heights, print area and page setup', async () => {
  const made = new Uint8Array(readFileSync(join(import.meta.dirname, 'files/nominatif.xlsx')))
  const { office } = await cleanPackage('nominatif.xlsx', made)
  const filled = fillWorkbook(office, {
    kode_kelas: { text: 'TR-2024-03' },
    nama_balai: { text: 'UPT BLK' },
    jabatan_kepala: { text: 'Kepala' },
    nama_kepala: { text: 'Ahmad' },
    peserta: values.peserta.map(one => ({ ...one, jk: { text: 'P' } })),
  })
  expect(excelCells(filled)).toMatchObject({
    A1: 'DAFTAR NOMINATIF TR-2024-03',
    B4: '=1+1',
    C4: '36161',
    D6: '15',
    E6: '=D6/15*100',
    F6: 'P',
    D7: '=SUM(D4:D6)',
    E7: '=AVERAGE(E4:E6)',
    D9: 'Kepala,',
    D10: 'Ahmad',
  })
  const [before, after] = [partOf(made, 'xl/worksheets/sheet1.xml'), partOf(filled, 'xl/worksheets/sheet1.xml')]
  const height = (xml: string, row: number) =>
    new RegExp(`<row [^>]*r="${row}"[^>]*>`).exec(xml)?.[0].match(/ht="[^"]+"/)?.[0]
  expect([1, 4, 5, 6, 7].map(row => height(after, row))).toEqual([1, 4, 4, 4, 5].map(row => height(before, row)))
  for (const part of ['pageSetup', 'pageMargins', 'cols', 'printOptions']) {
    const shape = new RegExp(`<${part}[ >].*?(/>|</${part}>)`, 's')
    expect(after.match(shape)?.[0]).toEqual(before.match(shape)?.[0])
  }
  expect([...after.matchAll(/mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref).toSorted()).toEqual([
    'A1:F1',
    'A7:C7',
    'D10:F10',
    'D9:F9',
  ])
  expect(after).toContain('UPT BLK')
  expect(partOf(filled, 'xl/workbook.xml')).toMatch(/Print_Area[^<]*>(Nominatif!)?\$A\$1:\$F\$10</)
  // Unfilled parts are the same apart from XML white space.
  expect([...partOf(filled, 'xl/styles.xml').matchAll(/<xf /g)]).toHaveLength(26)
})

test('without people one empty row stays, and a sum over it is still right', async () => {
  const { office } = await cleanPackage('nominatif.xlsx', form())
  const cells = excelCells(fillWorkbook(office, { ...values, peserta: [] }))
  expect(cells).toMatchObject({ A3: '', B3: '', D3: '', D4: '=SUM(D3)+D3*2', A5: '' })
})

test.each([
  ['fetches', '<row r="1"><c r="A1"><f>WEBSERVICE("http://jauh.example")</f></c></row>', 'WEBSERVICE'],
  ['reads another file', '<row r="1"><c r="A1"><f>\'C:\\[lain.xlsx]A\'!A1</f></c></row>', 'berkas lain'],
  ['runs a program', '<row r="1"><c r="A1"><f>cmd|\'/c calc\'!A0</f></c></row>', 'berkas lain'],
])('a formula that %s is refused', async (_, data, what) => {
  await expect(cleanPackage('jahat.xlsx', excelFile({ rows: data }))).rejects.toMatchObject({
    data: { code: 'form_unsafe', what: expect.stringContaining(what) },
  })
})

test('links in cells are removed, data of another workbook is refused', async () => {
  const { office, removed } = await cleanPackage(
    'tautan.xlsx',
    excelFile({
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>situs</t></is></c></row>',
      behind: '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>',
      links: [{ id: 'rId9', kind: 'hyperlink', target: 'http://jauh.example', external: true }],
    }),
  )
  expect(removed).toHaveLength(1)
  expect(partOf(office.bytes(), 'xl/worksheets/sheet1.xml')).not.toContain('hyperlink')
  const other = excelFile({ rows: '', more: { 'xl/externalLinks/externalLink1.xml': '<x/>' } })
  await expect(cleanPackage('a.xlsx', other)).rejects.toMatchObject({ data: { code: 'form_unsafe' } })
})
