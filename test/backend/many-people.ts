import { type Cell, workbook } from './people-workbook.ts'

/** A workbook with so many different people. */
export function manyPeople(count: number): Promise<File> {
  const two = (value: number) => String(value).padStart(2, '0')
  const rows = Array.from({ length: count }, (_, index): Cell[] => {
    const [day, month, year] = [1 + (index % 28), 1 + (index % 12), 70 + (index % 30)]
    const name = [index % 26, Math.floor(index / 26) % 26, Math.floor(index / 676) % 26]
      .map(at => String.fromCharCode(97 + at))
      .join('')
    return [
      `367105${two(day)}${two(month)}${two(year)}${String(1 + (index % 9999)).padStart(4, '0')}`,
      `Peserta X${name} Contoh${name}`,
      'Tangerang',
      `${two(day)}/${two(month)}/19${two(year)}`,
      'L',
      `Jalan Mawar Gang ${(index * 7919) % 100_003} Nomor ${index}`,
      `08${String(1_100_000_000 + index * 7919)}`,
    ]
  })
  return workbook([['NIK', 'Nama Lengkap', 'Tempat Lahir', 'Tanggal Lahir', 'L/P', 'Alamat', 'No. HP'], ...rows])
}
