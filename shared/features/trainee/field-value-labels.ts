import { isPlainDate, longDate } from '../../kernel/plain-date.ts'
import { employmentLabels, maritalLabels, religionLabels } from './details.ts'
import { showPhone } from './phone.ts'
import { educationLabels, traineeDraft } from './trainee.ts'

const labels: Record<string, Record<string, string>> = {
  sex: { L: 'Laki-laki', P: 'Perempuan' },
  education: educationLabels,
  religion: religionLabels,
  maritalStatus: maritalLabels,
  employment: employmentLabels,
}

export function isTraineeField(field: string): boolean {
  return field in traineeDraft.shape
}

/** Text of a stored field of a person; '' if empty. */
export function formatFieldValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak'
  const text = String(value)
  if (isPlainDate(text)) return longDate(text)
  if (field === 'phone' || field === 'emergencyPhone') return showPhone(text)
  return labels[field]?.[text] ?? text
}
