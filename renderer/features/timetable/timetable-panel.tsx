import { Box, Flex, VisuallyHidden } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { TimetableDay } from '../../../shared/features/timetable/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../shared/kernel/time.ts'
import { useToday } from '../../app/client.ts'
import { attendancePath } from '../../app/cohort-path.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { formatSkipped } from '../../ui/rail/rail-format.ts'
import { skippedDays } from '../../ui/rail/rail-layout.ts'
import { railDays, railGaps } from '../cohort/rail-days.ts'
import { BlockBar } from './block-bar.tsx'
import { TimetableGrid } from './grid/timetable-grid.tsx'
import { placeAt } from './open-row.ts'
import { formatBlock, formatClock, formatPlace } from './timetable-labels.ts'
import { pausesOf } from './timetable-lines.ts'
import styles from './timetable-panel.module.css'

type TimetablePanelProps = ComponentProps<typeof BlockBar> &
  Pick<ComponentProps<typeof TimetableGrid>, 'hintId' | 'marked' | 'onTeachers'> & { cohort: Cohort }

/** The blocks in the hours of the days, the actions on the chosen block above, and the legend below. */
export function TimetablePanel(props: TimetablePanelProps) {
  const { cohort, moves, units, cutting, onCutting, actions, hintId, marked, onTeachers } = props
  const router = useRouter()
  const today = useToday()
  const { carried } = moves
  const gaps = railGaps(cohort.skipped)
  const skipped = skippedDays(gaps)
  const to = carried && placeAt(moves.days, carried.start)
  return (
    <Panel flush label="Jam pelajaran">
      <BlockBar {...{ moves, units, cutting, onCutting, actions }} />
      <TimetableGrid
        days={railDays(cohort.days, today)}
        gaps={gaps}
        moves={moves}
        units={units}
        hintId={hintId}
        onOpenDay={n => router.history.push(attendancePath(cohort.code, n))}
        onTeachers={onTeachers}
        marked={marked}
        room={cohort.room}
      />
      <VisuallyHidden role="status">
        {carried && to ? `${formatBlock(carried.block, units)} ke ${formatPlace(to)}` : ''}
      </VisuallyHidden>
      <div className={styles.foot}>
        <Flex component="p" wrap="wrap" align="center" gap="0.375rem">
          <span className={styles.theory} aria-hidden /> teori <span className={styles.practice} aria-hidden /> praktik
          <Box component="span" ms="0.5rem">
            angka: JP · garis: istirahat
          </Box>
        </Flex>
        <ClockLegend days={moves.days} />
        {skipped.length > 0 && (
          <p>
            <b className={styles.skipped}>{skipped.length} hari dilewati</b>{' '}
            {skipped.map(gap => `${shortDay(gap.date)} ${formatSkipped(gap)}`).join(' · ')}
          </p>
        )}
      </div>
    </Panel>
  )
}

/** The times of each kind of day in the class, with names of breaks, for which a day is too narrow. */
function ClockLegend({ days }: { days: readonly TimetableDay[] }) {
  // A Friday in the fasting month is still a Friday, but with shorter hours, so the first hour is part of the key.
  const kinds = Map.groupBy(days, ({ clockKind, clock }) => `${clockKind} ${clock[0]?.start}–${clock[0]?.end}`)
  return [...kinds].map(([key, ofKind]) => {
    const day = ofKind.toSorted((a, b) => b.hours - a.hours)[0]
    const [first, last] = [day?.clock[0], day?.clock.at(-1)]
    if (!day || !first || !last) return null
    const alone = days.every(one => one.clockKind !== day.clockKind || ofKind.includes(one))
    const pauses = pausesOf(day).map(pause => `${pause.name} ${timeRange(pause.start, pause.end)}`)
    return (
      <p key={key}>
        <b>
          {formatClock[day.clockKind]}
          {!alone && ` hari ke-${ofKind.map(one => one.n).join(', ')}`}
        </b>{' '}
        {[timeRange(first.start, last.end), ...pauses].join(' · ')}
      </p>
    )
  })
}
