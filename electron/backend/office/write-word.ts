import { strToU8, zipSync } from 'fflate'
import {
  linesOf,
  lineText,
  type Outline,
  type OutlineTable,
  type OutlineText,
  type OutlineWord,
} from '../pdf/outline.ts'
import type { Cell, Row } from '../pdf/table/table.ts'
import { append, newElement, writeXml, type XmlElement } from './xml-tree.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** Word uses twentieths of a point. */
const twips = 1440 / 25.4

function w(name: string, attributes: Record<string, string | number> = {}, children: XmlElement[] = []): XmlElement {
  const own = Object.entries(attributes).map(([key, value]) => [`w:${key}`, String(value)])
  return newElement(`w:${name}`, Object.fromEntries(own), children)
}

function run(text: string, size: number, bold: boolean): XmlElement {
  const half = Math.max(12, Math.round(size * 2))
  const look = w('rPr', {}, [...(bold ? [w('b')] : []), w('sz', { val: half }), w('szCs', { val: half })])
  const words = newElement('w:t', { 'xml:space': 'preserve' }, [text])
  return w('r', {}, [look, words])
}

function paragraph(runs: XmlElement[], align: string, indent = 0): XmlElement {
  const settings = w('pPr', {}, [
    w('spacing', { after: 0, line: 252, lineRule: 'auto' }),
    ...(indent > 0 ? [w('ind', { left: Math.round(indent * twips) })] : []),
    w('jc', { val: align }),
  ])
  return w('p', {}, [settings, ...runs])
}

/** A paper as a Word document with the same text: paragraphs, tables, signatures side by side. Pictures are left out. */
export function writeWord(title: string, outline: Outline): Uint8Array<ArrayBuffer> {
  const body = w('body')
  let before: OutlineText | OutlineTable | null = null
  for (const group of besides(outline)) {
    const [first] = group
    if (!first) continue
    if (needsGap(before, first)) append(body, paragraph([], 'left'))
    if (first.kind === 'table') append(body, tableOf(first, outline))
    else if (group.length === 1) for (const one of paragraphsOf(first, outline)) append(body, one)
    else append(body, besideTable(group as OutlineText[], outline))
    before = group.at(-1) ?? first
  }
  append(body, paragraph([], 'left'))
  const edge = Math.round(outline.left * twips)
  const across = outline.width > outline.height ? { orient: 'landscape' } : {}
  append(
    body,
    w('sectPr', {}, [
      w('pgSz', { w: Math.round(outline.width * twips), h: Math.round(outline.height * twips), ...across }),
      w('pgMar', {
        top: 850,
        right: Math.round((outline.width - outline.right) * twips),
        bottom: 850,
        left: edge,
        header: 400,
        footer: 400,
        gutter: 0,
      }),
    ]),
  )
  return packed(title, newElement('w:document', { 'xmlns:w': main }, [body]))
}

/** Blocks in order; those side by side on the page are one group. */
function besides({ blocks }: Outline): (OutlineText | OutlineTable)[][] {
  const groups: (OutlineText | OutlineTable)[][] = []
  for (const block of blocks) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const overlaps =
      block.kind === 'text' &&
      last?.kind === 'text' &&
      last.page === block.page &&
      // Facts side by side have one line each; signatures have several.
      new Set(block.words.map(word => word.y)).size > 1 &&
      new Set(last.words.map(word => word.y)).size > 1 &&
      top(block) < bottom(last) + 0.2 &&
      (block.words[0]?.x ?? 0) > right(last)
    if (group && overlaps) group.push(block)
    else groups.push([block])
  }
  return groups
}

const top = ({ words }: OutlineText) => Math.min(...words.map(word => word.y))
const bottom = ({ words }: OutlineText) => Math.max(...words.map(word => word.y))
const right = ({ words }: OutlineText) => Math.max(...words.map(word => word.x))

function needsGap(before: OutlineText | OutlineTable | null, block: OutlineText | OutlineTable): boolean {
  if (before === null) return false
  if (before.kind === 'table' || block.kind === 'table') return true
  return before.page === block.page && top(block) - bottom(before) > 6.5
}

function paragraphsOf(text: OutlineText, outline: Outline, isCell = false): XmlElement[] {
  const usable = outline.right - outline.left
  const lines = linesOf(text, usable)
  return lines.flatMap((line, index) => {
    const [first] = line
    // Keeps the space for the signature.
    const gap = (first?.y ?? 0) - (lines[index - 1]?.[0]?.y ?? first?.y ?? 0)
    const room = Array.from({ length: gap > 8 ? Math.min(5, Math.round(gap / 5) - 1) : 0 }, () => paragraph([], 'left'))
    const x = first?.x ?? outline.left
    const runs = joined(line).map(word => run(word.text, word.size, word.bold || text.heading))
    if (isCell) return [...room, paragraph(runs, 'center')]
    const isFlowing = new Set(line.map(word => word.y)).size > 1
    if (isFlowing) return paragraph(runs, 'both', Math.max(0, x - outline.left))
    const middle = x + lineText(line).length * (first?.size ?? 10) * 0.09
    const isCentred = x > outline.left + 8 && Math.abs(middle - (outline.left + outline.right) / 2) < 14
    return [...room, paragraph(runs, isCentred ? 'center' : 'left', isCentred ? 0 : Math.max(0, x - outline.left))]
  })
}

