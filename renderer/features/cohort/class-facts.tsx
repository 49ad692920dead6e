import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { longDate } from '../../../shared/kernel/date-words.ts'
import { timeRange } from '../../../shared/kernel/time.ts'
import { api } from '../../app/client.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { activityPath } from '../activity/activity-paths.ts'
import styles from './class-facts.module.css'
import { ClassFactsForm } from './class-facts-form.tsx'
import { teachingWords } from './teaching-words.ts'

/** What was decided about a class apart from its days: read at a glance, changed in place. */
export function ClassFacts({ cohort }: { cohort: Cohort }) {
  const [editing, setEditing] = useState(false)
  const rooms = useQuery(api.program.rooms.queryOptions({ input: {} }))
  const fixed = cohort.status === 'cancelled'
  useKeys(editing || fixed ? [] : [{ keys: 'F2', label: 'ubah keterangan kelas', run: () => setEditing(true) }])
  if (editing) return <ClassFactsForm cohort={cohort} rooms={rooms.data ?? []} onClose={() => setEditing(false)} />
  return (
    <Panel
      title="Keterangan kelas"
      extra={
        !fixed && (
          <span className={styles.edit}>
            <LinkAct onAct={() => setEditing(true)}>Ubah</LinkAct> <KeyCap>F2</KeyCap>
          </span>
        )
      }
    >
      <div className={styles.columns}>
        <FactList
          facts={[
            { label: 'Waktu', value: timeRange(cohort.startTime, cohort.endTime) },
            { label: 'Ruang', value: cohort.room },
            { label: 'Instruktur', value: teachingWords(cohort.days) },
            { label: 'Aturan kelas ini', value: ruleWords(cohort) },
          ]}
        />
        <FactList
          facts={[
            { label: 'Surat keputusan', value: decreeWords(cohort) },
            { label: 'Ditetapkan oleh', value: cohort.decreeIssuer },
            { label: 'SK tentang', value: cohort.decreeSubject },
            { label: 'Kegiatan', value: <ActivityWords cohort={cohort} /> },
            { label: 'Sumber dana', value: cohort.fundingSource },
          ]}
        />
      </div>
    </Panel>
  )
}

/** The name of the activity as the papers write it; where the class belongs to one, the way to it. */
function ActivityWords({ cohort: { activity, activityId } }: { cohort: Cohort }) {
  if (activityId === null) return activity === '' ? 'Belum berkegiatan' : `${activity} (belum berkegiatan)`
  return <LinkAct path={activityPath(activityId)}>{activity}</LinkAct>
}

function decreeWords({ decreeNumber, decreeDate }: Cohort): string {
  return [decreeNumber, decreeDate ? `tanggal ${longDate(decreeDate)}` : ''].filter(Boolean).join(' ')
}

function ruleWords({ rules }: Cohort): string {
  return `hadir ≥ ${rules.minimumAttendance} %, teori ${rules.theoryWeight} : praktik ${rules.practiceWeight}`
}
