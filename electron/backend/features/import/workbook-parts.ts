import { mostCellLetters } from '../../../../shared/features/import/cell.ts'
import { type ImportProgress, megabytesAllowed, rowsAllowed } from '../../../../shared/features/import/contract.ts'
import { DomainError } from '../../domain-error.ts'
import { isDateFormat } from '../../office/date-formats.ts'
import type { Work } from '../../running-work.ts'
import { readXml } from './read-xml.ts'
import type { ZipParts } from './zip-parts.ts'

/** About a hundred columns for each person of the longest list; more is an attack on memory. */
export const mostCells = 2_000_000

export function tooLarge(): DomainError {
  return new DomainError({ code: 'workbook_too_large', megabytes: megabytesAllowed, rows: rowsAllowed })
}

/** @throws DomainError cell_too_long */
export function assertCellLength(text: string, row: number | null): void {
  if (text.length > mostCellLetters) throw new DomainError({ code: 'cell_too_long', row, letters: mostCellLetters })
}

export type SheetPart = { name: string; path: string; hidden: boolean }
export type WorkbookParts = {
  sheets: SheetPart[]
  strings: string[]
  /** By style number: whether it shows a number as a date. */
  dateStyles: boolean[]
  from1904: boolean
}

/** Shared parts of a workbook. Links to other files, macros and formulas are never opened. */
export async function readWorkbookParts(zip: ZipParts, work: Work<ImportProgress>): Promise<WorkbookParts> {
  const targets = new Map<string, { path: string; type: string }>()
  await readPart(zip, 'xl/_rels/workbook.xml.rels', work, (name, attributes) => {
    if (name !== 'Relationship') return
    const { Id = '', Target = '', Type = '' } = attributes()
    targets.set(Id, {
      path: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
      type: Type.slice(Type.lastIndexOf('/') + 1),
    })
  })
  const sheets: SheetPart[] = []
  let from1904 = false
  await readPart(zip, 'xl/workbook.xml', work, (name, attributes) => {
    if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '')
    if (name !== 'sheet') return
    const found = attributes()
    const id = Object.entries(found).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const target = targets.get(id)
    if (target?.type !== 'worksheet') return
    sheets.push({
      name: unescaped(found.name ?? ''),
      path: target.path,
      hidden: (found.state ?? 'visible') !== 'visible',
    })
  })
  const partOf = (type: string) => [...targets.values()].find(target => target.type === type)?.path ?? ''
  return {
    sheets: sheets.filter(sheet => zip.has(sheet.path)),
    strings: zip.has(partOf('sharedStrings')) ? await readStrings(zip, partOf('sharedStrings'), work) : [],
    dateStyles: zip.has(partOf('styles')) ? await readDateStyles(zip, partOf('styles'), work) : [],
    from1904,
  }
}

async function readPart(
  zip: ZipParts,
  path: string,
  work: Work<ImportProgress>,
  open: (name: string, attributes: () => Record<string, string>) => void,
): Promise<void> {
  await readXml(await zip.open(path), { open }, work)
}

async function readStrings(zip: ZipParts, path: string, work: Work<ImportProgress>): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inReading = false
  const handler = {
    open(name: string) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') inReading = true
    },
    close(name: string) {
      if (name === 'si') {
        if (strings.length >= mostCells) throw tooLarge()
        strings.push(unescaped(text))
      } else if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
    },
    text(piece: string) {
      // Phonetic hints of Asian scripts repeat the same text.
      if (inText && !inReading) text += piece
      assertCellLength(text, null)
    },
  }
  await readXml(await zip.open(path), handler, work)
  return strings
}

async function readDateStyles(zip: ZipParts, path: string, work: Work<ImportProgress>): Promise<boolean[]> {
  const custom = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await readXml(
    await zip.open(path),
    {
      open(name, attributes) {
        if (name === 'cellXfs') inCells = true
        else if (name === 'numFmt') {
          const { numFmtId, formatCode = '' } = attributes()
          custom.set(Number(numFmtId), formatCode)
        } else if (name === 'xf' && inCells) {
          const format = Number(attributes().numFmtId ?? 0)
          styles.push(isDateFormat(format, custom.get(format)))
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    },
    work,
  )
  return styles
}

/** Excel writes characters that XML cannot contain as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
