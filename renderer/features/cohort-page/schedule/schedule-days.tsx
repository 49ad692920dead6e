import { Flex } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import type { DayPlan } from '../../../../shared/features/cohort/cohort.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { dayTopics } from '../../../../shared/features/cohort/day-topics.ts'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import type { UndoStack } from '../../../app/use-undo.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { SavedSign } from '../../../ui/form/saved-sign.tsx'
import { LeftValues } from '../../../ui/grid/left-values.tsx'
import { CohortRail } from '../summary/cohort-rail.tsx'
import styles from './cohort-schedule.module.css'
import { ScheduleGrid } from './schedule-grid.tsx'
import { planOf, scheduleWrites } from './schedule-writes.ts'
import { UnitHours } from './unit-hours.tsx'

interface ScheduleDaysProps {
  cohort: Cohort
  instructors: readonly InstructorRow[]
  undo: UndoStack
  error: string | null
  savedAt: string | null
  onSave: (plans: DayPlan[], before: DayPlan[]) => Promise<void>
  onPick: (n: number) => void
}

/** The days with their hours, topics and instructors, against the hours that the units ask for. */
export function ScheduleDays({ cohort, instructors, undo, error, savedAt, onSave, onPick }: ScheduleDaysProps) {
  const [left, setLeft] = useState<readonly string[]>([])

  function fillTopics() {
    const topics = dayTopics(
      cohort.units,
      cohort.days.map(one => one.hours),
    )
    const open = cohort.days.filter(one => !one.held && one.topic !== topics[one.n - 1])
    void onSave(
      open.map(one => ({ ...planOf(one), topic: topics[one.n - 1] ?? '' })),
      open.map(planOf),
    )
  }

  return (
    <>
      <CohortRail cohort={cohort} size="L" />
      <div className={styles.columns}>
        <Flex miw={0} direction="column" gap="0.625rem">
          <div className={styles.notes}>
            <ErrorNote error={error} />
            <LeftValues values={left} onClose={() => setLeft([])} />
          </div>
          <ScheduleGrid
            cohort={cohort}
            onWrite={(changes, _how, outside) => {
              const read = scheduleWrites(changes, cohort.days, instructors)
              setLeft([...read.left, ...outside.map(text => `“${text}”`)])
              void onSave(read.plans, read.before)
            }}
            onUndo={() => void undo.undo()}
            onRedo={() => void undo.redo()}
            onPick={onPick}
          />
          <Flex justify="space-between" gap="1rem">
            <KeyHints
              hints={[
                { keys: 'F2', text: 'ubah isi' },
                { keys: 'F4', text: 'pilih instruktur' },
                { keys: 'Ctrl D', text: 'isi ke bawah' },
                { keys: 'Ctrl V', text: 'tempel dari Excel' },
                undo.actions[0],
              ]}
            />
            <SavedSign at={savedAt} />
          </Flex>
        </Flex>
        <UnitHours
          units={cohort.units}
          hours={cohort.totalHours}
          action={
            <ActionButton size="xs" icon={IconWand} onAction={fillTopics}>
              Isi materi dari kurikulum
            </ActionButton>
          }
        />
      </div>
    </>
  )
}
