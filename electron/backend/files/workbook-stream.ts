import { constants, crc32, deflateRawSync } from 'node:zlib'
import { inertText } from '../../../shared/kernel/inert-text.ts'

/** `width` in characters. */
type Column = { head: string; width: number }
type Part = { name: string; crc: number; size: number; packed: number; deflated: readonly Uint8Array[] }

/**
 * Writes a workbook with one sheet while rows are read: of 100,000 rows only the deflated data is in memory, or not even that if pieces are passed
 * on. All cells are text, so that numbers of people keep their digits and nothing is run as a formula.
 */
export class WorkbookStream {
  readonly #deflated: Uint8Array[] = []
  readonly #hand: (piece: Uint8Array) => void
  readonly #sheet: string
  /** Reused for each piece, because megabytes of garbage would stay in memory until collected. */
  #bytes: Buffer = Buffer.alloc(0)
  #packed = 0
  #crc = 0
  #size = 0
  #row = 1

  /** `hand` takes each piece of rows instead of keeping it. */
  constructor(sheet: string, columns: readonly Column[], hand?: (piece: Uint8Array) => void) {
    this.#sheet = sheet
    this.#hand = hand ?? (piece => this.#deflated.push(piece))
    const widths = columns.map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="2"/>`,
    )
    this.#write(
      `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${this.#line(
        columns.map(column => column.head),
        1,
      )}`,
    )
  }

  /** Texts in column order. */
  add(rows: readonly (readonly string[])[]): void {
    this.#write(rows.map(texts => this.#line(texts, 2)).join(''))
  }

  /** The parts of the file before and after the rows. */
  around(): { before: Uint8Array<ArrayBuffer>; after: Uint8Array<ArrayBuffer> } {
    this.#write('</sheetData></worksheet>', constants.Z_FINISH)
    const [crc, size, packed] = [this.#crc, this.#size, this.#packed]
    return zipAround([
      ...fixedParts(this.#sheet),
      { name: 'xl/worksheets/sheet1.xml', crc, size, packed, deflated: [] },
    ])
  }

  finish(): Uint8Array<ArrayBuffer> {
    const { before, after } = this.around()
    return joined([before, ...this.#deflated, after])
  }

  #line(texts: readonly string[], style: number): string {
    const row = this.#row
    this.#row += 1
    const cells = texts.map((text, index) =>
      text === ''
        ? ''
        : `<c r="${letters(index)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(inertText(text))}</t></is></c>`,
    )
    return `<row r="${row}">${cells.join('')}</row>`
  }

  /** Each block of rows is deflated separately and ends on a byte boundary, so that blocks can be concatenated. */
  #write(xml: string, finishFlush: number = constants.Z_SYNC_FLUSH): void {
    const length = Buffer.byteLength(xml)
    if (this.#bytes.length < length) this.#bytes = Buffer.allocUnsafeSlow(length * 1.2)
    const bytes = this.#bytes.subarray(0, this.#bytes.write(xml))
    this.#crc = crc32(bytes, this.#crc)
    this.#size += bytes.length
    const piece = deflateRawSync(bytes, { level: 4, finishFlush })
    this.#packed += piece.length
    this.#hand(piece)
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

function fixedParts(sheet: string): Part[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return Object.entries({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${xmlText(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    // 1: heads, bold. 2: text (format 49).
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }).map(([name, xml]) => {
    const bytes = Buffer.from(declaration + xml)
    const deflated = deflateRawSync(bytes)
    return { name, crc: crc32(bytes), size: bytes.length, packed: deflated.length, deflated: [deflated] }
  })
}

/** A zip of these parts around the pieces of the last one. */
function zipAround(parts: readonly Part[]): ReturnType<WorkbookStream['around']> {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, crc, size, packed, deflated } of parts) {
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    // Version 2.0, UTF-8 names, deflated, 1 January 1980: the same rows give the same file.
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(packed, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, path)
    pieces.push(local, ...deflated)
    offset += local.length + packed
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return { before: joined(pieces), after: joined([entries, end]) }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** 0 → A, 26 → AA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

/** Characters that XML cannot contain are dropped. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
