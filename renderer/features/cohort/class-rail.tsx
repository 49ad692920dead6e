import { useRouter } from '@tanstack/react-router'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { useToday } from '../../app/session.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Rail } from '../../ui/rail.tsx'
import type { RailSize } from '../../ui/rail-day.ts'
import { skippedDays } from '../../ui/rail-layout.ts'
import { skippedWords } from '../../ui/rail-words.ts'
import styles from './class-rail.module.css'
import { attendancePath } from './next-act.ts'
import { budgetYearSpans } from './plan-spans.ts'
import { railDays, railGaps } from './rail-days.ts'

export interface ClassRailProps {
  cohort: Cohort
  size?: Exclude<RailSize, 'S'>
}

/** The days of a class with what they skip, by name; a day opens its attendance. */
export function ClassRail({ cohort, size = 'M' }: ClassRailProps) {
  const router = useRouter()
  const today = useToday()
  const gaps = railGaps(cohort.skipped)
  const skipped = skippedDays(gaps)
  const spans = budgetYearSpans(cohort.days)
  return (
    <Panel
      title={
        <span className={styles.period}>
          {shortDay(cohort.start, { year: true })} <span className={styles.until}>s.d.</span>{' '}
          {shortDay(cohort.end, { year: true })}
        </span>
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
          {skipped.map(gap => `${shortDay(gap.date)} ${skippedWords(gap)}`).join(' · ')}
        </p>
      )}
    </Panel>
  )
}
