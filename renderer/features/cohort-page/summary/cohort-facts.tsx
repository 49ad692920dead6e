import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { api, useRead } from '../../../app/client.ts'
import { useMayRun } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { activityPath } from '../../activity/activity-paths.ts'
import { formatTeaching } from '../../cohort/teaching-format.ts'
import { CohortFactsForm } from './cohort-facts-form.tsx'

interface CohortFactsProps {
  cohort: Cohort
  editing: boolean
  onClose: () => void
}

/** Facts of a class other than its days, read and edited in place. */
export function CohortFacts({ cohort, editing, onClose }: CohortFactsProps) {
  const rooms = useRead(api.program.rooms, {})
  if (editing) return <CohortFactsForm cohort={cohort} rooms={rooms.data ?? []} onClose={onClose} />
  return (
    <Panel label="Keterangan kelas">
      <Columns gap="0.25rem 2rem" widths="repeat(auto-fit, minmax(19rem, 1fr))" align="stretch">
        <FactList
          facts={[
            { label: 'Waktu', value: timeRange(cohort.startTime, cohort.endTime) },
            { label: 'Aturan', value: formatRule(cohort) },
            { label: 'Kegiatan', value: <ActivityText cohort={cohort} /> },
          ]}
        />
        <FactList
          facts={[
            { label: 'Instruktur', value: formatTeaching(cohort.days) },
            { label: 'SK peserta', value: formatDecree(cohort) },
            { label: 'Sumber dana', value: cohort.fundingSource },
          ]}
        />
      </Columns>
    </Panel>
  )
}

/** The name of the activity as papers print it, linked if the class belongs to one. */
function ActivityText({ cohort: { activity, activityId } }: { cohort: Cohort }) {
  const mayRun = useMayRun()
  if (activityId === null) return activity === '' ? 'Belum berkegiatan' : `${activity} (belum berkegiatan)`
  return mayRun({ needs: 'money.see' }) ? <LinkAction path={activityPath(activityId)}>{activity}</LinkAction> : activity
}

function formatDecree({ decreeNumber, decreeDate }: Cohort): string {
  return [decreeNumber, decreeDate ? `${shortDay(decreeDate, { year: true })}` : ''].filter(Boolean).join(', ')
}

function formatRule({ rules }: Cohort): string {
  return `hadir ≥ ${rules.minimumAttendance} %, teori ${rules.theoryWeight} : praktik ${rules.practiceWeight}`
}
