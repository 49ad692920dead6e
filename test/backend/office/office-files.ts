import { unzipSync, zipSync } from 'fflate'

// Builds Word and Excel files as Word and Excel write them: text split into runs, revision ids, spelling marks.

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

type Parts = Record<string, string | Uint8Array>

function zipped(parts: Parts): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(parts).map(([path, part]) => [
    path,
    typeof part === 'string' ? new TextEncoder().encode(part) : part,
  ])
  return new Uint8Array(zipSync(Object.fromEntries(bytes)))
}

export function asFile(name: string, bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], name)
}

/** A run as Word writes it after several edits. */
export function run(text: string, look = ''): string {
  return `<w:r w:rsidR="00A1${text.length}"><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph whose text is cut into runs at '|', with spelling marks and bookmarks between them. */
export function paragraph(text: string): string {
  const runs = text.split('|').map((piece, index) => run(piece, index % 2 === 1 ? '<w:b/>' : ''))
  const between =
    '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>'
  return `<w:p w:rsidR="00B2" w:rsidRDefault="00B2"><w:pPr><w:spacing w:after="0"/></w:pPr>${runs.join(between)}</w:p>`
}

export function table(...rows: string[][]): string {
  const width = rows[0]?.length ?? 1
  const cells = (row: string[]) =>
    row.map(text => `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`).join('')
  const grid = '<w:gridCol w:w="2400"/>'.repeat(width)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows
    .map(row => `<w:tr w:rsidR="00C3">${cells(row)}</w:tr>`)
    .join('')}</w:tbl>${paragraph('')}`
}

type Link = { id: string; kind: string; target: string; external?: boolean }

function relationships(links: readonly Link[]): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
    .map(
      ({ id, kind, target, external }) =>
        `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`
}

type WordFile = { body: string; header?: string; footer?: string; links?: Link[]; more?: Parts; type?: string }

/** A document with header and footer on A4. */
export function wordFile({
  body,
  header = '',
  footer = '',
  links = [],
  more = {},
  type,
}: WordFile): Uint8Array<ArrayBuffer> {
  const main = type ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const part = (kind: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`
  return zipped({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/><Override PartName="/word/header1.xml" ContentType="${part('header')}"/><Override PartName="/word/footer1.xml" ContentType="${part('footer')}"/></Types>`,
    '_rels/.rels': relationships([{ id: 'rId1', kind: 'officeDocument', target: 'word/document.xml' }]),
    'word/_rels/document.xml.rels': relationships([
      { id: 'rId10', kind: 'header', target: 'header1.xml' },
      { id: 'rId11', kind: 'footer', target: 'footer1.xml' },
      ...links,
    ]),
    'word/document.xml': `${head}<w:document ${w} ${r}><w:body>${body}<w:sectPr w:rsidR="00D4"><w:headerReference w:type="default" r:id="rId10"/><w:footerReference w:type="default" r:id="rId11"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/header1.xml': `${head}<w:hdr ${w} ${r}>${paragraph(header)}</w:hdr>`,
    'word/footer1.xml': `${head}<w:ftr ${w} ${r}>${paragraph(footer)}</w:ftr>`,
    ...more,
  })
}

/** The text of a document, one line per paragraph; the header comes first, the footer last. */
export function wordText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes)
  return ['word/header1.xml', 'word/document.xml', 'word/footer1.xml']
    .map(path => new TextDecoder().decode(parts[path]))
    .map(xml =>
      xml
        .replace(/<w:br\/>/g, '\n')
        .replace(/<\/w:tc>/g, '\t')
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&'),
    )
    .join('\n')
}

export function partOf(bytes: Uint8Array, path: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[path])
}

type ExcelFile = {
  /** The rows of the sheet in XML; texts by their index in `strings`. */
  rows: string
  strings?: string[]
  /** XML after the cells: merged cells, conditions, page setup. */
  behind?: string
  names?: string
  second?: string
  links?: Link[]
  more?: Parts
}

/** A workbook as Excel writes it: shared texts, and the calculation order in its own part. Style 1 is a date, 2 is money. */
export function excelFile({
  rows,
  strings = [],
  behind = '',
  names = '',
  second,
  links = [],
  more = {},
}: ExcelFile): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const part = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`
  const sheet = (data: string, rest: string) =>
    `${head}<worksheet xmlns="${main}" ${r}><dimension ref="A1:H20"/><sheetData>${data}</sheetData>${rest}</worksheet>`
  return zipped({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part('sheet.main')}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part('worksheet')}"/>${second === undefined ? '' : `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${part('worksheet')}"/>`}<Override PartName="/xl/styles.xml" ContentType="${part('styles')}"/><Override PartName="/xl/sharedStrings.xml" ContentType="${part('sharedStrings')}"/><Override PartName="/xl/calcChain.xml" ContentType="${part('calcChain')}"/></Types>`,
    '_rels/.rels': relationships([{ id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/_rels/workbook.xml.rels': relationships([
      { id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      ...(second === undefined ? [] : [{ id: 'rId2', kind: 'worksheet', target: 'worksheets/sheet2.xml' }]),
      { id: 'rId3', kind: 'styles', target: 'styles.xml' },
      { id: 'rId4', kind: 'sharedStrings', target: 'sharedStrings.xml' },
      { id: 'rId5', kind: 'calcChain', target: 'calcChain.xml' },
    ]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" ${r}><sheets><sheet name="Nominatif" sheetId="1" r:id="rId1"/>${second === undefined ? '' : '<sheet name="Rekap" sheetId="2" r:id="rId2"/>'}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}<calcPr calcId="191029"/></workbook>`,
    'xl/worksheets/sheet1.xml': sheet(rows, behind),
    ...(second === undefined ? {} : { 'xl/worksheets/sheet2.xml': sheet(second, '') }),
    ...(links.length === 0 ? {} : { 'xl/worksheets/_rels/sheet1.xml.rels': relationships(links) }),
    'xl/calcChain.xml': `${head}<calcChain xmlns="${main}"><c r="D9" i="1"/></calcChain>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map(text => `<si>${text.startsWith('<') ? text : `<t>${text}</t>`}</si>`).join('')}</sst>`,
    ...more,
  })
}

/** The cells of a filled sheet: 'A8' → text, number or '=formula'. */
export function excelCells(bytes: Uint8Array, path = 'xl/worksheets/sheet1.xml'): Record<string, string> {
  const parts = unzipSync(bytes)
  const xml = new TextDecoder().decode(parts[path])
  const shared = [...new TextDecoder().decode(parts['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si]) => (si ?? '').replace(/<[^>]+>/g, ''),
  )
  return Object.fromEntries(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
      ([, at = '', attributes = '', inside = '']) => {
        const formula = /<f[^>]*>(.*?)<\/f>/s.exec(inside)?.[1]
        if (formula !== undefined) return [at, `=${formula}`]
        const words = inside.replace(/<[^>]+>/g, '')
        return [at, attributes.includes('t="s"') ? (shared[Number(words)] ?? '') : words]
      },
    ),
  )
}
