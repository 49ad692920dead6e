import { Flex } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { api } from '../../../app/client.ts'
import type { Action } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { activityPath } from '../../activity/activity-paths.ts'
import { formatTeaching } from '../../cohort/teaching-format.ts'
import { CohortFactsForm } from './cohort-facts-form.tsx'

/** What was decided about a class apart from its days: read at a glance, changed in place. */
export function CohortFacts({ cohort }: { cohort: Cohort }) {
  const [editing, setEditing] = useState(false)
  const rooms = useQuery(api.program.rooms.queryOptions({ input: {} }))
  const fixed = cohort.status === 'cancelled'
  const edit: Action = { label: 'Ubah', hint: 'ubah keterangan kelas', keys: 'F2', run: () => setEditing(true) }
  useActions([!editing && !fixed && edit])
  if (editing) return <CohortFactsForm cohort={cohort} rooms={rooms.data ?? []} onClose={() => setEditing(false)} />
  return (
    <Panel
      title="Keterangan kelas"
      extra={
        !fixed && (
          <Flex component="span" display="inline-flex" align="center" gap="0.5rem">
            <LinkAction action={edit} />
          </Flex>
        )
      }
    >
      <Columns gap="0.5rem 2rem" widths="repeat(auto-fit, minmax(20rem, 1fr))" align="stretch">
        <FactList
          facts={[
            { label: 'Waktu', value: timeRange(cohort.startTime, cohort.endTime) },
            { label: 'Ruang', value: cohort.room },
            { label: 'Instruktur', value: formatTeaching(cohort.days) },
            { label: 'Aturan kelas ini', value: formatRule(cohort) },
          ]}
        />
        <FactList
          facts={[
            { label: 'Surat keputusan', value: formatDecree(cohort) },
            { label: 'Ditetapkan oleh', value: cohort.decreeIssuer },
            { label: 'SK tentang', value: cohort.decreeSubject },
            { label: 'Kegiatan', value: <ActivityText cohort={cohort} /> },
            { label: 'Sumber dana', value: cohort.fundingSource },
          ]}
        />
      </Columns>
    </Panel>
  )
}

/** The name of the activity as the papers write it; where the class belongs to one, the way to it. */
function ActivityText({ cohort: { activity, activityId } }: { cohort: Cohort }) {
  if (activityId === null) return activity === '' ? 'Belum berkegiatan' : `${activity} (belum berkegiatan)`
  return <LinkAction path={activityPath(activityId)}>{activity}</LinkAction>
}

function formatDecree({ decreeNumber, decreeDate }: Cohort): string {
  return [decreeNumber, decreeDate ? `tanggal ${longDate(decreeDate)}` : ''].filter(Boolean).join(' ')
}

function formatRule({ rules }: Cohort): string {
  return `hadir ≥ ${rules.minimumAttendance} %, teori ${rules.theoryWeight} : praktik ${rules.practiceWeight}`
}
