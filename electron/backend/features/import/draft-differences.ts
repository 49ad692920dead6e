import {
  type ComparedField,
  comparedFields,
  type FieldDifference,
} from '../../../../shared/features/import/import-row.ts'
import { employmentLabels, maritalLabels, religionLabels } from '../../../../shared/features/trainee/details.ts'
import { foldName } from '../../../../shared/features/trainee/name.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { educationLabels, type TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import { findVillage } from '../../region/villages.ts'

const labels: Record<ComparedField, string> = {
  name: 'Nama',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  familyCard: 'No. KK',
  address: 'Alamat',
  neighbourhood: 'RT',
  hamlet: 'RW',
  villageCode: 'Kelurahan',
  phone: 'No. HP',
  email: 'Email',
  education: 'Pendidikan',
  employment: 'Status kerja',
  religion: 'Agama',
  maritalStatus: 'Status kawin',
}

/**
 * The fields in which a file says something else. What it leaves empty is no difference: an empty cell never erases. Names that
 * differ only in capitals or apostrophes, and '001' beside '1', are the same.
 */
export function draftDifferences(present: TraineeDraft, given: Partial<TraineeDraft>): FieldDifference[] {
  return comparedFields
    .filter(field => given[field] !== undefined && given[field] !== null && given[field] !== '')
    .filter(field => compared(field, present[field]) !== compared(field, given[field] ?? null))
    .map(field => ({
      field,
      label: labels[field],
      present: words(field, present[field]),
      file: words(field, given[field] ?? null),
    }))
}

function compared(field: ComparedField, value: string | null): string {
  const text = value ?? ''
  if (field === 'neighbourhood' || field === 'hamlet') return text.replace(/^0+/, '')
  return field === 'name' || field === 'birthPlace' || field === 'address' ? foldName(text) : text
}

function words(field: ComparedField, value: string | null): string {
  if (value === null || value === '') return '(kosong)'
  switch (field) {
    case 'birthDate':
      return longDate(value as TraineeDraft['birthDate'])
    case 'sex':
      return value === 'P' ? 'Perempuan' : 'Laki-laki'
    case 'phone':
      return showPhone(value)
    case 'education':
      return educationLabels[value as NonNullable<TraineeDraft['education']>]
    case 'employment':
      return employmentLabels[value as NonNullable<TraineeDraft['employment']>]
    case 'religion':
      return religionLabels[value as NonNullable<TraineeDraft['religion']>]
    case 'maritalStatus':
      return maritalLabels[value as NonNullable<TraineeDraft['maritalStatus']>]
    case 'villageCode': {
      const village = findVillage(value)
      return village ? `Kel. ${village.village}, Kec. ${village.district}` : value
    }
    default:
      return value
  }
}
