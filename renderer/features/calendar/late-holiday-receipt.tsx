import { IconCalendarOff } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { classPath } from '../cohort/class-tabs.ts'
import { ChangedPapers } from './changed-papers.tsx'
import type { DoneChange } from './late-holiday-page.tsx'
import styles from './late-holiday-receipt.module.css'

/** What was done, and the papers in the hands of each class that are out of date now. */
export function LateHolidayReceipt({ done: { change, affected }, onAgain }: { done: DoneChange; onAgain: () => void }) {
  const { history } = useRouter()
  const leave = () => history.push(`/kalender/${yearOf(change.day.date)}`)
  useKeys([{ keys: 'Esc', label: 'ke kalender', run: leave }])
  const day = shortDay(change.day.date, { year: true })
  return (
    <Page
      title="Libur susulan"
      crumbs={[{ label: 'Kalender', path: '/kalender' }, { label: 'Libur susulan' }]}
      facts={change.act === 'add' ? `${day} tercatat libur` : `${day} bukan libur lagi`}
      actions={
        <>
          <ActButton icon={IconCalendarOff} onAct={onAgain}>
            Libur yang lain
          </ActButton>
          <ActButton tone="primary" autoFocus onAct={leave}>
            Ke kalender
          </ActButton>
        </>
      }
    >
      <Panel
        title={affected.length === 0 ? 'Tidak ada kelas yang bergeser' : `${affected.length} kelas bergeser`}
        flush
      >
        <ul className={styles.rows}>
          {affected.map(row => (
            <li key={row.cohort} className={styles.row}>
              <LinkAct path={classPath(row.cohort, 'schedule')}>{row.title}</LinkAct>
              <span className={styles.dates}>
                selesai <b>{shortDay(row.newEnd)}</b>, semula {shortDay(row.oldEnd)}
              </span>
              <ChangedPapers code={row.cohort} title={row.title} days={row.moved.map(move => move.n)} />
              <LinkAct size="small" path={classPath(row.cohort, 'papers')} label={`Buka berkas ${row.title}`}>
                Buka berkas
              </LinkAct>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
