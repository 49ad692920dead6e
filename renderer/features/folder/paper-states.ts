import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import { type PaperStage, paperStages, stageOf } from '../../../shared/features/paper/paper-stage.ts'
import { type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { fitsWords } from '../../ui/table/fits-words.ts'
import { isDue, type PaperStanding, standingOf } from './next-paper-act.ts'

export type StandingRow = { row: FolderRow; standing: PaperStanding }

/** The chips of the checklist; keys 1 to 4 choose them. */
export const folderFilters = [
  { value: 'all', label: 'Semua', fits: () => true },
  { value: 'due', label: 'Perlu tindakan', fits: ({ standing }: StandingRow) => isDue(standing) },
  { value: 'scan', label: 'Hasil scan', fits: ({ standing }: StandingRow) => standing.act.kind === 'scan' },
  { value: 'returned', label: 'Dikembalikan', fits: ({ row }: StandingRow) => row.state === 'RETURNED' },
] as const
export type FolderFilter = (typeof folderFilters)[number]['value']

export function standingRows(rows: readonly FolderRow[], cohort: Cohort): StandingRow[] {
  return rows.map(row => ({ row, standing: standingOf(row, cohort) }))
}

/** The rows of a chip whose title or section contains every typed word. */
export function filterRows(rows: readonly StandingRow[], filter: FolderFilter, text: string): StandingRow[] {
  const fits = folderFilters.find(one => one.value === filter)?.fits ?? (() => true)
  return rows.filter(one => fits(one) && fitsWords(text, one.row.title, one.row.section))
}

export type StageGroup = { stage: PaperStage; label: string; rows: StandingRow[]; done: number }

/** The rows grouped by stage, in the order of a class's life. */
export function stageGroups(rows: readonly StandingRow[]): StageGroup[] {
  const byStage = Map.groupBy(rows, ({ row }) => stageOf(row.key).stage)
  return paperStages.flatMap(({ value: stage, label }) => {
    const own = byStage.get(stage)
    return own ? [{ stage, label, rows: own, done: own.filter(one => one.standing.complete).length }] : []
  })
}

/** The stage of a class today. */
export function stageNow(
  { days, start, progress }: Pick<Cohort, 'days' | 'start' | 'progress'>,
  today: PlainDate,
): PaperStage {
  if (today < start) return 'preparation'
  if (days.some(day => day.closed === null)) return 'running'
  return progress.certificates ? 'report' : 'closing'
}

/** The period of a stage, as text; for the present one the day. */
export function stageFact(group: StageGroup, cohort: Cohort, today: PlainDate): string {
  const { days, start, end } = cohort
  if (group.done === group.rows.length) return 'selesai'
  const last = `setelah hari ke-${days.length}, ${shortDay(end)}`
  const day = days.find(one => one.date === today)
  switch (group.stage) {
    case 'preparation':
      return `sebelum hari ke-1, ${shortDay(start)}`
    case 'opening':
      return `hari ke-1, ${shortDay(start)}`
    case 'running':
      return day ? `hari ke-${day.n}` : `hari ke-1 s.d. ${days.length}`
    case 'closing':
      return today > end ? 'sesudah sidang' : `mulai ${last}`
    case 'money':
      return today > end ? 'kehadiran sudah lengkap' : `uang transport dihitung ${last}`
    case 'report':
      return `paling akhir, ${last}`
    case 'forms':
      return 'dari kantor sendiri'
  }
}
