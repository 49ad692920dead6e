import { Box, UnstyledButton } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import type { Act } from '../../../shared/features/history/contract.ts'
import { fullDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { formatOperation } from '../../../shared/operation-labels.ts'
import { api, useRead } from '../../app/client.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { formatClock } from '../../ui/page/moment-format.ts'
import { formatHeld } from './act-format.ts'
import { ActIcon } from './act-icon.tsx'
import styles from './history.module.css'

interface ActListProps {
  acts: readonly Act[]
  chosen: number | null
  onChoose: (id: number) => void
  /** The act whose changes are shown below it. */
  opened: number | null
  onOpen: (id: number | null) => void
  /** The last row came into view. */
  onEnd: () => void
}

/** One row for each act, grouped by day; → shows its changes, Enter opens what it is about. */
export function ActList({ acts, chosen, onChoose, opened, onOpen, onEnd }: ActListProps) {
  const router = useRouter()
  const days = [...Map.groupBy(acts, act => act.at.slice(0, 10))]
  const at = acts.findIndex(act => act.id === chosen)

  function move(by: number) {
    const next = acts[Math.min(acts.length - 1, Math.max(0, at + by))]
    if (at + by >= acts.length - 1) onEnd()
    if (!next) return
    onChoose(next.id)
    document.querySelector<HTMLElement>(`[data-act="${next.id}"]`)?.focus()
  }
  function press(event: KeyboardEvent, act: Act) {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Home') move(-acts.length)
    else if (event.key === 'ArrowRight' && act.records > 1) onOpen(act.id)
    else if (event.key === 'ArrowLeft') onOpen(null)
    else if (event.key === 'Enter' && act.path) router.history.push(act.path)
    else return
    event.preventDefault()
  }

  return (
    <div>
      {days.map(([day, rows]) => (
        <section key={day} className={styles.day} aria-label={fullDate(day as PlainDate)}>
          <h2 className={styles.dayHead}>
            {fullDate(day as PlainDate)} <span>{rows.length} tindakan</span>
          </h2>
          {rows.map(act => (
            <div key={act.id}>
              <UnstyledButton
                className={styles.act}
                data-row
                data-act={act.id}
                tabIndex={act.id === (chosen ?? acts[0]?.id) ? 0 : -1}
                aria-pressed={act.id === chosen}
                aria-expanded={act.records > 1 ? act.id === opened : undefined}
                onClick={() => onChoose(act.id)}
                onFocus={() => onChoose(act.id)}
                onDoubleClick={() => act.path && router.history.push(act.path)}
                onKeyDown={event => press(event, act)}
              >
                <Box component="span" flex="none" w="2.25rem" c="var(--ink-2)">
                  {formatClock(act.at)}
                </Box>
                <span className={styles.who}>{act.operator}</span>
                <ActIcon act={act} />
                <span className={styles.what}>
                  <b>{formatOperation(act.operation)}</b> {act.object}
                </span>
                {act.approvedBy && <Badge tone="info">disetujui {act.approvedBy.split(' ')[0]}</Badge>}
                <span className={styles.held}>{formatHeld(act)}</span>
              </UnstyledButton>
              {act.id === opened && <OpenedRows id={act.id} />}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

function OpenedRows({ id }: { id: number }) {
  const reading = useRead(api.history.act, { id })
  const records = reading.data?.records ?? []
  return (
    <ul className={styles.records} aria-label="Catatan tindakan ini">
      {records.map(record => (
        <li key={record.id}>
          <Box component="span" w="4rem">
            {record.id}
          </Box>
          <span className={styles.what}>{record.object}</span>
          <span className={styles.held}>
            {record.fields && record.fields.length > 0 && `${record.fields.length} kolom`}
          </span>
        </li>
      ))}
      {reading.data && reading.data.act.records > records.length && (
        <li>… {reading.data.act.records - records.length} catatan lagi</li>
      )}
    </ul>
  )
}