/** Joins neighbouring words of the same font into one run. */
function joined(line: readonly OutlineWord[]): OutlineWord[] {
  const runs: OutlineWord[] = []
  for (const word of line) {
    const last = runs.at(-1)
    if (last && last.bold === word.bold && last.size === word.size)
      last.text = `${last.text.trimEnd()} ${word.text.trim()}`
    else runs.push({ ...word, text: `${runs.length > 0 ? ' ' : ''}${word.text.trim()}` })
  }
  return runs
}

/** Signatures side by side, in a table without borders. */
function besideTable(group: readonly OutlineText[], outline: Outline): XmlElement {
  const width = Math.round(((outline.right - outline.left) / group.length) * twips)
  const cells = group.map(text =>
    w('tc', {}, [w('tcPr', {}, [w('tcW', { w: width, type: 'dxa' })]), ...paragraphsOf(text, outline, true)]),
  )
  return w('tbl', {}, [
    w('tblPr', {}, [w('tblW', { w: width * group.length, type: 'dxa' }), w('tblLayout', { type: 'fixed' })]),
    w(
      'tblGrid',
      {},
      group.map(() => w('gridCol', { w: width })),
    ),
    w('tr', {}, [w('trPr', {}, [w('cantSplit')]), ...cells]),
  ])
}

function tableOf({ table, rows }: OutlineTable, outline: Outline): XmlElement {
  const usable = outline.right - outline.left
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = table.columns.map(column => Math.round(((column.width * Math.min(total, usable)) / total) * twips))
  const cell = (text: string, column: number, span: number, align: string, size: number, bold: boolean) => {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0)
    const settings = w('tcPr', {}, [
      w('tcW', { w: width, type: 'dxa' }),
      ...(span > 1 ? [w('gridSpan', { val: span })] : []),
      w('vAlign', { val: 'center' }),
    ])
    return w('tc', {}, [settings, paragraph(text === '' ? [] : [run(text, Math.max(7, size - 0.5), bold)], align)])
  }
  const heads = table.columns.map((column, index) => cell(headOf(column.title), index, 1, 'center', 9, true))
  const border = (name: string) => w(name, { val: 'single', sz: 4, space: 0, color: 'auto' })
  return w('tbl', {}, [
    w('tblPr', {}, [
      w('tblW', { w: widths.reduce((sum, one) => sum + one, 0), type: 'dxa' }),
      w('tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
      w('tblLayout', { type: 'fixed' }),
      w('tblCellMar', {}, [w('left', { w: 30, type: 'dxa' }), w('right', { w: 30, type: 'dxa' })]),
    ]),
    w(
      'tblGrid',
      {},
      widths.map(width => w('gridCol', { w: width })),
    ),
    w('tr', {}, [w('trPr', {}, [w('cantSplit'), w('tblHeader')]), ...heads]),
    ...rows.map(row =>
      w('tr', {}, [
        w('trPr', {}, [w('cantSplit')]),
        ...cellsOf(row, table.columns.length).map(({ cell: one, column, span }) => {
          const align = one.align ?? table.columns[column]?.align ?? 'left'
          const size = one.size ?? table.columns[column]?.size ?? 9.5
          return cell(one.text, column, span, align, size, one.face?.includes('bold') === true)
        }),
      ]),
    ),
  ])
}

/** The title of a column on one line. */
export function headOf(title: string | readonly { text: string }[]): string {
  return (typeof title === 'string' ? title : title.map(line => line.text).join(' ')).replaceAll('\n', ' ')
}

/** Cells of a row with positions; uncovered columns get empty ones. */
export function cellsOf(row: Row, columns: number): { cell: Cell; column: number; span: number }[] {
  const placed: { cell: Cell; column: number; span: number }[] = []
  let column = 0
  for (const one of row.cells) {
    const cell = typeof one === 'string' ? { text: one } : one
    const span = Math.min(cell.span ?? 1, columns - column)
    if (span < 1) break
    placed.push({ cell, column, span })
    column += span
  }
  for (; column < columns; column += 1) placed.push({ cell: { text: '' }, column, span: 1 })
  return placed
}

function packed(title: string, document: XmlElement): Uint8Array<ArrayBuffer> {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const properties = newElement(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    [newElement('dc:title', {}, [title])],
  )
  const parts = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${links}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    'docProps/core.xml': strToU8(writeXml(properties)),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': xml(
      `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="21"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
    ),
    'word/document.xml': strToU8(writeXml(document)),
  }
  return new Uint8Array(zipSync(parts, { mtime: '1980-01-02' }))
}
