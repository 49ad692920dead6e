import { capital } from '../../kernel/capital.ts'
import type { ReportColumn } from './report.ts'

const abbreviations = /^(?:nik|nip|jp|lsp|bnsp)$/

/** Keys whose words do not make a good head. */
const said: Readonly<Record<string, string>> = {
  jenis_kelamin: 'L/P',
  judul: 'Kelas',
  kelurahan_kode: 'Kode kelurahan',
  laki_laki: 'Laki-laki',
  persen_hadir: '% hadir',
}

/** The head of a column on the screen and on paper. Tables for other systems have keys as titles, which are made readable: 'Kode kelas'. */
export function columnHead({ key, title }: Pick<ReportColumn, 'key' | 'title'>): string {
  if (title !== key) return title
  const words = key.split('_').map(word => (abbreviations.test(word) ? word.toUpperCase() : word))
  return said[key] ?? capital(words.join(' '))
}
