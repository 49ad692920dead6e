import { IconAlertTriangle } from '@tabler/icons-react'
import type { Activity } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { shortDate } from '../../../shared/kernel/date-words.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, client } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { Badge } from '../../ui/badge.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PathLink } from '../../ui/path-link.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import styles from './activity-side.module.css'

export interface ActivitySideProps {
  activity: Activity
  onAssign: () => void
}

/** The classes of an activity, and its lines in the budget document. */
export function ActivitySide({ activity, onAssign }: ActivitySideProps) {
  const { classes, people } = activity
  const release = useCommand(api.activity.assign, {
    done: (_, { code }) => `${code} dilepas dari kegiatan.`,
    undo: (_, { code }) => client.activity.assign({ code, activityId: activity.id }),
  })
  return (
    <>
      <Panel
        title="Kelas"
        facts={classes.length > 0 && `${people} peserta`}
        extra={
          <LinkAct size="small" onAct={onAssign}>
            Masukkan kelas
          </LinkAct>
        }
      >
        {classes.length === 0 && <p className={styles.none}>Belum ada kelas di kegiatan ini.</p>}
        <ul className={styles.list}>
          {classes.map(row => (
            <li key={row.code} className={styles.class}>
              <div>
                <PathLink path={classPath(row.code)} className={styles.name}>
                  {row.title}
                </PathLink>
                <div className={styles.detail}>
                  {row.code} · {shortDate(row.start)} – {shortDate(row.end)} · {row.people} peserta
                </div>
                {yearOf(row.end) > activity.budgetYear && (
                  <div className={styles.crossing}>
                    <IconAlertTriangle size={14} aria-hidden /> selesai di tahun anggaran {yearOf(row.end)}
                  </div>
                )}
              </div>
              <div className={styles.end}>
                {row.decided && <Badge tone="ok">selesai</Badge>}
                <LinkAct
                  size="small"
                  label={`Lepas ${row.title} dari kegiatan`}
                  onAct={() => void release.run({ code: row.code, activityId: null })}
                >
                  Lepas
                </LinkAct>
              </div>
            </li>
          ))}
        </ul>
        {release.error !== null && (
          <Note tone="err" live>
            {release.error}
          </Note>
        )}
      </Panel>
      <Panel title="Dokumen anggaran">
        <FactList
          facts={[
            { label: 'Sumber dana', value: fundingSourceName(activity.fundingSource) },
            { label: 'Kegiatan', value: activity.budgetActivity },
            { label: 'Sub kegiatan', value: activity.budgetSubActivity },
            { label: 'Kode rekening', value: activity.accountCode },
            { label: 'Kejuruan', value: activity.trade === null ? '' : tradeName(activity.trade) },
          ]}
        />
      </Panel>
    </>
  )
}
