import { longDate, monthName, shortDate, yearOf } from '../../../kernel/plain-date.ts'
import type { NikMismatch, NikProblem } from './nik.ts'

export function formatNikProblem(problem: NikProblem): string {
  switch (problem.code) {
    case 'not_digits':
      return `NIK hanya berisi angka; “${problem.character}” bukan angka.`
    case 'length':
      return `NIK ${problem.length} angka, seharusnya 16.`
    case 'day':
      return `Tanggal ${twoDigits(problem.day)} tidak ada. Periksa angka ke-7 dan 8; perempuan 41 s.d. 71.`
    case 'month':
      return `Bulan ${twoDigits(problem.month)} tidak ada. Periksa angka ke-9 dan 10.`
    case 'date':
      return `Tanggal ${problem.day} ${monthName(problem.month)}${leapYear(problem)} tidak ada. Periksa angka ke-7 s.d. 12.`
    case 'serial_zero':
      return 'Nomor urut NIK tidak boleh 0000. Periksa empat angka terakhir.'
  }
}

/** Short enough to be read whole under a narrow field: 'NIK: 12 Mei 1990.' */
export function formatNikValue(mismatch: NikMismatch): string {
  switch (mismatch.field) {
    case 'birth_date':
      return `NIK: ${shortDate(mismatch.nik)}\u00a0${yearOf(mismatch.nik)}.`
    case 'sex':
      return `NIK: ${sexName(mismatch.nik)}.`
  }
}

/** Warning for a field that differs from the NIK. */
export function formatNikMismatch(mismatch: NikMismatch): string {
  switch (mismatch.field) {
    case 'birth_date':
      return `NIK menunjukkan ${longDate(mismatch.nik)}. Periksa KTP.`
    case 'sex':
      return `NIK menunjukkan ${sexName(mismatch.nik)}. Periksa KTP.`
  }
}

function sexName(sex: 'L' | 'P'): string {
  return sex === 'P' ? 'perempuan' : 'laki-laki'
}

function leapYear({ day, month, year2 }: { day: number; month: number; year2: number | null }): string {
  return day === 29 && month === 2 && year2 !== null ? ` tahun ${twoDigits(year2)}` : ''
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
