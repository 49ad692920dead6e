import { Box } from '@mantine/core'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import { applicantStateName } from '../../../../shared/features/registration/applicant-state.ts'
import type { Registration } from '../../../../shared/features/registration/contract.ts'
import { isScored } from '../../../../shared/features/registration/registration.ts'
import { stageName } from '../../../../shared/features/registration/registration-format.ts'
import { type PlainDate, shortDate } from '../../../../shared/kernel/plain-date.ts'
import type { KeyGridSideColumn } from '../../../ui/grid/key-grid.tsx'
import type { ApplicantRow } from './applicant-rows.tsx'

export const after: KeyGridSideColumn<ApplicantRow>[] = [
  {
    key: 'nik',
    head: 'NIK',
    width: '8.875rem',
    cell: row => (
      <Box component="span" ff="monospace" fw={500} fz="0.75rem">
        {row.maskedNik}
      </Box>
    ),
  },
  { key: 'village', head: 'Kelurahan', width: '7.5rem', cell: row => row.village ?? '–' },
  { key: 'on', head: 'Daftar', width: '3.75rem', cell: row => shortDate(row.registeredOn) },
  { key: 'state', head: 'Keadaan', width: '9.5rem', cell: row => applicantStateName(row.state) },
  { key: 'rest', head: '', cell: () => null },
]

export function factsOf(registration: Registration) {
  const { stages, reserves, keptPlaces, keptActivity, emptyVillages, cohort, year } = registration
  const kept = keptActivity?.title ?? `semua kegiatan ${year}`
  return [
    { label: 'Masa daftar', value: `${shortDate(registration.opens)} – ${shortDate(registration.closes)}` },
    {
      label: 'Tahap',
      value:
        stages.map(one => `${stageName(one.kind)}${isScored(one.kind) ? ` ${one.weight}%` : ''}`).join(', ') ||
        'tanpa tahap',
    },
    { label: 'Cadangan', value: `${reserves} orang` },
    ...(keptPlaces > 0
      ? [
          {
            label: 'Disediakan',
            value: `${keptPlaces} tempat bagi kelurahan tanpa peserta (${kept}${emptyVillages === null ? '' : `: ${emptyVillages} kelurahan`})`,
          },
        ]
      : []),
    { label: 'Kelas', value: cohort ? `${cohort.title} · ${cohort.code}` : 'menyusul' },
  ]
}

/** Today, or the nearest day of the application period. */
export function usualDate({ opens, closes }: Registration, today: PlainDate): PlainDate {
  return today < opens ? opens : today > closes ? closes : today
}

export function dateProblem(
  on: PlainDate | null,
  { opens, closes }: Registration,
  today: PlainDate,
): string | undefined {
  if (on === null) return 'Isi tanggal daftar.'
  if (on > today) return domainErrorMessage({ code: 'registered_in_future', date: on })
  if (on < opens || on > closes) return domainErrorMessage({ code: 'registration_not_open', date: on, opens, closes })
  return undefined
}
