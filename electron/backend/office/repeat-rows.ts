import { columnNumber, copyFormula, moveReferences, type ReferenceEnd, splitReference } from './cell-reference.ts'
import { type FormSheet, type FormWorkbook, rowsOf } from './workbook-form.ts'
import {
  append,
  childOf,
  childrenOf,
  copyOf,
  elementsOf,
  localName,
  newElement,
  setText,
  textOf,
  type XmlElement,
} from './xml-tree.ts'

/** Rows `from` to `to` of a sheet, to be repeated `times` times. */
type Block = { sheet: FormSheet; from: number; to: number; times: number }

/**
 * Repeats rows of a sheet with heights, merged cells and formulas. Rows below move down, and all references in the workbook follow: a sum over the
 * rows covers all copies. Returns the copies including the first.
 */
export function repeatRows(book: FormWorkbook, block: Block): XmlElement[][] {
  const { sheet, from, to, times } = block
  const height = to - from + 1
  const added = (times - 1) * height
  const own = rowsOf(sheet).filter(row => within(Number(row.attributes.r), from, to))
  for (const one of book.sheets)
    for (const formula of elementsOf(one.data, 'f')) {
      if (one === sheet && own.some(row => row === formula.parent?.parent)) continue
      setText(formula, moveFormula(textOf(formula), one === sheet, block))
      if (one === sheet && formula.attributes.ref) formula.attributes.ref = movedRange(formula.attributes.ref, block)
    }
  for (const name of elementsOf(book.root, 'definedName')) setText(name, moveFormula(textOf(name), false, block))
  for (const row of rowsOf(sheet)) if (Number(row.attributes.r) > to) placeRow(row, Number(row.attributes.r) + added)
  const copies = Array.from({ length: times }, (_, time) =>
    own.map(row => {
      const copy = copyOf(row)
      placeRow(copy, Number(row.attributes.r) + time * height)
      for (const formula of elementsOf(copy, 'f')) setText(formula, moveInside(textOf(formula), block, time * height))
      return copy
    }),
  )
  const [head] = own
  const first = head ? sheet.data.children.indexOf(head) : -1
  const flat = copies.flat()
  for (const row of flat) row.parent = sheet.data
  sheet.data.children.splice(first < 0 ? sheet.data.children.length : first, own.length, ...flat)
  moveMergedCells(block)
  moveOthers(book, block)
  return copies
}

function within(row: number, from: number, to: number): boolean {
  return row >= from && row <= to
}

function placeRow(row: XmlElement, number: number): void {
  row.attributes.r = String(number)
  for (const cell of childrenOf(row, 'c'))
    cell.attributes.r = `${splitReference(cell.attributes.r ?? 'A1').column}${number}`
}

/** References from outside: a range that ends in the rows covers all copies. */
function moveFormula(formula: string, isOwn: boolean, block: Block): string {
  return moveReferences(formula, (name, start, end, argumentOf) => {
    if (!(name === null ? isOwn : name === block.sheet.name)) return [start, end]
    // LibreOffice writes SUM(D4:D4) as SUM(D4); in a form with one row both mean all copies.
    const isSummed = end === null && summing.has(argumentOf) && within(start.row, block.from, block.to)
    return movedEnds(start, isSummed && block.times > 1 ? start : end, block)
  })
}

/** Functions that take a range. */
const summing = new Set(
  'SUM AVERAGE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIF SUMIFS AVERAGEIF MIN MAX MEDIAN PRODUCT SUMPRODUCT SUBTOTAL STDEV'.split(
    ' ',
  ),
)

function movedEnds(
  start: ReferenceEnd,
  end: ReferenceEnd | null,
  { from, to, times }: Block,
): [ReferenceEnd, ReferenceEnd | null] {
  const added = (times - 1) * (to - from + 1)
  const below = (one: ReferenceEnd) => (one.row > to ? { ...one, row: one.row + added } : one)
  return [below(start), end && (end.row >= from ? { ...end, row: end.row + added } : end)]
}

/** A formula in a copy: references to its own row move along; fixed ones cover all copies. */
function moveInside(formula: string, block: Block, lines: number): string {
  const { from, to, times } = block
  const added = (times - 1) * (to - from + 1)
  return moveReferences(formula, (name, start, end) => {
    if (name !== null && name !== block.sheet.name) return [start, end]
    const move = (one: ReferenceEnd, isEnd: boolean): ReferenceEnd => {
      if (one.row > to) return { ...one, row: one.row + added }
      if (one.row < from) return one
      if (!one.fixedRow) return { ...one, row: one.row + lines }
      return isEnd ? { ...one, row: one.row + added } : one
    }
    return [move(start, false), end && move(end, true)]
  })
}

