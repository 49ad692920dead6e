import { useState } from 'react'
import type { CohortChange } from '../../../../shared/features/cohort/contract.ts'
import { addDays, type PlainDate, shortDay, shortWeekday } from '../../../../shared/kernel/plain-date.ts'
import { formatOperation } from '../../../../shared/operation-labels.ts'
import { api, QueryBoundary, useRead, useToday } from '../../../app/client.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatClock } from '../../../ui/page/moment-format.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './class-history.module.css'

const few = 6
const most = 500

/** Who did what in this class, newest first. */
export function ClassHistory({ code }: { code: string }) {
  const today = useToday()
  const [all, setAll] = useState(false)
  const reading = useRead(api.cohort.history, { code, limit: all ? most : few })
  const total = reading.data?.total ?? 0
  return (
    <Panel
      title="Riwayat"
      extra={total > few && !all && <LinkAction onAction={() => setAll(true)}>Semua {total}</LinkAction>}
    >
      <QueryBoundary query={reading} rows={few}>
        {({ rows }) => (
          <ol className={styles.changes} tabIndex={all ? 0 : undefined} aria-label="Riwayat kelas">
            {rows.map(change => (
              <li key={`${change.at} ${change.operation}`}>
                <time dateTime={change.at}>{formatWhen(change.at, today)}</time>
                <span className={layout.cut}>{formatChange(change)}</span>
                <span className={styles.who}>{change.operator}</span>
              </li>
            ))}
          </ol>
        )}
      </QueryBoundary>
    </Panel>
  )
}

/** 'Menutup hari ke-3 s.d. 14' */
function formatChange({ operation, days }: CohortChange): string {
  const label = formatOperation(operation)
  if (!days) return label
  const which = days.from === days.to ? `ke-${days.from}` : `ke-${days.from} s.d. ${days.to}`
  const act = label.replace(/( satu| beberapa)? hari$/, '')
  return act === label ? `${label}, hari ${which}` : `${act} hari ${which}`
}

/** '08.12' today, 'Rab 15.41' within the last days, 'Jum 14 Agu' before. */
function formatWhen(at: string, today: PlainDate): string {
  const date = at.slice(0, 10) as PlainDate
  if (date === today) return formatClock(at)
  return date > addDays(today, -6) ? `${shortWeekday(date)} ${formatClock(at)}` : shortDay(date)
}
