import {
  type ComparedField,
  comparedFields,
  type FieldDifference,
} from '../../../../shared/features/import/import-row.ts'
import { formatFieldValue } from '../../../../shared/features/trainee/field-value-labels.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import type { TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { traineeLabels } from '../../../../shared/features/trainee/trainee-labels.ts'
import { findVillage } from '../../region/villages.ts'

/**
 * Fields in which a file differs. Empty cells never differ, so they never erase anything. Names that differ only in case or apostrophes, and '001'
 * and '1', are equal.
 */
export function draftDifferences(present: TraineeDraft, given: Partial<TraineeDraft>): FieldDifference[] {
  return comparedFields
    .filter(field => given[field] !== undefined && given[field] !== null && given[field] !== '')
    .filter(field => compared(field, present[field]) !== compared(field, given[field] ?? null))
    .map(field => ({
      field,
      label: traineeLabels[field],
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
  const village = field === 'villageCode' ? findVillage(value) : null
  if (village) return `Kel. ${village.village}, Kec. ${village.district}`
  return formatFieldValue(field, value) || '(kosong)'
}
