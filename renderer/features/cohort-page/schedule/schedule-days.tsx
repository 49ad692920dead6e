import { Flex } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { DayPlan } from '../../../../shared/features/cohort/cohort.ts'
import type { Cohort, CohortDay } from '../../../../shared/features/cohort/contract.ts'
import { dayTopics } from '../../../../shared/features/cohort/day-topics.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { useToday } from '../../../app/client.ts'
import { attendancePath } from '../../../app/cohort-path.ts'
import { GridFoot } from '../../../app/grid/grid-foot.tsx'
import type { SavingGridState } from '../../../app/grid/use-saving-grid.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { gridKeys } from '../../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { RejectedValues } from '../../../ui/grid/rejected-values.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { Rail } from '../../../ui/rail/rail.tsx'
import { railDays, railGaps } from '../../cohort/rail-days.ts'
import styles from './cohort-schedule.module.css'
import { ScheduleGrid } from './schedule-grid.tsx'
import { planOf } from './schedule-writes.ts'
import { UnitHours } from './unit-hours.tsx'

interface ScheduleDaysProps {
  cohort: Cohort
  grid: SavingGridState<CohortDay, DayPlan>
  error: string | null
  onPick: (n: number) => void
}

/** The days with hours, topics and instructors, compared with the hours that the units need. */
export function ScheduleDays({ cohort, grid, error, onPick }: ScheduleDaysProps) {
  const router = useRouter()
  const today = useToday()
  function fillTopics() {
    const topics = dayTopics(
      cohort.units,
      cohort.days.map(one => one.hours),
    )
    const open = cohort.days.filter(one => !one.held && one.topic !== topics[one.n - 1])
    void grid.store(
      open.map(one => ({ ...planOf(one), topic: topics[one.n - 1] ?? '' })),
      open.map(planOf),
    )
  }

  return (
    <>
      <Panel
        title={`${shortDay(cohort.start, { year: true })} s.d. ${shortDay(cohort.end, { year: true })}`}
        extra={`${cohort.days.length} hari kerja · ${cohort.totalHours} JP`}
      >
        <Rail
          days={railDays(cohort.days, today)}
          gaps={railGaps(cohort.skipped)}
          size="L"
          withSkipped
          onOpen={day => router.history.push(attendancePath(cohort.code, day.n))}
        />
      </Panel>
      <Columns stacks widths="1fr 18.75rem" gap="0.875rem 1rem">
        <Flex miw={0} direction="column" gap="0.625rem">
          <div className={styles.notes}>
            <ErrorNote error={error} />
            <RejectedValues values={grid.rejected} onClose={grid.forgetRejected} />
          </div>
          <ScheduleGrid cohort={cohort} {...grid.handlers} onPick={onPick} />
          <GridFoot
            hints={[
              gridKeys.note('ubah isi'),
              gridKeys.pick('pilih instruktur'),
              gridKeys.fill,
              gridKeys.paste,
              grid.undo.actions[0],
            ]}
            savedAt={grid.savedAt}
          />
        </Flex>
        <UnitHours
          units={cohort.units}
          hours={cohort.totalHours}
          action={
            <ActionButton needs="cohort.change" size="xs" icon={IconWand} onAction={fillTopics}>
              Isi materi dari kurikulum
            </ActionButton>
          }
        />
      </Columns>
    </>
  )
}
