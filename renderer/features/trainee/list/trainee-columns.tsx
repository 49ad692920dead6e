import { Box } from '@mantine/core'
import { yearOfCode } from '../../../../shared/features/cohort/cohort-code.ts'
import type { TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { formatTraineeState } from '../../../../shared/features/trainee/trainee-state-format.ts'
import { shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import layout from '../../../ui/page/layout.module.css'
import { OneLine } from '../../../ui/page/one-line.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'

/** Optional columns; name and NIK are always shown. */
export const choosableColumns = ['sex', 'birthDate', 'village', 'district', 'phone', 'cohort'] as const

export const traineeColumns: readonly DataColumn<TraineeRow>[] = [
  {
    key: 'name',
    head: 'Nama',
    names: true,
    cell: row => (
      <>
        <OneLine text={row.name} />
        {row.state === 'FROZEN' && <Badge tone="warn">Dibekukan</Badge>}
      </>
    ),
    sort: row => row.name,
  },
  { key: 'nik', head: 'NIK', width: '8.25rem', cell: row => <span className={layout.digits}>{row.maskedNik}</span> },
  { key: 'sex', head: 'L/P', spare: true, width: '3.5rem', cell: row => row.sex, sort: row => row.sex },
  {
    key: 'birthDate',
    head: 'Tanggal lahir',
    width: '7.5rem',
    cell: row => `${row.state === 'ANONYMOUS' ? '' : shortDate(row.birthDate)} ${yearOf(row.birthDate)}`,
    sort: row => row.birthDate,
  },
  {
    key: 'village',
    head: 'Kelurahan',
    cell: row => <OneLine text={row.village ?? '–'} width="narrow" />,
    sort: row => row.village ?? '',
  },
  {
    key: 'district',
    head: 'Kecamatan',
    spare: true,
    width: '7rem',
    cell: row => <OneLine text={row.district ?? '–'} width="narrow" />,
    sort: row => row.district ?? '',
  },
  {
    key: 'phone',
    head: 'No. HP',
    width: '7.75rem',
    cell: row => <OneLine text={row.phone === '' ? '–' : showPhone(row.phone)} width="narrow" />,
  },
  {
    key: 'cohort',
    head: 'Kelas',
    cell: row =>
      row.cohort && (
        <Box component="span" className={layout.cut} display="block" maw="10.5rem">
          <PathLink path={cohortPath(row.cohort.code)} tabIndex={-1} className={layout.bareLink}>
            {row.cohort.title}
          </PathLink>{' '}
          <span className={layout.quiet}>{yearOfCode(row.cohort.code)}</span>
          {row.cohort.status !== 'enrolled' && (
            <Box component="span" ms="0.5rem" c="var(--ink-2)">
              {formatTraineeState(row.cohort.status)}
            </Box>
          )}
        </Box>
      ),
    sort: row => row.cohort?.title ?? '',
  },
]
