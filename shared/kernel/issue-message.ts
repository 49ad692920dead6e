import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

/** Message for people where a schema has no own message; the library's messages name types, codes and patterns. */
export function issueMessage(issue: Issue): string {
  if (issue.code !== 'unrecognized_keys' && isEmpty(issue.input)) return emptyMessage(issue)
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(String(issue.expected))
    case 'invalid_value':
      return 'Pilihan ini tidak dikenal. Pilih salah satu dari daftar.'
    case 'too_small':
      return sizeMessage('kecil', String(issue.origin), Number(issue.minimum))
    case 'too_big':
      return sizeMessage('besar', String(issue.origin), Number(issue.maximum))
    case 'invalid_format':
      return 'Bentuk tulisannya tidak sesuai. Periksa lagi.'
    case 'not_multiple_of':
      return `Tulis kelipatan ${issue.divisor}.`
    case 'unrecognized_keys':
      return 'Ada isian yang tidak dikenal. Buka ulang halaman ini, lalu isi lagi.'
    default:
      return 'Isian ini tidak sesuai. Periksa lagi.'
  }
}

/** Nothing chosen or typed. */
function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === ''
}

function emptyMessage(issue: Issue): string {
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'Pilih salah satu.'
  if (issue.code === 'invalid_type' && issue.expected === 'file') return 'Pilih berkasnya.'
  return 'Wajib diisi.'
}

function typeMessage(expected: string): string {
  if (expected === 'number' || expected === 'int') return 'Tulis angka.'
  if (expected === 'string') return 'Tulis sebagai teks.'
  if (expected === 'boolean') return 'Pilih ya atau tidak.'
  if (expected === 'file' || expected === 'File') return 'Pilih berkasnya.'
  return 'Isian ini tidak sesuai. Periksa lagi.'
}

function sizeMessage(end: 'kecil' | 'besar', origin: string, bound: number): string {
  const [least, most] = { kecil: ['Paling sedikit', 'pendek'], besar: ['Paling banyak', 'panjang'] }[end]
  const figure = bound.toLocaleString('id-ID')
  if (origin === 'string') return `Paling ${most} ${figure} huruf.`
  if (origin === 'array' || origin === 'set' || origin === 'map')
    return end === 'kecil' && bound === 1 ? 'Pilih paling sedikit satu.' : `${least} ${figure}.`
  if (origin === 'file')
    return end === 'kecil' ? 'Berkas ini kosong.' : `Berkas ini terlalu besar, paling besar ${megabytes(bound)} MB.`
  return `Paling ${end} ${figure}.`
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toLocaleString('id-ID', { maximumFractionDigits: 1 })
}
