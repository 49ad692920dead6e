import { command, output, query } from '../../operation.ts'
import { type DayOffPreview, dayOffChange } from './day-off-change.ts'

export const replanContract = {
  /** Effect of a late or withdrawn day off on the classes, with the answers given so far. */
  preview: query('cohort.change', dayOffChange, output<DayOffPreview>()),
  /** Changes calendar, dates, teaching and reasons of every affected class, all or nothing. Refused while a problem is unanswered. */
  apply: command('cohort.change', 'Menerapkan libur mendadak', dayOffChange, output<{ cohorts: string[] }>()),
}
