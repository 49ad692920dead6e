import { TemplateHandler } from 'easy-template-x'
import { type FoundToken, readToken } from '../../../shared/features/office-form/check-tokens.ts'
import { fileType } from '../files/file-type.ts'
import { type FormValue, type FormValues, isList, isPicture, isText, tokenShape } from './form-values.ts'
import { type OfficePackage, openPackage } from './office-package.ts'
import {
  append,
  around,
  childOf,
  childrenOf,
  copyOf,
  elementsOf,
  localName,
  newElement,
  removeNode,
  textOf,
  type XmlElement,
} from './xml-tree.ts'

/** Fillable parts of a document in reading order. */
function storiesOf(office: OfficePackage): { path: string; called: string }[] {
  const { main } = office
  const parts = (kind: string, called: string) => office.related(main, kind).map(path => ({ path, called }))
  return [...parts('header', 'Kepala halaman'), { path: main, called: '' }, ...parts('footer', 'Kaki halaman')]
}

/** The tokens of a document by part; for replaced pictures in the alternative text. */
export function findWordTokens(office: OfficePackage): FoundToken[][] {
  return storiesOf(office).map(({ path, called }) => tokensOfStory(office.tree(path), called))
}

/** Tokens in notes and comments, which are not filled. */
export function findLostTokens(office: OfficePackage): FoundToken[] {
  const { main } = office
  const parts = [
    ...office.related(main, 'footnotes').map(path => ({ path, called: 'Catatan kaki' })),
    ...office.related(main, 'endnotes').map(path => ({ path, called: 'Catatan akhir' })),
  ]
  return parts.flatMap(({ path, called }) => tokensOfStory(office.tree(path), called))
}

function tokensOfStory(root: XmlElement, called: string): FoundToken[] {
  const found: FoundToken[] = []
  const tables: XmlElement[] = []
  let paragraphs = 0
  for (const element of elementsOf(root, 'p', 'docPr')) {
    if (localName(element) === 'docPr') {
      for (const [raw] of (element.attributes.descr ?? '').matchAll(tokenShape))
        found.push({ raw, place: [called, 'teks alternatif gambar'].filter(Boolean).join(', ') })
      continue
    }
    const cell = around(element, 'tc')
    if (!cell) paragraphs += 1
    const text = ownTexts(element).map(textOf).join('')
    for (const { 0: raw } of text.matchAll(tokenShape)) {
      const place = cell
        ? cellPlace(cell, tables)
        : around(element, 'txbxContent')
          ? 'kotak teks'
          : `paragraf ${paragraphs}`
      found.push({ raw, place: `${[called, place].filter(Boolean).join(', ')}: “${snippet(text, raw)}”` })
    }
  }
  return found
}

/** Texts of a paragraph, without those of an attached text box. */
function ownTexts(paragraph: XmlElement): XmlElement[] {
  return elementsOf(paragraph, 't').filter(text => around(text, 'p') === paragraph)
}

function cellPlace(cell: XmlElement, tables: XmlElement[]): string {
  const row = around(cell, 'tr')
  const table = around(cell, 'tbl')
  if (!row || !table) return 'tabel'
  if (!tables.includes(table)) tables.push(table)
  const line = childrenOf(table, 'tr').indexOf(row) + 1
  return `tabel ${tables.indexOf(table) + 1} baris ${line} kolom ${childrenOf(row, 'tc').indexOf(cell) + 1}`
}

