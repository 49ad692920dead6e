import type { CohortRow } from '../../../../shared/features/cohort/contract.ts'
import { type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { OneLine } from '../../../ui/page/one-line.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import { Rail } from '../../../ui/rail/rail.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'
import { railDays, railGaps } from '../rail-days.ts'
import { cohortState } from './cohort-state.ts'

/** Columns of the list of classes. */
export function cohortColumns(today: PlainDate): DataColumn<CohortRow>[] {
  return [
    { head: 'Kode', width: '6.75rem', cell: row => <OneLine text={row.code} width="narrow" />, sort: row => row.code },
    { head: 'Kelas', names: true, cell: row => <OneLine text={row.title} />, sort: row => row.title },
    {
      head: '15 hari',
      width: '18rem',
      cell: row => <Rail size="S" days={railDays(row.days, today)} gaps={railGaps(row.skipped)} />,
    },
    { head: 'Mulai – selesai', width: '9.5rem', cell: row => formatPeriod(row, today), sort: row => row.start },
    {
      head: 'Instruktur',
      spare: true,
      cell: row => <OneLine text={row.instructors.join(', ') || '–'} width="narrow" />,
      sort: row => row.instructors[0] ?? null,
    },
    {
      head: 'Peserta',
      spare: true,
      width: '5rem',
      align: 'end',
      cell: row => (
        <PathLink path={cohortPath(row.code, 'trainees')} tabIndex={-1}>
          {row.trainees}
        </PathLink>
      ),
      sort: row => row.trainees,
    },
    {
      head: 'Keadaan',
      width: '8.5rem',
      cell: row => {
        const { tone, words } = cohortState(row, today)
        return <Badge tone={tone}>{words}</Badge>
      },
      sort: row => cohortState(row, today).words,
    },
  ]
}

/** '16 Des – 8 Jan 2025': the year only if it is not the present one. */
function formatPeriod({ start, end }: CohortRow, today: PlainDate): string {
  const year = yearOf(end) === yearOf(today) ? '' : ` ${yearOf(end)}`
  return `${shortDate(start)} – ${shortDate(end)}${year}`.replaceAll(' ', '\u00a0')
}
