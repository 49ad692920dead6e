import type { OfficeFormKey } from '../../facts/paper-key.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { line } from '../../kernel/schema.ts'

/** Size limit of an uploaded file. */
export const mostFormMegabytes = 5

export type OfficeKind = 'docx' | 'xlsx'

export const kindLabels: Record<OfficeKind, string> = { docx: 'Word', xlsx: 'Excel' }

/** Subjects of forms. */
export const subjectLabels = {
  COHORT: 'Kelas',
  PERSON: 'Peserta',
  REGISTRATION: 'Pendaftaran',
  INSTRUCTOR: 'Instruktur',
}
export type FormSubject = keyof typeof subjectLabels
export const formSubjects = keysOf(subjectLabels)

/** 'Nominatif Kota 2025' → 'kantor-nominatif-kota-2025'; with a number at the end if taken. */
export function keyOfTitle(title: string, taken: ReadonlySet<string>): OfficeFormKey {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const base: OfficeFormKey = `kantor-${words || 'formulir'}`
  for (let copy = 1; ; copy += 1) {
    const key: OfficeFormKey = copy === 1 ? base : `${base}-${copy}`
    if (!taken.has(key)) return key
  }
}

export const formTitle = line(80, 1)

/** An error in a form, and its place. */
export type FormProblem = {
  /** As written: '{nma}'. */
  token: string
  /** 'Tabel 1, baris 2, kolom 3'; 'Sheet1!B4'. */
  place: string
  words: string
  /** A similar token: '{nama}'; null if none. */
  suggestion: string | null
}

/** Result of reading a form: its content, and errors to correct. */
export type FormCheck = {
  kind: OfficeKind
  tokens: string[]
  problems: FormProblem[]
  /** What was removed from the file, as text. */
  removed: string[]
}
