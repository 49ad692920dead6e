import { plainDate } from '../../kernel/plain-date.ts'
import type { DayOff } from './day-off.ts'

/**
 * National holidays with the same date every year. All others follow the moon and must be typed from the decree, because computed dates are wrong by
 * days.
 */
export function fixedHolidays(year: number): DayOff[] {
  const day = (month: number, date: number, name: string): DayOff => ({
    date: plainDate(year, month, date),
    kind: 'national_holiday',
    name,
  })
  return [
    day(1, 1, `Tahun Baru ${year} Masehi`),
    day(5, 1, 'Hari Buruh Internasional'),
    day(6, 1, 'Hari Lahir Pancasila'),
    day(8, 17, 'Proklamasi Kemerdekaan'),
    day(12, 25, 'Kelahiran Yesus Kristus (Natal)'),
  ]
}
