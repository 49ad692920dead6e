import { crc32, deflateRawSync } from 'node:zlib'

// Builds workbooks part by part, for files that our own writer does not make: those of LibreOffice, and malicious ones.

export type Part = {
  path: string
  text: string | Uint8Array
  /** The unpacked size that the directory claims, if it lies. */
  lieSize?: number
}

/** A zip archive; `lieSize` is the unpacked size in its directory. */
export function archive(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, text, lieSize } of parts) {
    const raw = Buffer.from(text)
    const packed = deflateRawSync(raw)
    const name = Buffer.from(path)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(lieSize ?? raw.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, name]))
    bodies.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...bodies, central, end]))
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Sheet = { name: string; data: string; hidden?: boolean }

/** The parts of a workbook as LibreOffice Calc writes them: shared texts, dates as numbers with style 1. */
export function officeParts(sheets: readonly Sheet[], strings: readonly string[] = []): Part[] {
  const type = (kind: string) => `${office}/${kind}`
  return [
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 3}" Type="${type('worksheet')}" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId1" Type="${type('styles')}" Target="styles.xml"/><Relationship Id="rId2" Type="${type('sharedStrings')}" Target="sharedStrings.xml"/><Relationship Id="rId99" Type="${type('externalLink')}" Target="externalLinks/externalLink1.xml"/></Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      text: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><workbookPr date1904="false"/><sheets>${sheets
        .map(
          ({ name, hidden }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}" state="${hidden ? 'hidden' : 'visible'}" r:id="rId${index + 3}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/styles.xml',
      text: '<?xml version="1.0" encoding="UTF-8"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs count="1"><xf numFmtId="165"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="1"/></cellXfs></styleSheet>',
    },
    {
      path: 'xl/sharedStrings.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${strings.length}">${strings
        .map(text => `<si><t xml:space="preserve">${text}</t></si>`)
        .join('')}</sst>`,
    },
    ...sheets.map(({ data }, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
    })),
  ]
}

export function fileOf(parts: readonly Part[], name = 'daftar.xlsx'): File {
  return new File([archive(parts)], name)
}
