import { fileURLToPath } from 'node:url'
import writeExcelFile from 'write-excel-file/node'
import { tataRiasPeople } from '../../electron/backend/sample/sample-people.ts'
import { showPhone } from '../../shared/features/trainee/phone.ts'
import { educationLabels } from '../../shared/features/trainee/trainee.ts'
import { longDate } from '../../shared/kernel/plain-date.ts'

/**
 * Writes the workbook that the demo imports: a list as a kelurahan would send it, every cell as text. Run by hand when the people change.
 */
const header = [
  'No',
  'NIK',
  'Nama Lengkap',
  'Tempat Lahir',
  'Tanggal Lahir',
  'L/P',
  'Alamat',
  'RT',
  'RW',
  'Kelurahan',
  'Kecamatan',
  'No. HP',
  'Pendidikan',
]
const widths = [5, 20, 30, 16, 20, 6, 30, 6, 6, 18, 18, 18, 18]

const rows = tataRiasPeople.map((person, index) =>
  [
    String(index + 1),
    person.nik,
    person.name,
    person.birthPlace,
    longDate(person.birthDate).replaceAll('\u00a0', ' '),
    person.sex,
    person.address,
    person.neighbourhood,
    person.hamlet,
    person.village,
    person.district,
    showPhone(person.phone),
    educationLabels[person.education],
  ].map(value => ({ type: String, value, format: '@' })),
)

await writeExcelFile([header.map(value => ({ type: String, value, fontWeight: 'bold' as const })), ...rows], {
  sheet: 'Peserta',
  columns: widths.map(width => ({ width })),
}).toFile(fileURLToPath(new URL('./peserta-tata-rias.xlsx', import.meta.url)))
