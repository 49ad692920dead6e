import { Select } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { type ActivityId, activityId } from '../../../shared/ids.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { api } from '../../app/client.ts'
import { field } from '../../ui/field.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { openByF4 } from '../../ui/open-by-f4.ts'
import { numberWords } from './activity-columns.tsx'
import { activitiesPath, withSearch } from './activity-paths.ts'

export interface ActivitySelectProps {
  /** The budget year, that of the first day of the class; null while it is not known. */
  year: number | null
  value: ActivityId | null
  onChange: (id: ActivityId | null) => void
  error?: ReactNode
  className?: string | undefined
}

/** Which activity pays for a class: one of the year in which it starts, found by number, name or source. */
export function ActivitySelect({ year, value, onChange, error, className }: ActivitySelectProps) {
  const reading = useQuery(api.activity.list.queryOptions({ input: year === null ? skipToken : { year } }))
  const rows = reading.data?.rows ?? []
  const chosen = rows.find(row => row.id === value)
  const gone = reading.data !== undefined && value !== null && chosen === undefined
  // The class has moved to another budget year: what was chosen for the old one cannot pay for it.
  useEffect(() => {
    if (gone) onChange(null)
  })
  return (
    <Select
      className={className ?? ''}
      {...field({
        label: 'Kegiatan',
        aside: chosen && `${fundingSourceName(chosen.fundingSource)}, sisa ${rupiah(chosen.left)}`,
        hint: hintOf(year, reading.data !== undefined && rows.length === 0),
      })}
      placeholder={rows.length === 0 ? '' : 'Ketik nomor, nama atau sumber dana'}
      searchable
      clearable
      openOnFocus={false}
      onKeyDown={openByF4}
      disabled={rows.length === 0}
      data-path="activityId"
      data={rows.map(row => ({
        value: String(row.id),
        label: `${numberWords(row.number)} ${row.title} · ${fundingSourceName(row.fundingSource)}`,
      }))}
      value={chosen ? String(chosen.id) : null}
      error={error}
      onChange={id => onChange(id === null ? null : activityId.parse(Number(id)))}
    />
  )
}

function hintOf(year: number | null, none: boolean): ReactNode {
  if (year === null) return 'Isi tanggal mulai dulu; kegiatan dipilih dari tahun anggaran itu.'
  if (!none) return undefined
  return (
    <>
      Belum ada kegiatan {year}. Boleh menyusul.{' '}
      <LinkAct size="small" path={withSearch(activitiesPath, { tahun: year })}>
        Isi kegiatan
      </LinkAct>
    </>
  )
}
