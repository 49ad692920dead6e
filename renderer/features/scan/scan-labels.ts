import type { SheetPlace } from '../../../shared/features/attendance/sheet-code.ts'
import type { ScanLine, ScanReceipt, ScanState, SheetWarning } from '../../../shared/features/scan/contract.ts'
import { formatSheetChange } from '../../../shared/features/scan/sheet-facts.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'

export const scansPath = '/kehadiran/pindaian'

export function formatPlace(place: SheetPlace): string {
  switch (place.kind) {
    case 'day':
      return `Hari ke-${place.n}`
    case 'sessions':
      return `Hari ke-${place.n}, pagi dan siang`
    case 'week':
      return `Minggu ke-${place.week}`
    case 'all':
      return 'Semua hari'
  }
}

export const formatState: Record<ScanState, { words: string; tone: 'warn' | 'info' | 'ok' }> = {
  unfiled: { words: 'belum diketahui kelasnya', tone: 'warn' },
  filed: { words: 'belum diperiksa', tone: 'info' },
  confirmed: { words: 'diperiksa', tone: 'ok' },
}

/** "Tata Rias I · Hari ke-3, halaman 1" */
export function formatSheet({ sheet, source }: Pick<ScanLine, 'sheet' | 'source'>): string {
  if (!sheet) return `${source.name}, halaman ${source.page}`
  const page = sheet.page === null ? '' : `, halaman ${sheet.page}`
  return `${sheet.title} · ${formatPlace(sheet.place)}${page}`
}

export function formatWarning(warning: SheetWarning): { title: string; words: string } {
  switch (warning.kind) {
    case 'old':
      return {
        title: `Lembar lama, versi ${warning.version}.`,
        words: `Sejak dicetak: ${warning.changes.map(formatSheetChange).join(' ')}`,
      }
    case 'unknown_version':
      return {
        title: `Versi ${warning.version} tidak dikenal.`,
        words: 'Lembar ini dicetak dari data lain, jadi hanya diarsipkan. Isi kehadirannya di halaman kelas.',
      }
    case 'twice':
      return {
        title: 'Lembar ini sudah pernah dipindai',
        words: `(${formatMoment(warning.at)}). Buang salah satunya bila sama.`,
      }
  }
}

/** Result of a file: "12 halaman disimpan, 2 di antaranya belum diketahui kelasnya." */
export function formatReceipt({ pages, seen, unreadable }: ScanReceipt): string {
  const unknown = pages.filter(page => page.state === 'unfiled').length
  const sentences = [
    pages.length > 0 &&
      `${pages.length} halaman disimpan${unknown > 0 ? `, ${unknown} di antaranya belum diketahui kelasnya` : ''}.`,
    seen > 0 && `${seen} halaman sudah ada dari berkas yang sama.`,
    unreadable.length > 0 && `Halaman ${unreadable.join(', ')} tidak dapat dibaca.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Confidence of a reading as text. */
export function formatCertainty(confidence: number): string {
  if (confidence >= 0.95) return 'yakin'
  return confidence >= 0.8 ? 'cukup yakin' : 'ragu'
}
