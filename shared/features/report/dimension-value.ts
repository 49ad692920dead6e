import { roman } from '../../kernel/number-format.ts'
import { monthName } from '../../kernel/plain-date.ts'
import { fundingSourceName, fundingSources, isFundingSource } from '../activity/funding-source.ts'
import { followUpLabels } from '../alumni/follow-up.ts'
import { isTradeCode, tradeCodes, tradeName } from '../program/trades.ts'
import { educationLabels, educations } from '../trainee/trainee.ts'
import { ageBands, type DimensionKey } from './dimension.ts'

/** Label and sort key of a value. */
export type Labelled = { label: string; order: string | number }

const nothing: Partial<Record<DimensionKey, string>> = {
  trade: 'Tanpa kejuruan',
  class: 'Tanpa kelas',
  source: 'Tanpa kegiatan',
  activity: 'Tanpa kegiatan',
  account: 'Tanpa kode rekening',
  instructor: 'Tanpa instruktur',
  decile: 'Tanpa data',
  latest: 'Belum ditanya',
}

const outcomes = {
  passed: 'Lulus',
  failed: 'Tidak lulus',
  withdrawn: 'Undur diri',
  expelled: 'Dikeluarkan',
  running: 'Masih berjalan',
}
const targets = { EXTREME_POOR: 'Miskin ekstrem', POOR: 'Miskin', GENERAL: 'Umum' }

/** Sorts after every text and number. */
const last = '\uffff'

/** The label that follows from the value itself; null for row ids and place codes, whose names are looked up. */
export function labelledValue(dimension: DimensionKey, key: string | number): Labelled | null {
  if (key === '' || key === 0) {
    if (dimension === 'age') return { label: ageLabel(0), order: 0 }
    if (dimension === 'stunting') return { label: 'Bukan', order: 0 }
    return { label: nothing[dimension] ?? 'Tidak diketahui', order: last }
  }
  const text = String(key)
  switch (dimension) {
    case 'class':
    case 'activity':
    case 'instructor':
    case 'teacher':
    case 'district':
    case 'village':
      return null
    case 'trade':
      return isTradeCode(text) ? { label: tradeName(text), order: tradeCodes.indexOf(text) } : named(text)
    case 'source':
      return isFundingSource(key) ? { label: fundingSourceName(key), order: fundingSources.indexOf(key) } : named(text)
    case 'sex':
      return named(key === 'L' ? 'Laki-laki' : 'Perempuan')
    case 'age':
      return { label: ageLabel(Number(key)), order: Number(key) }
    case 'education':
      return listed(educationLabels, educations, text)
    case 'target':
      return listed(targets, Object.keys(targets), text)
    case 'decile':
      return { label: `Desil ${key}`, order: Number(key) }
    case 'stunting':
      return { label: 'Keluarga stunting', order: 1 }
    case 'outcome':
      return listed(outcomes, Object.keys(outcomes), text)
    case 'latest':
      return listed(followUpLabels, Object.keys(followUpLabels), text)
    case 'month':
      return { label: `${monthName(Number(text.slice(5)))} ${text.slice(0, 4)}`, order: text }
    case 'quarter':
      return { label: `Triwulan ${roman(Number(text.slice(5)))} ${text.slice(0, 4)}`, order: text }
    case 'semester':
      return { label: `Semester ${roman(Number(text.slice(5)))} ${text.slice(0, 4)}`, order: text }
    default:
      return named(text)
  }
}

/** Sort order of labels: numbers before texts. */
export function byOrder(a: Labelled, b: Labelled): number {
  if (typeof a.order === 'number' && typeof b.order === 'number') return a.order - b.order
  if (typeof a.order === typeof b.order) return String(a.order).localeCompare(String(b.order), 'id', { numeric: true })
  return typeof a.order === 'number' ? -1 : 1
}

function named(label: string): Labelled {
  return { label, order: label }
}

function listed(labels: Readonly<Record<string, string>>, order: readonly string[], key: string): Labelled {
  return { label: labels[key] ?? key, order: order.indexOf(key) }
}

function ageLabel(from: number): string {
  return ageBands.find(band => band.from === from)?.label ?? String(from)
}