/** 'A1:C3' or 'B2', as used outside of formulas. */
function movedRange(reference: string, block: Block): string {
  return reference
    .split(' ')
    .map(one => moveFormula(one, true, block))
    .join(' ')
}

function moveMergedCells(block: Block): void {
  const { sheet, from, to, times } = block
  const list = childOf(sheet.root, 'mergeCells')
  if (!list) return
  for (const merged of childrenOf(list, 'mergeCell')) {
    const reference = merged.attributes.ref ?? ''
    const [first = '', last = first] = reference.split(':')
    const isInside = within(splitReference(first).row, from, to) && within(splitReference(last).row, from, to)
    if (!isInside) merged.attributes.ref = movedRange(reference, block)
    else
      for (let time = 1; time < times; time += 1) {
        const copy = copyOf(merged)
        copy.attributes.ref = copyFormula(reference.replaceAll('$', ''), 0, time * (to - from + 1))
        append(list, copy)
      }
  }
  list.attributes.count = String(childrenOf(list, 'mergeCell').length)
}

const ranges = ['ref', 'sqref', 'activeCell', 'topLeftCell'] as const

/** Other parts with positions: conditional formats, validations, links, filters, page breaks, pictures, notes and tables. */
function moveOthers(book: FormWorkbook, block: Block): void {
  const { sheet, to, from, times } = block
  const added = (times - 1) * (to - from + 1)
  for (const element of elementsOf(sheet.root)) {
    if (element.name.endsWith('mergeCell') || element.name === 'f' || around(element, sheet.data)) continue
    for (const name of ranges) {
      const value = element.attributes[name]
      if (value && /^[A-Z]/.test(value)) element.attributes[name] = movedRange(value, block)
    }
    if (/^(formula|formula1|formula2)$/.test(localName(element)))
      setText(element, moveFormula(textOf(element), true, block))
  }
  for (const rows of childrenOf(sheet.root, 'rowBreaks'))
    for (const one of childrenOf(rows, 'brk')) if (Number(one.attributes.id) >= to) shift(one, 'id', added)
  const { office } = book
  for (const path of office.related(sheet.path, 'drawing'))
    for (const place of elementsOf(office.tree(path), 'from', 'to')) {
      const row = childOf(place, 'row')
      if (row && Number(textOf(row)) >= to) setText(row, String(Number(textOf(row)) + added))
    }
  for (const kind of ['table', 'comments'])
    for (const path of office.related(sheet.path, kind)) {
      const root = office.tree(path)
      for (const element of [root, ...elementsOf(root, 'autoFilter', 'comment', 'sortState')])
        if (element.attributes.ref) element.attributes.ref = movedRange(element.attributes.ref, block)
    }
  for (const path of office.related(sheet.path, 'vmlDrawing'))
    for (const row of elementsOf(office.soundTree(path) ?? newElement('none'), 'Row'))
      if (Number(textOf(row)) >= to) setText(row, String(Number(textOf(row)) + added))
}

function shift(element: XmlElement, name: string, added: number): void {
  element.attributes[name] = String(Number(element.attributes[name]) + added)
}

/** Whether it is inside the rows, where references were already moved. */
function around(element: XmlElement, data: XmlElement): boolean {
  for (let parent = element.parent; parent; parent = parent.parent) if (parent === data) return true
  return element === data
}

/** Writes a shared formula into each of its cells. */
export function writeSharedFormulas({ data }: FormSheet): void {
  const shared = new Map<string, { formula: string; column: number; row: number }>()
  for (const formula of elementsOf(data, 'f')) {
    const { t, si } = formula.attributes
    if (t !== 'shared' || si === undefined) continue
    const { column, row } = splitReference(formula.parent?.attributes.r ?? 'A1')
    const at = columnNumber(column)
    const first = shared.get(si)
    if (textOf(formula) !== '') shared.set(si, { formula: textOf(formula), column: at, row })
    else if (first) setText(formula, copyFormula(first.formula, at - first.column, row - first.row))
    formula.attributes = {}
  }
}
