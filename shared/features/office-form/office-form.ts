import type { OfficeFormKey } from '../../facts/paper-key.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { line } from '../../kernel/schema.ts'

/** Of the file that is dropped. */
export const mostFormMegabytes = 5

export type OfficeKind = 'docx' | 'xlsx'

export const kindLabels: Record<OfficeKind, string> = { docx: 'Word', xlsx: 'Excel' }

/** What a form is about. */
export const subjectLabels = {
  COHORT: 'Kelas',
  PERSON: 'Peserta',
  REGISTRATION: 'Pendaftaran',
  INSTRUCTOR: 'Instruktur',
}
export type FormSubject = keyof typeof subjectLabels
export const formSubjects = keysOf(subjectLabels)

/** 'Nominatif Kota 2025' → 'kantor-nominatif-kota-2025'; with a number behind where that is taken. */
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

/** Something in a form that nobody can fill, and where it stands. */
export type FormProblem = {
  /** As it is written: '{nma}'. */
  token: string
  /** 'Tabel 1, baris 2, kolom 3'; 'Sheet1!B4'. */
  place: string
  words: string
  /** What was probably meant: '{nama}'; null where nothing is near. */
  suggestion: string | null
}

/** A form as it was read: what is in it, and what must be mended first. */
export type FormCheck = {
  kind: OfficeKind
  tokens: string[]
  problems: FormProblem[]
  /** What was taken out of the file, in words. */
  removed: string[]
}
