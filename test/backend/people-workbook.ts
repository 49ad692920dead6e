import writeExcelFile from 'write-excel-file/node'

// A list of people as an office sends it, as a real workbook.

/** `serial` is a number that the sheet shows as a date. */
export type Cell = string | number | Date | { serial: number } | null
export const header = [
  'No',
  'NIK',
  'Nama Lengkap',
  'Tempat Lahir',
  'Tanggal Lahir',
  'L/P',
  'Kelurahan',
  'Kecamatan',
  'No. HP',
  'Pendidikan',
]
// A woman born on 12 May 1990, and a man born on 9 March 1985.
export const siti = '3671055205900001'
export const budi = '3671050903850002'

export const row = (changes: Partial<Record<string, Cell>> = {}): Cell[] => {
  const cells: Record<string, Cell> = {
    No: '1',
    NIK: siti,
    'Nama Lengkap': 'Siti Rahayu',
    'Tempat Lahir': 'Tangerang',
    'Tanggal Lahir': '12/05/1990',
    'L/P': 'P',
    Kelurahan: 'Cipondoh',
    Kecamatan: 'Cipondoh',
    'No. HP': '0812-3456-7890',
    Pendidikan: 'SMA',
    ...changes,
  }
  return header.map(title => cells[title] ?? null)
}

export async function workbook(rows: Cell[][], sheet = 'Peserta'): Promise<File> {
  const data = rows.map(cells => cells.map(asCell))
  const bytes = await writeExcelFile(data, { sheet }).toBuffer()
  return new File([new Uint8Array(bytes)], 'daftar.xlsx')
}

function asCell(value: Cell) {
  if (value === null) return null
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' }
  if (typeof value === 'object') return { value: value.serial, type: Number, format: 'dd/mm/yyyy' }
  return typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' }
}
