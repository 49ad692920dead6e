import { IconCalendarOff } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { DayOffChange } from '../../../shared/features/replan/day-off-change.ts'
import { shortDay, yearOf } from '../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { ChangedPapers } from './changed-papers.tsx'
import styles from './late-holiday-receipt.module.css'
import type { useLateHoliday } from './use-late-holiday.ts'

export interface DoneChange {
  change: DayOffChange
  affected: NonNullable<ReturnType<typeof useLateHoliday>['reading']>['affected']
}

/** What was done, and the papers of each class that are outdated now. */
export function LateHolidayReceipt({ done: { change, affected }, onAgain }: { done: DoneChange; onAgain: () => void }) {
  const { history } = useRouter()
  const leave = primaryAction('Esc', 'Ke kalender', () => history.push(`/kalender/${yearOf(change.day.date)}`))
  useActions([leave])
  const day = shortDay(change.day.date, { year: true })
  return (
    <Page
      title="Libur mendadak"
      crumbs={[{ label: 'Kalender', path: '/kalender' }, { label: 'Libur mendadak' }]}
      facts={change.action === 'add' ? `${day} tercatat libur` : `${day} bukan libur lagi`}
      actions={
        <>
          <ActionButton icon={IconCalendarOff} onAction={onAgain}>
            Libur yang lain
          </ActionButton>
          <ActionButton action={leave} keyCap={false} autoFocus />
        </>
      }
    >
      <Panel
        title={affected.length === 0 ? 'Tidak ada kelas yang bergeser' : `${affected.length} kelas bergeser`}
        flush
      >
        <ul>
          {affected.map(row => (
            <li key={row.cohort} className={styles.row}>
              <LinkAction path={cohortPath(row.cohort, 'schedule')}>{row.title}</LinkAction>
              <span className={layout.quiet}>
                selesai <b>{shortDay(row.newEnd)}</b>, semula {shortDay(row.oldEnd)}
              </span>
              <ChangedPapers code={row.cohort} title={row.title} days={row.moved.map(move => move.n)} />
              <LinkAction size="small" path={cohortPath(row.cohort, 'papers')} label={`Buka berkas ${row.title}`}>
                Buka berkas
              </LinkAction>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