function snippet(text: string, raw: string): string {
  const at = text.indexOf(raw)
  const from = Math.max(0, at - 20)
  const to = Math.min(text.length, at + raw.length + 20)
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

/** Tokens outside of the body, which are the same on every page. */
export function namesInMargins(office: OfficePackage): string[] {
  return storiesOf(office)
    .filter(story => story.called !== '')
    .flatMap(({ path, called }) => tokensOfStory(office.tree(path), called))
    .map(({ raw }) => readToken(raw).name)
}

export async function fillWord(office: OfficePackage, values: FormValues): Promise<Uint8Array<ArrayBuffer>> {
  const handler = new TemplateHandler({ maxXmlDepth: 100 })
  const filled = await handler.process(Buffer.from(office.bytes()), dataOf(values) as never)
  return new Uint8Array(filled)
}

const everybody = 'setiap_orang'

/** One document for several people, each on separate pages numbered from 1. */
export async function fillWordForAll(
  office: OfficePackage,
  people: readonly FormValues[],
): Promise<Uint8Array<ArrayBuffer>> {
  const body = bodyOf(office)
  const section = childOf(body, 'sectPr')
  if (!section || people.length < 2) return fillWord(office, people[0] ?? {})
  const content = body.children.filter(child => child !== section)
  const own = copyOf(section)
  restartPages(own)
  restartPages(section)
  const last = childrenOf(body)
    .filter(child => child !== section)
    .at(-1)
  const closes = last && localName(last) === 'p' ? last : newElement('w:p')
  const settings = childOf(closes, 'pPr') ?? newElement('w:pPr')
  if (settings.parent === null) {
    settings.parent = closes
    closes.children.unshift(settings)
  }
  // sectPr must be before the change marks.
  const change = settings.children.findIndex(child => typeof child !== 'string' && localName(child) === 'pPrChange')
  own.parent = settings
  settings.children.splice(change < 0 ? settings.children.length : change, 0, own)
  body.children = []
  append(body, marker(`{#${everybody}}`))
  for (const child of content) append(body, child)
  if (closes !== last) append(body, closes)
  append(body, marker(`{/${everybody}}`))
  append(body, section)
  const filled = await openPackage('formulir.docx', await fillWord(office, { ...people[0], [everybody]: people }))
  const merged = bodyOf(filled)
  // The last section belongs to the document; another one would add an empty page.
  const ends = childrenOf(merged, 'p').filter(one => sectionOf(one))
  const end = ends.at(-1)
  if (end) removeNode(sectionOf(end) as XmlElement)
  return filled.bytes()
}

function bodyOf(office: OfficePackage): XmlElement {
  return childOf(office.tree(office.main), 'body') ?? newElement('w:body')
}

function sectionOf(paragraph: XmlElement): XmlElement | undefined {
  const settings = childOf(paragraph, 'pPr')
  return settings && childOf(settings, 'sectPr')
}

function restartPages(section: XmlElement): void {
  for (const type of childrenOf(section, 'type')) type.attributes['w:val'] = 'nextPage'
  const numbers = childOf(section, 'pgNumType')
  if (numbers) numbers.attributes['w:start'] = '1'
  else {
    const added = newElement('w:pgNumType', { 'w:start': '1' })
    added.parent = section
    // At the position that the schema of Word requires.
    const after = section.children.findIndex(
      child =>
        typeof child !== 'string' &&
        /^(cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange)$/.test(
          localName(child),
        ),
    )
    section.children.splice(after < 0 ? section.children.length : after, 0, added)
  }
}

function marker(words: string): XmlElement {
  return newElement('w:p', {}, [newElement('w:r', {}, [newElement('w:t', {}, [words])])])
}

/** A blank line. */
const dots = '……………'
/** Pixels of the library, 96 per inch. */
const pixels = 96 / 25.4

function dataOf(values: FormValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, contentOf(value)]))
}

function contentOf(value: FormValue): unknown {
  if (isList(value)) return value.map(dataOf)
  if (isText(value)) return value.text === '' ? dots : value.text
  if (!isPicture(value)) return value
  if (value.picture === null) return ''
  return {
    _type: 'image',
    source: Buffer.from(value.picture),
    format: fileType(value.picture) ?? 'image/jpeg',
    width: Math.round(value.widthMm * pixels),
    height: Math.round(value.heightMm * pixels),
    altText: value.says,
  }
}
