import type { DayFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import { wasPresent } from '../../../../../shared/features/attendance/mark.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fullDate, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { sumOrNull } from '../../../../../shared/kernel/sum-or-null.ts'
import { drawList, listOf } from '../../../paper-kit/list-paper.ts'
import {
  digitsOf,
  drawInWords,
  drawMoneyHead,
  moneySigners,
  moneyYears,
  sumRow,
} from '../../../paper-kit/money-paper.ts'
import type { Sheet } from '../../../pdf/sheet.ts'

const title = 'REKAPITULASI KONSUMSI PESERTA PELATIHAN'

/** Meals of a day; null if not recorded yet, or without a price. */
type MealLine = { day: DayFacts; portions: number | null; money: number | null }

/** Days of a budget year: one portion for everybody present. */
export function mealLines({ days, trainees, rates, recordedUntilDay }: ListFacts, year: number): MealLine[] {
  return days
    .filter(day => yearOf(day.date) === year)
    .map(day => {
      const portions = day.n > recordedUntilDay ? null : trainees.filter(one => wasPresent(one.marks[day.n - 1])).length
      const money = portions === null || rates.meal === null ? null : portions * rates.meal
      return { day, portions, money }
    })
}

/** Costs of meals by budget year, after the daily sheets. */
export function drawMealYears(sheet: Sheet, facts: ListFacts, size: PaperSize): void {
  for (const period of moneyYears(facts)) {
    const lines = mealLines(facts, period.year)
    const total = sumOrNull(lines.map(line => line.money))
    const portions = sumOrNull(lines.map(line => line.portions))
    const sums = sumRow('Jumlah', 2, [String(portions ?? ''), '', digitsOf(total)], 7)
    drawList(sheet, facts, size, {
      name: 'Rekapitulasi konsumsi',
      footer: `Rekapitulasi konsumsi TA ${period.year}`,
      title,
      head: () => drawMoneyHead(sheet, facts, { title, what: 'Konsumsi peserta pelatihan', kind: 'MEAL', period }),
      ...listOf(lines, { height: 6.6, headHeight: 8, last: [sums] }, usable => [
        { title: 'Hari ke-', width: 16, align: 'center', cell: ({ day }) => String(day.n) },
        { title: 'Hari, Tanggal', width: usable - 104, cell: ({ day }) => fullDate(day.date) },
        { title: 'Porsi', width: 20, align: 'right', cell: one => String(one.portions ?? '') },
        { title: 'Harga (Rp)', width: 32, align: 'right', cell: () => digitsOf(facts.rates.meal) },
        { title: 'Jumlah (Rp)', width: 36, align: 'right', cell: one => digitsOf(one.money) },
      ]),
      signOff: () => ({
        ...moneySigners(facts, period.to),
        lead: 17,
        note: y => drawInWords(sheet, y + 5.6, total),
      }),
    })
  }
}
