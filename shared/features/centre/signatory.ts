import { z } from 'zod'

/** An official as printed; '' without prefix, rank or NIP. */
export const signatorySchema = z.strictObject({
  prefix: z.string(),
  title: z.string(),
  name: z.string(),
  rank: z.string(),
  nip: z.string(),
})
export type Signatory = z.infer<typeof signatorySchema>

/** 'Plt. Kepala UPT Balai Latihan Kerja' */
export function officeOf({ prefix, title }: Pick<Signatory, 'prefix' | 'title'>): string {
  return prefix === '' ? title : `${prefix}\u00a0${title}`
}

/** '197104121998031004' → '19710412 199803 1 004', with non-breaking spaces; other text is returned as it is. */
export function showNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1\u00a0$2\u00a0$3\u00a0$4')
}

// Titles before a name that keep their spelling in a capitalised name.
const titlesBefore = new Set([
  'Apt.',
  'apt.',
  'dr.',
  'Dr.',
  'Dra.',
  'drg.',
  'drh.',
  'Drs.',
  'H.',
  'Hj.',
  'Ir.',
  'K.H.',
  'KH.',
  'Ns.',
  'Prof.',
])

/** 'Drs. H. Ahmad Fauzi Rahman, M.Si.' → 'Drs. H. AHMAD FAUZI RAHMAN, M.Si.' */
export function capitalName(name: string): string {
  const comma = name.indexOf(',')
  const [person, degrees] = comma < 0 ? [name, ''] : [name.slice(0, comma), name.slice(comma)]
  const words = person.split(' ')
  const first = words.findIndex(word => !titlesBefore.has(word))
  return words.map((word, index) => (first >= 0 && index >= first ? word.toUpperCase() : word)).join(' ') + degrees
}

/** The name without degrees: 'Drs. H. Ahmad Fauzi Rahman, M.Si.' → 'H. Ahmad Fauzi Rahman'. Religious titles are kept. */
export function bareName(name: string): string {
  const [person = ''] = name.split(',')
  const degrees = /^(?:Apt|dr|Dr|Dra|drg|drh|Drs|Ir|Ns|Prof)\.$/i
  return person
    .split(' ')
    .filter(word => !degrees.test(word))
    .join(' ')
}
