import type { QrCode } from '../../../pdf/qr-code.ts'

/**
 * The code by which a signed sheet is recognised when it comes back as a scan: 'B1.TR2403.011.02' is class TR-2024-03, day
 * 01, page 1, plan 02; day '00' stands for all days. Null for a class whose code does not fit into six characters: its
 * sheets go without.
 */
export function sheetCode(classCode: string, day: number, page: number, planVersion: number): QrCode | null {
  const parts = /^([A-Z]{2})-20(\d{2})-(\d{2})$/.exec(classCode)
  if (!parts || day > 99 || page > 9 || planVersion > 99) return null
  const text = `B1.${parts[1]}${parts[2]}${parts[3]}.${twoDigits(day)}${page}.${twoDigits(planVersion)}`
  return { text, level: 'Q', mode: 'alphanumeric' }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
