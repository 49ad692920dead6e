import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { searchPath } from '../../app/list/search-words.ts'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import tasks from './open-task-panel.module.css'
import styles from './overdue-panel.module.css'

const path = '/laporan/penelusuran'
const shown = 4

/** Graduates who should have been asked by now, the longest overdue first. Whoever may not see people has no such panel. */
export function OverduePanel({ today }: { today: PlainDate }) {
  const { data } = useQuery(api.home.overdueCalls.queryOptions({ input: {} }))
  if (!data) return null
  return (
    <Panel
      title={<>Tindak lanjut lewat waktu {data.count > 0 && <Badge tone="err">{data.count}</Badge>}</>}
      extra={
        data.count > shown && (
          <LinkAction size="small" path={path}>
            Semua
          </LinkAction>
        )
      }
      flush
    >
      {data.count === 0 ? (
        <p className={tasks.none}>
          <IconCircleCheck size={16} aria-hidden /> Tidak ada yang harus dihubungi.
        </p>
      ) : (
        <ul className={layout.lines} aria-label="Lulusan yang harus dihubungi">
          {data.rows.slice(0, shown).map(row => (
            <li key={`${row.name} ${row.cohort} ${row.month}`} className={styles.row}>
              <b className={layout.cut}>{row.name}</b>
              <LinkAction size="small" path={searchPath(path, row.name)} label={`Hubungi ${row.name}`}>
                Hubungi
              </LinkAction>
              <span className={layout.detail}>
                {row.cohort} · setelah {row.month} bulan
              </span>
              <span className={styles.late}>
                <IconAlertCircle size={14} aria-hidden /> {late(daysBetween(row.due, today))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function late(days: number): string {
  return days === 0 ? 'mulai hari ini' : `lewat ${days} hari`
}
