import { type OfficePackage, targetOf } from './office-package.ts'
import { childOf, childrenOf, elementsOf, localName, textOf, type XmlElement } from './xml-tree.ts'

export type FormSheet = { name: string; path: string; root: XmlElement; data: XmlElement }

/** Sheets with cells in order, and the shared strings. */
export type FormWorkbook = { office: OfficePackage; root: XmlElement; sheets: FormSheet[]; strings: XmlElement[] }

export function readWorkbook(office: OfficePackage): FormWorkbook {
  const { main } = office
  const root = office.tree(main)
  const targets = new Map(
    office.relationships(main).entries.map(one => [one.attributes.Id, targetOf(main, one.attributes.Target ?? '')]),
  )
  const sheets = elementsOf(root, 'sheet').flatMap(sheet => {
    const id = Object.entries(sheet.attributes).find(([name]) => name.endsWith(':id'))?.[1]
    const path = targets.get(id ?? '') ?? ''
    if (!office.has(path)) return []
    const own = office.tree(path)
    const data = childOf(own, 'sheetData')
    return data ? [{ name: sheet.attributes.name ?? '', path, root: own, data }] : []
  })
  const [shared] = office.related(main, 'sharedStrings')
  return { office, root, sheets, strings: shared ? childrenOf(office.tree(shared), 'si') : [] }
}

/** The element with the text of a cell, shared or own; undefined for a number or formula. */
export function textHolder(cell: XmlElement, strings: readonly XmlElement[]): XmlElement | undefined {
  if (childOf(cell, 'f')) return undefined
  if (cell.attributes.t === 'inlineStr') return childOf(cell, 'is')
  const value = childOf(cell, 'v')
  return cell.attributes.t === 's' && value ? strings[Number(textOf(value))] : undefined
}

/** Texts of a cell, without phonetic hints. */
export function textsOf(holder: XmlElement): XmlElement[] {
  return elementsOf(holder, 't').filter(text => text.parent !== null && localName(text.parent) !== 'rPh')
}

export function cellText(cell: XmlElement, strings: readonly XmlElement[]): string {
  const holder = textHolder(cell, strings)
  return holder ? textsOf(holder).map(textOf).join('') : ''
}

export function rowsOf({ data }: FormSheet): XmlElement[] {
  return childrenOf(data, 'row')
}

/** Adds the optional references of rows and cells. */
export function nameCells(
  sheet: FormSheet,
  letters: (column: number) => string,
  number: (letters: string) => number,
): void {
  let row = 0
  for (const line of rowsOf(sheet)) {
    row = Number(line.attributes.r ?? row + 1)
    line.attributes.r = String(row)
    let column = 0
    for (const cell of childrenOf(line, 'c')) {
      const own = /^[A-Z]+/.exec(cell.attributes.r ?? '')?.[0]
      column = own ? number(own) : column + 1
      cell.attributes.r = `${letters(column)}${row}`
    }
  }
}
