import { type FoundToken, readToken } from '../../../shared/features/office-form/check-tokens.ts'
import { dayNumber } from '../../../shared/kernel/plain-date.ts'
import { columnLetters, columnNumber } from './cell-reference.ts'
import { isDateFormat } from './date-formats.ts'
import { type FormValues, fillText, isText, itemsOf, tokenShape, valueIn } from './form-values.ts'
import type { OfficePackage } from './office-package.ts'
import { repeatRows, writeSharedFormulas } from './repeat-rows.ts'
import {
  cellText,
  type FormSheet,
  type FormWorkbook,
  nameCells,
  readWorkbook,
  textHolder,
  textsOf,
} from './workbook-form.ts'
import {
  childOf,
  childrenOf,
  copyOf,
  elementsOf,
  newElement,
  removeNode,
  setText,
  textOf,
  type XmlElement,
} from './xml-tree.ts'

/** Tokens of a workbook by sheet: cells row by row, then header and footer. */
export function findWorkbookTokens(office: OfficePackage): FoundToken[][] {
  const book = readWorkbook(office)
  return book.sheets.map(sheet => {
    nameCells(sheet, columnLetters, columnNumber)
    const cells = elementsOf(sheet.data, 'c').flatMap(cell => {
      const place = `${sheet.name}!${cell.attributes.r}`
      return [...cellText(cell, book.strings).matchAll(tokenShape)].map(({ 0: raw }) => ({ raw, place }))
    })
    const margins = marginsOf(sheet).flatMap(element =>
      [...textOf(element).matchAll(tokenShape)].map(({ 0: raw }) => ({
        raw,
        place: `${sheet.name}, kepala atau kaki halaman`,
      })),
    )
    return [...cells, ...margins]
  })
}

/** Row lists nested in row lists, which cannot be filled; returns them with their place. */
export function nestedRows(office: OfficePackage): FoundToken[] {
  const book = readWorkbook(office)
  return book.sheets.flatMap(sheet => {
    nameCells(sheet, columnLetters, columnNumber)
    let open: string | null = null
    return rowMarks(sheet, book.strings).flatMap(({ raw, cell }) => {
      const { mark, name } = readToken(raw)
      if (mark === '/') {
        if (name === open) open = null
        return []
      }
      if (open !== null) return [{ raw, place: `${sheet.name}!${cell.attributes.r}` }]
      open = name
      return []
    })
  })
}

/** Fills a workbook; layout, formulas and page setup are unchanged. Excel recalculates when it is opened. */
export function fillWorkbook(office: OfficePackage, values: FormValues): Uint8Array<ArrayBuffer> {
  const book = readWorkbook(office)
  const dates = dateStyles(office)
  for (const sheet of book.sheets) {
    nameCells(sheet, columnLetters, columnNumber)
    writeSharedFormulas(sheet)
  }
  for (const sheet of book.sheets) {
    const filled = new Set<XmlElement>()
    fillRows(book, sheet, values, dates, filled)
    for (const cell of elementsOf(sheet.data, 'c')) if (!filled.has(cell)) fillCell(cell, book.strings, [values], dates)
    for (const element of marginsOf(sheet)) setText(element, fillMargin(textOf(element), values))
  }
  fillDrawings(book, values)
  for (const sheet of book.sheets) for (const formula of elementsOf(sheet.data, 'f')) forgetResult(formula)
  reckonAnew(book)
  return office.bytes()
}

type RowMark = { raw: string; cell: XmlElement; row: number }

/** Tokens that open in one cell and close in another repeat rows; those within one cell repeat text. */
function rowMarks({ data }: FormSheet, strings: readonly XmlElement[]): RowMark[] {
  return elementsOf(data, 'c').flatMap(cell => {
    const row = Number(cell.parent?.attributes.r)
    const kept: RowMark[] = []
    for (const { 0: raw } of cellText(cell, strings).matchAll(tokenShape)) {
      const { mark, name } = readToken(raw)
      const last = kept.at(-1)
      if (mark === '/' && last && readToken(last.raw).mark === '#' && ['', readToken(last.raw).name].includes(name))
        kept.pop()
      else if (mark !== '') kept.push({ raw, cell, row })
    }
    return kept
  })
}

function fillRows(
  book: FormWorkbook,
  sheet: FormSheet,
  values: FormValues,
  dates: readonly boolean[],
  filled: Set<XmlElement>,
): void {
  const marks = rowMarks(sheet, book.strings)
  const blocks: { name: string; open: RowMark; close: RowMark }[] = []
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const [open, close] = [marks[index], marks[index + 1]]
    if (open && close) blocks.push({ name: readToken(open.raw).name, open, close })
  }
  // From the bottom, so that row numbers above stay valid.
  for (const { name, open, close } of blocks.toReversed()) {
    const items = itemsOf(valueIn([values], name))
    takeOut(open.cell, open.raw, book.strings)
    takeOut(close.cell, close.raw, book.strings)
    // Without entries one empty row remains, because totals below need it.
    const copies = repeatRows(book, { sheet, from: open.row, to: close.row, times: Math.max(1, items.length) })
    copies.forEach((rows, index) => {
      const item = items[index]
      for (const cell of rows.flatMap(row => childrenOf(row, 'c'))) {
        fillCell(cell, book.strings, item ? [item, values] : [emptied, values], dates)
        filled.add(cell)
      }
    })
  }
}

/** Returns '' for every token. */
const emptied: FormValues = new Proxy(
  {},
  {
    get: () => ({ text: '' }),
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: { text: '' } }),
  },
)

