import { type OfficePackage, targetOf } from './office-package.ts'
import { childOf, childrenOf, elementsOf, localName, textOf, type XmlElement } from './xml-tree.ts'

export type FormSheet = { name: string; path: string; root: XmlElement; data: XmlElement }

/** The sheets of a workbook with cells, in their order, and its shared texts. */
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

/** The element that holds the text of a cell: a shared text, or its own; undefined for a number or a formula. */
export function textHolder(cell: XmlElement, strings: readonly XmlElement[]): XmlElement | undefined {
  if (childOf(cell, 'f')) return undefined
  if (cell.attributes.t === 'inlineStr') return childOf(cell, 'is')
  const value = childOf(cell, 'v')
  return cell.attributes.t === 's' && value ? strings[Number(textOf(value))] : undefined
}

/** The texts of a cell, without the reading aids of Asian scripts. */
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

/** Rows and cells may leave out where they are; here every one says it. */
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
