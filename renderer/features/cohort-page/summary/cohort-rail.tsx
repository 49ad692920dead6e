import { Flex } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import { attendancePath } from '../../../app/cohort-path.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { Rail } from '../../../ui/rail/rail.tsx'
import { formatSkipped } from '../../../ui/rail/rail-format.ts'
import { type RailColumn, railColumns, railRows, skippedDays } from '../../../ui/rail/rail-layout.ts'
import { budgetYearSpans } from '../../cohort/budget-year-spans.ts'
import { railDays, railGaps } from '../../cohort/rail-days.ts'
import { scansPath } from '../../scan/scan-labels.ts'
import styles from './cohort-rail.module.css'
import { dayFigures, presentTenths } from './day-figures.ts'
import { DayLine } from './day-line.tsx'
import { PlanWarnings } from './plan-warnings.tsx'

/** The days of a class with the days off between, and the state of each day; a day opens its attendance. */
export function CohortRail({ cohort }: { cohort: Cohort }) {
  const router = useRouter()
  const today = useToday()
  const { code } = cohort
  const grid = useRead(api.attendance.grid, { code })
  const scans = useRead(api.scan.list, { code })
  const gaps = railGaps(cohort.skipped)
  const skipped = skippedDays(gaps)
  const spans = budgetYearSpans(cohort.days)
  const figures = grid.data ? dayFigures(grid.data, scans.data ?? []) : []
  const tenths = presentTenths(figures)
  const waiting = figures.filter(day => day.scan === 'waits').length
  const expected = figures.find(day => day.state === 'open')?.expected ?? figures.at(-1)?.expected ?? cohort.trainees
  return (
    <Panel
      title={
        <span className={layout.oneLine}>
          {shortDay(cohort.start)} <span className={layout.aside}>s.d.</span> {shortDay(cohort.end, { year: true })}
        </span>
      }
      extra={
        <Flex align="center" gap="1rem">
          {waiting > 0 && (
            <LinkAction needs="attendance.change" path={`${scansPath}?kelas=${code}`}>
              Pindai {waiting} hari
            </LinkAction>
          )}
          <span className={styles.figures}>
            <b>{cohort.days.length}</b> hari kerja · <b>{cohort.totalHours}</b> JP
          </span>
        </Flex>
      }
    >
      {skipped.length > 0 && (
        <p className={styles.skipped}>
          <b>{skipped.length} hari dilewati</b>{' '}
          {skipped.map(gap => `${shortDay(gap.date)} ${formatSkipped(gap)}`).join(' · ')}
        </p>
      )}
      {railRows(railColumns(railDays(cohort.days, today), gaps)).map(row => (
        <DayLine
          key={row.find(column => column.type === 'day')?.day.n}
          row={row}
          figures={figures}
          head={
            <>
              Hadir dari {expected}
              {tenths !== null && <b>{`${Math.floor(tenths / 10)},${tenths % 10}\u00a0%`}</b>}
            </>
          }
          rail={
            <Rail
              days={daysOf(row)}
              gaps={row.flatMap(column => (column.type === 'gap' ? column.gaps : []))}
              size="M"
              onOpen={day => router.history.push(attendancePath(code, day.n))}
              {...(spans.length > 1 ? { spans } : {})}
            />
          }
        />
      ))}
      <PlanWarnings warnings={cohort.status === 'planned' || cohort.status === 'running' ? cohort.warnings : []} />
    </Panel>
  )
}

function daysOf(row: readonly RailColumn[]) {
  return row.flatMap(column => (column.type === 'day' ? [column.day] : []))
}
