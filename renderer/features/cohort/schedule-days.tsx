import { IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import type { DayPlan } from '../../../shared/features/cohort/cohort.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { dayTopics } from '../../../shared/features/cohort/day-topics.ts'
import type { InstructorRow } from '../../../shared/features/instructor/contract.ts'
import type { UndoStack } from '../../app/use-undo.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { LeftValues } from '../../ui/left-values.tsx'
import { Note } from '../../ui/note.tsx'
import { SavedSign } from '../../ui/saved-sign.tsx'
import { ClassRail } from './class-rail.tsx'
import styles from './class-schedule.module.css'
import { ScheduleGrid } from './schedule-grid.tsx'
import { planOf, scheduleWrites } from './schedule-writes.ts'
import { UnitHours } from './unit-hours.tsx'

export interface ScheduleDaysProps {
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
      <ClassRail cohort={cohort} size="L" />
      <div className={styles.columns}>
        <div className={styles.days}>
          <div className={styles.notes}>
            {error && (
              <Note tone="err" live>
                {error}
              </Note>
            )}
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
          <div className={styles.foot}>
            <KeyHints
              hints={[
                { keys: 'F2', text: 'ubah isi' },
                { keys: 'F4', text: 'pilih instruktur' },
                { keys: 'Ctrl D', text: 'isi ke bawah' },
                { keys: 'Ctrl V', text: 'tempel dari Excel' },
                { keys: 'Ctrl Z', text: 'urungkan' },
              ]}
            />
            <SavedSign at={savedAt} />
          </div>
        </div>
        <UnitHours
          units={cohort.units}
          hours={cohort.totalHours}
          act={
            <ActButton size="xs" icon={IconWand} onAct={fillTopics}>
              Isi materi dari kurikulum
            </ActButton>
          }
        />
      </div>
    </>
  )
}
