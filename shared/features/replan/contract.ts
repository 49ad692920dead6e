import { command, output, query } from '../../operation.ts'
import { type DayOffPreview, dayOffChange } from './day-off-change.ts'

export const replanContract = {
  /** What a day off that comes late, or one that is taken back, does to the classes; with the answers given so far. */
  preview: query('cohort.change', dayOffChange, output<DayOffPreview>()),
  /** All or nothing: calendar, dates, teaching and reasons of every affected class. Refuses while a problem has no answer. */
  apply: command('cohort.change', 'Menerapkan libur mendadak', dayOffChange, output<{ cohorts: string[] }>()),
}
