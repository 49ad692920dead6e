import { IconCalendarOff, IconCalendarPlus } from '@tabler/icons-react'
import { Navigate, useNavigate, useRouter } from '@tanstack/react-router'
import type { CalendarYear } from '../../../shared/features/calendar/contract.ts'
import { monthOf, yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useRead, useToday } from '../../app/client.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import { Joined } from '../../ui/page/joined.tsx'
import { Page } from '../../ui/page/page.tsx'
import type { PageTab } from '../../ui/page/page-tabs.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { DayOffDrawer } from './day-off-drawer.tsx'
import { DayOffList } from './day-off-list.tsx'
import { lateHolidayPath } from './late-holiday-path.ts'
import { MonthView } from './month-view.tsx'
import { UnfilledYear } from './unfilled-year.tsx'
import { YearCohorts } from './year-cohorts.tsx'
import { YearGrid } from './year-grid.tsx'
import { YearSource } from './year-source.tsx'
import { YearTablePanel } from './year-table-panel.tsx'

interface CalendarSearch {
  /** The day being edited: its date, or 'baru'. */
  hari?: string
  /** The month shown, 1 to 12; without it the year. */
  bulan?: number
}

function calendarSearch({ hari, bulan }: Record<string, unknown>): CalendarSearch {
  const month = Number(bulan)
  return {
    ...(typeof hari === 'string' ? { hari } : {}),
    ...(Number.isInteger(month) && month >= 1 && month <= 12 ? { bulan: month } : {}),
  }
}

export const calendarRoute = pageRoute(
  '/kalender',
  function ThisYear() {
    const today = useToday()
    const search = calendarRoute.useSearch()
    return <Navigate to="/kalender/$tahun" params={{ tahun: String(yearOf(today)) }} search={search} replace />
  },
  calendarSearch,
)

export const calendarYearRoute = pageRoute('/kalender/$tahun', CalendarPage, calendarSearch)

/** A year with its days off and the decree they are based on. */
function CalendarPage() {
  const today = useToday()
  const year = Number(calendarYearRoute.useParams().tahun) || yearOf(today)
  const { hari, bulan } = calendarYearRoute.useSearch()
  const navigate = useNavigate()
  const { history } = useRouter()
  const reading = useRead(api.calendar.year, { year })
  const years = useRead(api.calendar.years, {})
  const look = (search: CalendarSearch) =>
    navigate({ to: '/kalender/$tahun', params: { tahun: String(year) }, search, replace: true })
  const view = bulan === undefined ? {} : { bulan }
  const edit = (date: string | undefined) => look(date === undefined ? view : { ...view, hari: date })
  const thisMonth = yearOf(today) === year ? monthOf(today) : 1
  const add: Action = {
    label: 'Tambah hari libur',
    hint: 'hari libur baru',
    needs: 'cohort.change',
    keys: 'Alt B',
    icon: IconCalendarPlus,
    run: () => edit('baru'),
  }
  useActions([add])
  return (
    <Page
      title={`Kalender ${year}`}
      facts={
        reading.data && (
          <Joined
            parts={[
              reading.data.days.length > 0 && (
                <LinkAction key="days" size="small" onAction={() => goToFirst('hari libur')}>
                  {reading.data.days.length} hari libur
                </LinkAction>
              ),
              reading.data.cohorts.length > 0 && (
                <LinkAction key="classes" size="small" onAction={() => goToFirst('kelas')}>
                  {reading.data.cohorts.length} kelas
                </LinkAction>
              ),
            ]}
          />
        )
      }
      tabs={yearTabs(years.data?.map(row => row.year) ?? [], year, yearOf(today))}
      actions={
        <>
          <SwitchBar
            label="Tampilan"
            value={bulan === undefined ? 'year' : 'month'}
            onChange={shown => look(shown === 'year' ? {} : { bulan: thisMonth })}
            options={[
              { value: 'year', label: 'Tahun' },
              { value: 'month', label: 'Bulan' },
            ]}
          />
          <ActionButton needs="cohort.change" icon={IconCalendarOff} onAction={() => history.push(lateHolidayPath())}>
            Libur mendadak
          </ActionButton>
          <ActionButton action={add} />
        </>
      }
      side={
        reading.data && (
          <>
            {reading.data.source !== null && <YearSource year={year} source={reading.data.source} />}
            <YearTablePanel year={year} />
            <DayOffList
              days={reading.data.days}
              today={today}
              source={reading.data.source}
              onEdit={day => edit(day.date)}
            />
          </>
        )
      }
    >
      <QueryBoundary query={reading} rows={12}>
        {data => (
          <>
            {data.source === null && <UnfilledYear year={data} onAdd={add.run} />}
            {bulan === undefined ? (
              <Panel label={`Dua belas bulan ${year}`}>
                <YearGrid year={data} today={today} onOpen={edit} />
              </Panel>
            ) : (
              <MonthView
                year={data}
                month={bulan}
                today={today}
                onMonth={month => look({ bulan: month })}
                onOpen={edit}
              />
            )}
            <YearCohorts year={data} today={today} />
          </>
        )}
      </QueryBoundary>
      {reading.data && hari !== undefined && (
        <DayOffDrawer key={hari} {...openedDay(reading.data, hari)} onClose={() => edit(undefined)} />
      )}
    </Page>
  )
}

/** Goes to the first row of a list further down this page. */
function goToFirst(list: 'hari libur' | 'kelas'): void {
  document.querySelector<HTMLElement>(`[data-list="${list}"] :is(a, button)`)?.focus()
}

/** The stored day off named in the address, or the date of a new one. */
function openedDay(year: CalendarYear, hari: string) {
  const day = year.days.find(one => one.date === hari)
  return day ? { day } : { day: null, date: hari }
}

/** Years with a table, plus one before and one after, to be filled in or viewed. */
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
