/** Column letters of Excel to a number from 1: 'A' → 1, 'AB' → 28. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

export function columnLetters(number: number): string {
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** 'B12' → 'B' and 12. */
export function splitReference(reference: string): { column: string; row: number } {
  const [, column = 'A', row = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? []
  return { column, row: Number(row) }
}

/** One end of a reference in a formula; `column` is '' in a range of whole rows such as 3:5. */
export type ReferenceEnd = { column: string; fixedColumn: boolean; row: number; fixedRow: boolean }

const sheet = String.raw`(?:'(?:[^']|'')+'|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)!`
const cell = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`
const rows = String.raw`\$?\d{1,7}:\$?\d{1,7}`
const shape = new RegExp(
  String.raw`"(?:[^"]|"")*"|(${sheet})?(?:(${cell})(?::(${cell}))?|(${rows}))(?![\w(.!\u00c0-\uffff])|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*|'(?:[^']|'')+'!?|\d+(?:\.\d+)?`,
  'g',
)

/**
 * Changes the cell references of a formula; quoted text, names and numbers stay. `move` gets the sheet name (null for the formula's own sheet), one
 * or both ends, and the function whose whole argument it is: 'SUM' for A1 in SUM(A1;B2), '' in A1*2.
 */
export function moveReferences(
  formula: string,
  move: (
    sheet: string | null,
    from: ReferenceEnd,
    to: ReferenceEnd | null,
    argumentOf: string,
  ) => [ReferenceEnd, ReferenceEnd | null],
): string {
  return formula.replace(shape, (found: string, ...groups: (string | number | undefined)[]) => {
    const [prefix, first, second, lines, at] = groups as [string?, string?, string?, string?, number?]
    if (first === undefined && lines === undefined) return found
    const [from = '', to] = lines === undefined ? [first, second] : lines.split(':')
    const name = prefix === undefined ? null : sheetName(prefix)
    const [start, end] = move(
      name,
      readEnd(from),
      to === undefined ? null : readEnd(to),
      argumentOf(formula, at ?? 0, found.length),
    )
    return `${prefix ?? ''}${writeEnd(start)}${end ? `:${writeEnd(end)}` : ''}`
  })
}

/** The function that has this text as one whole argument; '' if it is part of something else. */
function argumentOf(formula: string, at: number, length: number): string {
  if (!/^\s*[,;)]/.test(formula.slice(at + length))) return ''
  const before = formula
    .slice(0, at)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .trimEnd()
  if (!/[(,;]$/.test(before)) return ''
  let depth = 0
  for (let index = before.length - 1; index >= 0; index -= 1) {
    if (before[index] === ')') depth += 1
    else if (before[index] === '(') {
      if (depth === 0) return /([A-Z.]+)$/i.exec(before.slice(0, index))?.[1]?.toUpperCase() ?? ''
      depth -= 1
    }
  }
  return ''
}

/** "'Data 1'!" → 'Data 1' */
function sheetName(prefix: string): string {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name
}

function readEnd(text: string): ReferenceEnd {
  const [, fixedColumn = '', column = '', fixedRow = '', row = '1'] = /^(\$?)([A-Z]*)(\$?)(\d+)$/.exec(text) ?? []
  // In a range of rows the only sign belongs to the row.
  const alone = column === ''
  return {
    column,
    fixedColumn: !alone && fixedColumn !== '',
    row: Number(row),
    fixedRow: fixedRow !== '' || (alone && fixedColumn !== ''),
  }
}

function writeEnd({ column, fixedColumn, row, fixedRow }: ReferenceEnd): string {
  return `${fixedColumn ? '$' : ''}${column}${fixedRow ? '$' : ''}${row}`
}

/** The formula moved by so many columns and rows; shared formulas are stored once. */
export function copyFormula(formula: string, columns: number, lines: number): string {
  const moved = (end: ReferenceEnd): ReferenceEnd => ({
    ...end,
    column: end.fixedColumn || end.column === '' ? end.column : columnLetters(columnNumber(end.column) + columns),
    row: end.fixedRow ? end.row : end.row + lines,
  })
  return moveReferences(formula, (_, from, to) => [moved(from), to && moved(to)])
}
