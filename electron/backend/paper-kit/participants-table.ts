import type { PersonFacts } from '../../../shared/facts/person-facts.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Column, Row } from '../pdf/table/table.ts'

/** Columns of the narrow list, which only has room for numeric dates. */
const narrow = 6

type Participant = Pick<PersonFacts, 'name' | 'sex' | 'nik' | 'birthPlace' | 'birthDate' | 'village' | 'district'>

/** Columns of the list attached to a decree about participants; without kecamatan on narrow paper. */
export function participantColumns(width: number): Column[] {
  if (width >= 170)
    return [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Peserta', width: width - 118 },
      { title: 'L/P', width: 8, align: 'center' },
      { title: 'NIK', width: 31, align: 'center', size: 9 },
      { title: 'Tempat, Tanggal Lahir', width: 27, size: 9 },
      { title: 'Kelurahan', width: 22, size: 9 },
      { title: 'Kecamatan', width: 21, size: 9 },
    ]
  return [
    { title: 'No.', width: 8, align: 'center' },
    { title: 'Nama Peserta', width: width - 106 },
    { title: 'L/P', width: 8, align: 'center' },
    { title: 'NIK', width: 30, align: 'center', size: 9 },
    { title: 'Tempat, Tanggal Lahir', width: 34, size: 9 },
    { title: 'Kelurahan', width: 26, size: 9 },
  ]
}

/** A person as a row of these columns. */
export function participantRow(person: Participant, number: number, columns: readonly Column[]): Row {
  const born = person.birthDate && (columns.length > narrow ? longDate(person.birthDate) : figures(person.birthDate))
  const birth = [person.birthPlace, born].filter(Boolean).join(', ')
  const cells = [
    String(number),
    person.name.toUpperCase(),
    person.sex ?? '',
    person.nik,
    birth,
    person.village,
    person.district,
  ]
  return { height: 6.6, cells: cells.slice(0, columns.length) }
}

/** '12-05-1996' */
function figures(date: PlainDate): string {
  return date.split('-').toReversed().join('-')
}
