import { IconCalendarPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, Navigate, useNavigate } from '@tanstack/react-router'
import type { CalendarYear } from '../../../shared/features/calendar/contract.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useToday } from '../../app/session.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { Page, type PageTab } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { DayOffDrawer } from './day-off-drawer.tsx'
import { DayOffList } from './day-off-list.tsx'
import { UnfilledYear } from './unfilled-year.tsx'
import { YearClasses } from './year-classes.tsx'
import { YearGrid } from './year-grid.tsx'
import { YearSource } from './year-source.tsx'

interface CalendarSearch {
  /** The day that is being edited: its date, or 'baru'. */
  hari?: string
}

function calendarSearch(search: Record<string, unknown>): CalendarSearch {
  return typeof search.hari === 'string' ? { hari: search.hari } : {}
}

export const calendarRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kalender',
  validateSearch: calendarSearch,
  component: function ThisYear() {
    const today = useToday()
    const search = calendarRoute.useSearch()
    return <Navigate to="/kalender/$tahun" params={{ tahun: String(yearOf(today)) }} search={search} replace />
  },
})

export const calendarYearRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kalender/$tahun',
  validateSearch: calendarSearch,
  component: CalendarPage,
})

/** A year at a glance, its days off and the decree that they rest on. */
function CalendarPage() {
  const today = useToday()
  const year = Number(calendarYearRoute.useParams().tahun) || yearOf(today)
  const { hari } = calendarYearRoute.useSearch()
  const navigate = useNavigate()
  const reading = useQuery(api.calendar.year.queryOptions({ input: { year } }))
  const years = useQuery(api.calendar.years.queryOptions({ input: {} }))
  const edit = (date: string | undefined) =>
    navigate({
      to: '/kalender/$tahun',
      params: { tahun: String(year) },
      search: date === undefined ? {} : { hari: date },
      replace: true,
    })
  const add = () => edit('baru')
  useKeys([{ keys: 'Alt B', label: 'hari libur baru', run: add }])
  return (
    <Page
      title={`Kalender ${year}`}
      facts={reading.data && `${reading.data.days.length} hari libur · ${reading.data.cohorts.length} kelas`}
      tabs={yearTabs(years.data?.map(row => row.year) ?? [], year, yearOf(today))}
      actions={
        <ActButton icon={IconCalendarPlus} keys="Alt B" onAct={add}>
          Tambah hari libur
        </ActButton>
      }
      side={
        reading.data && (
          <>
            {reading.data.source !== null && <YearSource year={year} source={reading.data.source} />}
            <DayOffList days={reading.data.days} source={reading.data.source} onEdit={day => edit(day.date)} />
          </>
        )
      }
    >
      <Reading query={reading} rows={12}>
        {data => (
          <>
            {data.source === null && <UnfilledYear year={data} onAdd={add} />}
            <Panel label={`Dua belas bulan ${year}`}>
              <YearGrid year={data} today={today} onOpen={edit} />
            </Panel>
            <YearClasses year={data} />
          </>
        )}
      </Reading>
      {reading.data && hari !== undefined && (
        <DayOffDrawer key={hari} {...openedDay(reading.data, hari)} today={today} onClose={() => edit(undefined)} />
      )}
    </Page>
  )
}

/** The stored day off of the address, else a date for a new one. */
function openedDay(year: CalendarYear, hari: string) {
  const day = year.days.find(one => one.date === hari)
  return day ? { day } : { day: null, date: hari }
}

/** The years with a table, and one more at both ends so that it can be filled in or looked up. */
function yearTabs(filled: readonly number[], shown: number, now: number): PageTab[] {
  const years = new Set([...filled, shown, now, Math.max(now, ...filled) + 1])
  return [...years]
    .sort((a, b) => a - b)
    .map(year => ({
      label: filled.includes(year) ? String(year) : `${year} (belum ada)`,
      path: `/kalender/${year}`,
      active: year === shown,
    }))
}
