import type { OperationName } from '../../../shared/contract.ts'
import { maskNik } from '../../../shared/features/trainee/nik/nik.ts'
import type { ReadDatabase } from '../database/connection.ts'
import { DomainError } from '../domain-error.ts'
import { namesAmong } from '../features/access/own-class-store.ts'

/** Exports without names that an inspector may get. */
const withoutNames: ReadonlySet<string> = new Set<OperationName>(['history.export'])
/** Fields that identify a person, besides the name. */
const telling = new Set([
  ...[
    'nik',
    'maskedNik',
    'otherNik',
    'familyCard',
    'phone',
    'email',
    'address',
    'neighbourhood',
    'hamlet',
    'birthPlace',
  ],
  ...[
    'homeAddress',
    'homeNeighbourhood',
    'homeHamlet',
    'emergencyName',
    'emergencyPhone',
    'jobCard',
    'guardian',
    'photo',
  ],
])
/** An object with one of these fields is a person, so its name is masked. */
const ofPeople = ['nik', 'maskedNik', 'traineeId', 'enrolmentId', 'applicantId', 'birthDate']
/** Separators between words that may be names. */
const seams = /(\s*[,;:·()/–]\s*|\s+dan\s+|\s+atas nama\s+)/

/** Removes search texts, because a hidden name must not be found by searching for it. */
export function withoutSearch(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const isSearch = (key: string, value: unknown) =>
    (key === 'search' || key === 'text') && typeof value === 'string' && (!/\d/.test(value) || /\d{5}/.test(value))
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, isSearch(key, value) ? '' : value]))
}

/** The answer without names and numbers of people. @throws DomainError names_hidden for files, which cannot be masked */
export function masked(db: ReadDatabase, operation: string, answer: unknown): unknown {
  const words = new Set<string>()
  walk(answer, text => {
    for (const part of text.split(seams)) words.add(part)
  })
  if (hasFile(answer) && !withoutNames.has(operation)) throw new DomainError({ code: 'names_hidden' })
  return maskValue(answer, namesAmong(db, [...words]))
}

/** Masks NIKs for roles that may not see them: 367113******0003. */
export function withoutFullNumbers(answer: unknown): unknown {
  return changed(answer, text => (/^\d{16}$/.test(text) ? maskNik(text) : text))
}

function maskValue(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return maskText(value, names)
  if (Array.isArray(value)) return value.map(inner => maskValue(inner, names))
  if (!isPlain(value)) return value
  const person = ofPeople.some(key => value[key] != null)
  const number = value.traineeId ?? value.enrolmentId ?? value.id
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === 'name' && person && typeof inner === 'string') return [key, `Peserta ${number ?? ''}`.trim()]
    if (telling.has(key) && typeof inner === 'string') return [key, key === 'photo' ? null : '']
    if (key === 'birthDate' && typeof inner === 'string') return [key, `${inner.slice(0, 4)}-01-01`]
    return [key, maskValue(inner, names)]
  })
  return Object.fromEntries(entries)
}

function maskText(text: string, names: ReadonlySet<string>): string {
  if (text.startsWith('data:')) return ''
  if (/^\d{16}$/.test(text)) return ''
  return text
    .split(seams)
    .map(part => (names.has(part) ? 'Peserta' : part))
    .join('')
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(inner => changed(inner, change))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner, change)]))
}

function walk(value: unknown, see: (text: string) => void): void {
  if (typeof value === 'string') see(value)
  else if (Array.isArray(value)) for (const inner of value) walk(inner, see)
  else if (isPlain(value)) for (const inner of Object.values(value)) walk(inner, see)
}

function hasFile(value: unknown): boolean {
  if (value instanceof Blob || value instanceof Uint8Array) return true
  if (Array.isArray(value)) return value.some(hasFile)
  return isPlain(value) && Object.values(value).some(hasFile)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
