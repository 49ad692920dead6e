import { Select } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { usualActivity } from '../../../shared/features/activity/usual-activity.ts'
import type { TradeCode } from '../../../shared/features/program/trades.ts'
import { type ActivityId, activityId } from '../../../shared/ids.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { api, useRead } from '../../app/client.ts'
import { withSearch } from '../../app/list/with-search.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { field } from '../../ui/form/field.tsx'
import { spellNumber } from './activity-columns.tsx'
import { activitiesPath } from './activity-paths.ts'

interface ActivitySelectProps {
  /** Budget year of the first day of the class; null while unknown. */
  year: number | null
  /** For a new class: proposes an activity by trade until the person has chosen one. */
  trade?: TradeCode | null
  value: ActivityId | null
  onChange: (id: ActivityId | null) => void
  error?: ReactNode
  className?: string | undefined
}

/** Chooses the activity that pays for a class, among those of its start year; found by number, name or source. */
export function ActivitySelect({ year, trade = null, value, onChange, error, className }: ActivitySelectProps) {
  const reading = useRead(api.activity.list, year === null ? null : { year })
  const rows = reading.data?.rows ?? []
  const chosen = rows.find(row => row.id === value)
  const gone = reading.data !== undefined && value !== null && chosen === undefined
  // The class moved to another budget year: the chosen activity cannot pay for it.
  useEffect(() => {
    if (gone) onChange(null)
  })
  const proposed = useRef<ActivityId | null>(null)
  const usual = reading.data && trade ? (usualActivity(reading.data.rows, trade)?.id ?? null) : null
  // Proposed once per program and year: a choice or an emptied field stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another proposal is a reason
  useEffect(() => {
    const own = value !== null && value !== proposed.current && !gone
    proposed.current = usual
    if (!own && usual !== value && trade !== null && reading.data !== undefined) onChange(usual)
  }, [usual])
  return (
    <Select
      className={className ?? ''}
      {...field({
        label: 'Kegiatan',
        aside: chosen && `${fundingSourceName(chosen.fundingSource)}, sisa ${rupiah(chosen.left)}`,
        hint:
          chosen && chosen.id === proposed.current
            ? 'Diusulkan menurut kejuruan; ganti bila lain.'
            : hintOf(year, reading.data !== undefined && rows.length === 0),
      })}
      placeholder={rows.length === 0 ? '' : 'Ketik nomor, nama atau sumber dana'}
      searchable
      selectFirstOptionOnChange
      // Otherwise opening selects the chosen option a moment later, which undoes the selection by typing.
      selectFirstOptionOnDropdownOpen
      clearable
      openOnFocus={false}
      disabled={rows.length === 0}
      data-path="activityId"
      data={rows.map(row => ({
        value: String(row.id),
        label: `${spellNumber(row.number)} ${row.title} · ${fundingSourceName(row.fundingSource)}`,
      }))}
      value={chosen ? String(chosen.id) : null}
      error={
        error && year !== null ? (
          <span>
            {error}{' '}
            <LinkAction needs="money.change" size="small" path={withSearch(activitiesPath, { tahun: year })}>
              Buat kegiatan
            </LinkAction>
          </span>
        ) : (
          error
        )
      }
      onChange={id => onChange(id === null ? null : activityId.parse(Number(id)))}
    />
  )
}

function hintOf(year: number | null, none: boolean): ReactNode {
  if (year === null) return 'Isi tanggal mulai dulu; kegiatan dipilih dari tahun anggaran itu.'
  if (!none) return undefined
  return (
    <>
      Belum ada kegiatan {year}; kelas ini dicatat belum berkegiatan.{' '}
      <LinkAction size="small" path={withSearch(activitiesPath, { tahun: year })}>
        Buat kegiatan
      </LinkAction>
    </>
  )
}
