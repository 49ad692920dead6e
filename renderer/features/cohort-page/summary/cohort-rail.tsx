import { Box } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import { attendancePath } from '../../../app/cohort-path.ts'
import { useToday } from '../../../app/session.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { Rail } from '../../../ui/rail/rail.tsx'
import type { RailSize } from '../../../ui/rail/rail-day.ts'
import { formatSkipped } from '../../../ui/rail/rail-format.ts'
import { skippedDays } from '../../../ui/rail/rail-layout.ts'
import { budgetYearSpans } from '../../cohort/budget-year-spans.ts'
import { railDays, railGaps } from '../../cohort/rail-days.ts'
import styles from './cohort-rail.module.css'

interface CohortRailProps {
  cohort: Cohort
  size?: Exclude<RailSize, 'S'>
}

/** The days of a class with what they skip, by name; a day opens its attendance. */
export function CohortRail({ cohort, size = 'M' }: CohortRailProps) {
  const router = useRouter()
  const today = useToday()
  const gaps = railGaps(cohort.skipped)
  const skipped = skippedDays(gaps)
  const spans = budgetYearSpans(cohort.days)
  return (
    <Panel
      title={
        <Box component="span" fz="1.0625rem">
          {shortDay(cohort.start, { year: true })} <span className={layout.aside}>s.d.</span>{' '}
          {shortDay(cohort.end, { year: true })}
        </Box>
      }
      extra={
        <span className={styles.figures}>
          <b>{cohort.days.length}</b> hari kerja · <b>{cohort.totalHours}</b> JP
        </span>
      }
    >
      <Rail
        days={railDays(cohort.days, today)}
        gaps={gaps}
        size={size}
        withSkipped={size === 'L'}
        onOpen={day => router.history.push(attendancePath(cohort.code, day.n))}
        {...(spans.length > 1 ? { spans } : {})}
      />
      {size === 'M' && skipped.length > 0 && (
        <p className={styles.skipped}>
          <b>{skipped.length} hari dilewati</b>{' '}
          {skipped.map(gap => `${shortDay(gap.date)} ${formatSkipped(gap)}`).join(' · ')}
        </p>
      )}
    </Panel>
  )
}
