import { IconPrinter, IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayPlan } from '../../../shared/features/cohort/cohort.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { dayTopics } from '../../../shared/features/cohort/day-topics.ts'
import { api } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { useUndo } from '../../app/use-undo.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { LeftValues } from '../../ui/left-values.tsx'
import { Note } from '../../ui/note.tsx'
import { SavedSign } from '../../ui/saved-sign.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { ClassPage, WithCohort } from './class-page.tsx'
import { ClassRail } from './class-rail.tsx'
import styles from './class-schedule.module.css'
import { InstructorDialog } from './instructor-dialog.tsx'
import { ScheduleGrid } from './schedule-grid.tsx'
import { planOf, scheduleWrites } from './schedule-writes.ts'
import { UnitHours } from './unit-hours.tsx'

/** Jadwal: the days with their hours, topics and instructors, against the hours that the units ask for. */
export function ClassSchedule({ code }: { code: string }) {
  return (
    <WithCohort code={code} tab="schedule" title="Jadwal">
      {cohort => <Schedule cohort={cohort} />}
    </WithCohort>
  )
}

function Schedule({ cohort }: { cohort: Cohort }) {
  const { now } = useSession()
  const instructors = useQuery(api.instructor.list.queryOptions({ input: {} }))
  const update = useCommand(api.cohort.updateDays)
  const serial = useSerial()
  const undo = useUndo()
  const paper = usePaperDialog(cohort)
  const [left, setLeft] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [picking, setPicking] = useState<number | null>(null)
  const day = cohort.days.find(one => one.n === picking)
  const print = () => paper.open('schedule')

  async function save(plans: DayPlan[], before: DayPlan[]) {
    if (plans.length === 0) return
    const store = async (days: DayPlan[]) => {
      const stored = await serial(() => update.run({ code: cohort.code, days }))
      if (stored) setSavedAt(now)
      return stored
    }
    if (await store(plans)) undo.push({ undo: () => store(before), redo: () => store(plans) })
  }
  function fillTopics() {
    const topics = dayTopics(
      cohort.units,
      cohort.days.map(one => one.hours),
    )
    const open = cohort.days.filter(one => !one.held && one.topic !== topics[one.n - 1])
    void save(
      open.map(one => ({ ...planOf(one), topic: topics[one.n - 1] ?? '' })),
      open.map(planOf),
    )
  }

  useKeys([{ keys: 'Ctrl P', label: 'cetak jadwal', run: print }])

  return (
    <ClassPage
      cohort={cohort}
      tab="schedule"
      title="Jadwal"
      facts={`${cohort.days.length} hari · ${cohort.totalHours} JP`}
      actions={
        <ActButton icon={IconPrinter} keys="Ctrl P" onAct={print}>
          Cetak jadwal
        </ActButton>
      }
    >
      <ClassRail cohort={cohort} size="L" />
      <div className={styles.columns}>
        <div className={styles.days}>
          <div className={styles.notes}>
            {update.error && (
              <Note tone="err" live>
                {update.error}
              </Note>
            )}
            <LeftValues values={left} onClose={() => setLeft([])} />
          </div>
          <ScheduleGrid
            cohort={cohort}
            onWrite={(changes, _how, outside) => {
              const read = scheduleWrites(changes, cohort.days, instructors.data ?? [])
              setLeft([...read.left, ...outside.map(text => `“${text}”`)])
              void save(read.plans, read.before)
            }}
            onUndo={() => void undo.undo()}
            onRedo={() => void undo.redo()}
            onPick={setPicking}
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
      {day && (
        <InstructorDialog
          cohort={cohort}
          day={day}
          instructors={instructors.data ?? []}
          onSave={async plans => {
            const chosen = new Set(plans.map(plan => plan.n))
            await save(plans, cohort.days.filter(one => chosen.has(one.n)).map(planOf))
            setPicking(null)
          }}
          onClose={() => setPicking(null)}
        />
      )}
      {paper.dialog}
    </ClassPage>
  )
}
