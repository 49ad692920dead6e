import { IconCalendarWeek, IconClock, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { api, useRead } from '../../../app/client.ts'
import { layOver } from '../../../app/desk/on-the-way.ts'
import { useSharedCommand } from '../../../app/desk/use-shared-command.tsx'
import { useSavingGrid } from '../../../app/grid/use-saving-grid.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { CohortFrame, WithCohort } from '../../cohort/cohort-frame.tsx'
import { formatRange } from '../../cohort/teaching-format.ts'
import { usePaperDialog } from '../../paper/use-paper-dialog.tsx'
import { CohortTimetable } from '../../timetable/timetable-view.tsx'
import { InstructorDialog } from './instructor-dialog.tsx'
import { ScheduleDays } from './schedule-days.tsx'
import { planOf, scheduleWrites, withPlan } from './schedule-writes.ts'

/** Schedule of a class: units over the hours, or days with hours, topics and instructors. */
export function CohortSchedule({ code }: { code: string }) {
  return (
    <WithCohort code={code} tab="schedule" title="Jadwal">
      {cohort => <Schedule cohort={cohort} />}
    </WithCohort>
  )
}

const views = [
  { value: 'hours', label: 'Jam pelajaran' },
  { value: 'days', label: 'Per hari' },
] as const

function Schedule({ cohort }: { cohort: Cohort }) {
  const [view, setView] = useState<(typeof views)[number]['value']>('hours')
  const instructors = useRead(api.instructor.list, {})
  const update = useSharedCommand(api.timetable.updateDays, {
    label: ({ row, field }) => `${row}, ${dayLabels[field] ?? field}`,
    format: ({ field }, value) =>
      field === 'instructorIds' && Array.isArray(value)
        ? value.map(id => instructors.data?.find(one => one.id === id)?.name ?? '').join(', ') || 'kosong'
        : undefined,
  })
  const paper = usePaperDialog(cohort)
  const [settingClock, setSettingClock] = useState(false)
  const [picking, setPicking] = useState<number | null>(null)
  const day = cohort.days.find(one => one.n === picking && !one.held)
  const print: Action = { label: 'Cetak jadwal', keys: 'Ctrl P', icon: IconPrinter, run: () => paper.open('schedule') }

  const grid = useSavingGrid({
    grid: `days ${cohort.code}`,
    rows: cohort.days,
    read: (changes, days) => scheduleWrites(changes, days, instructors.data ?? []),
    save: (days, seen) => update.run({ code: cohort.code, days, seen }),
    lay: (days, plans) =>
      layOver(
        days,
        plans,
        (one, plan) => one.n === plan.n,
        (one, plan) => withPlan(one, plan, instructors.data ?? []),
      ),
  })
  useActions([print])

  return (
    <CohortFrame
      cohort={cohort}
      tab="schedule"
      title="Jadwal"
      facts={[`${cohort.days.length} hari · ${cohort.totalHours} JP`, formatLocked(cohort)].filter(Boolean).join(' · ')}
      actions={
        <>
          <SwitchBar label="Tampilan jadwal" options={views} value={view} onChange={setView} />
          <ActionButton
            needs="cohort.change"
            icon={IconClock}
            onAction={() => {
              setView('hours')
              setSettingClock(true)
            }}
          >
            Atur jam
          </ActionButton>
          <ActionButton icon={IconCalendarWeek} onAction={() => paper.open('schedule-week')}>
            Cetak mingguan
          </ActionButton>
          <ActionButton action={print} />
        </>
      }
    >
      {update.choice}
      {view === 'hours' ? (
        <CohortTimetable
          cohort={cohort}
          undo={grid.undo}
          error={update.error}
          onTeachers={setPicking}
          settingClock={settingClock}
          onClockSet={() => setSettingClock(false)}
        />
      ) : (
        <ScheduleDays
          cohort={{ ...cohort, days: [...grid.rows] }}
          grid={grid}
          error={update.error}
          onPick={setPicking}
        />
      )}
      {day && (
        <InstructorDialog
          cohort={cohort}
          day={day}
          instructors={instructors.data ?? []}
          onSave={async plans => {
            const chosen = new Set(plans.map(plan => plan.n))
            await grid.store(plans, grid.rows.filter(one => chosen.has(one.n)).map(planOf))
            setPicking(null)
          }}
          onClose={() => setPicking(null)}
        />
      )}
      {paper.dialog}
    </CohortFrame>
  )
}

const dayLabels: Readonly<Record<string, string>> = { hours: 'JP', topic: 'materi', instructorIds: 'pengajar' }

/** 'hari ke-1 s.d. 12 terkunci': days that were held. */
function formatLocked({ days }: Cohort): string {
  const held = days.filter(day => day.held).map(day => day.n)
  return held.length === 0 ? '' : `hari ke-${formatRange(held)} terkunci`
}