function takeOut(cell: XmlElement, raw: string, strings: readonly XmlElement[]): void {
  const own = ownTexts(cell, strings)
  const words = own.map(textOf).join('')
  const at = readToken(raw).mark === '/' ? words.lastIndexOf(raw) : words.indexOf(raw)
  if (at >= 0) spread(own, at, raw.length)
}

/** Gives a cell its own text, because a shared one is used by other cells too. */
function ownTexts(cell: XmlElement, strings: readonly XmlElement[]): XmlElement[] {
  const holder = textHolder(cell, strings)
  if (!holder) return []
  if (cell.attributes.t === 'inlineStr') return textsOf(holder)
  const own = newElement('is', {}, copyOf(holder).children)
  cell.attributes.t = 'inlineStr'
  cell.children = [own]
  own.parent = cell
  return textsOf(own)
}

/** Removes characters from consecutive texts and leaves the rest in their runs. */
function spread(texts: readonly XmlElement[], at: number, length: number): void {
  let before = 0
  for (const text of texts) {
    const words = textOf(text)
    const from = Math.max(0, at - before)
    const to = Math.min(words.length, at + length - before)
    if (to > from) setText(text, words.slice(0, from) + words.slice(to))
    before += words.length
  }
}

function fillCell(
  cell: XmlElement,
  strings: readonly XmlElement[],
  scopes: readonly FormValues[],
  dates: readonly boolean[],
): void {
  const words = cellText(cell, strings)
  if (!/[{}]/.test(words)) return
  const alone = /^\{([^{}#/]+)\}$/.exec(words.trim())?.[1]
  const value = alone === undefined ? undefined : valueIn(scopes, alone)
  if (isText(value)) {
    const day = value.date && dates[Number(cell.attributes.s ?? 0)] ? dayOfExcel(value.date) : undefined
    const number = day ?? value.number
    if (value.text === '') {
      empty(cell)
      return
    }
    if (number !== undefined) {
      delete cell.attributes.t
      cell.children = [newElement('v', {}, [String(number)])]
      return
    }
  }
  fillTexts(ownTexts(cell, strings), scopes)
  if (cellText(cell, strings) === '') empty(cell)
}

function empty(cell: XmlElement): void {
  delete cell.attributes.t
  cell.children = []
}

/** Runs with different fonts are filled separately, unless a token spans several: then the first font is used for all. */
function fillTexts(texts: readonly XmlElement[], scopes: readonly FormValues[]): void {
  const words = texts.map(textOf)
  const isWhole = words.every(one => {
    const tokens = [...one.matchAll(tokenShape)].map(({ 0: raw }) => raw)
    const depth = tokens.reduce((sum, raw) => sum + (raw.startsWith('{#') ? 1 : raw.startsWith('{/') ? -1 : 0), 0)
    return depth === 0 && tokens.every(raw => raw.length > 1)
  })
  for (const [index, text] of texts.entries()) {
    const own = isWhole ? (words[index] ?? '') : index === 0 ? words.join('') : ''
    setText(text, fillText(own, scopes))
  }
}

function marginsOf({ root }: FormSheet): XmlElement[] {
  return elementsOf(root, 'oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter')
}

/** A single & would start a code in headers and footers. */
function fillMargin(text: string, values: FormValues): string {
  return text
    .split(/(\{[^{}]*\})/)
    .map((piece, index) => (index % 2 === 0 ? piece : fillText(piece, [values]).replace(/&/g, '&&')))
    .join('')
}

function fillDrawings({ office, sheets }: FormWorkbook, values: FormValues): void {
  for (const { path } of sheets)
    for (const drawing of office.related(path, 'drawing'))
      for (const paragraph of elementsOf(office.tree(drawing), 'p'))
        if (/\{/.test(textOf(paragraph))) fillTexts(elementsOf(paragraph, 't'), [values])
}

function forgetResult(formula: XmlElement): void {
  const cell = formula.parent
  if (!cell) return
  for (const value of childrenOf(cell, 'v')) removeNode(value)
  delete cell.attributes.t
}

/** Removes the calculation chain, which is outdated; Excel makes a new one. */
function reckonAnew({ office, root }: FormWorkbook): void {
  const { path, entries } = office.relationships(office.main)
  for (const one of entries) {
    if (!/\/calcChain$/.test(one.attributes.Type ?? '')) continue
    removeNode(one)
    office.remove(`xl/${one.attributes.Target ?? ''}`.replace('xl//xl/', 'xl/'))
  }
  if (path === '') return
  const known = childOf(root, 'calcPr')
  if (known) known.attributes.fullCalcOnLoad = '1'
  else {
    const added = newElement('calcPr', { fullCalcOnLoad: '1' })
    added.parent = root
    const after = root.children.findIndex(
      child =>
        typeof child !== 'string' &&
        /^(oleSize|customWorkbookViews|pivotCaches|webPublishing|fileRecoveryPr|webPublishObjects|extLst)$/.test(
          child.name,
        ),
    )
    root.children.splice(after < 0 ? root.children.length : after, 0, added)
  }
}

/** By style number: whether it shows a number as a date. */
function dateStyles(office: OfficePackage): boolean[] {
  const [path] = office.related(office.main, 'styles')
  if (!path) return []
  const root = office.tree(path)
  const own = new Map(elementsOf(root, 'numFmt').map(one => [one.attributes.numFmtId, one.attributes.formatCode ?? '']))
  const styles = childOf(root, 'cellXfs')
  return (styles ? childrenOf(styles, 'xf') : []).map(({ attributes: { numFmtId = '0' } }) => {
    return isDateFormat(Number(numFmtId), own.get(numFmtId))
  })
}

function dayOfExcel(date: Parameters<typeof dayNumber>[0]): number {
  return dayNumber(date) + 25_569
}
