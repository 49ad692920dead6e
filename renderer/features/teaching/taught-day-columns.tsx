import type { CohortTeaching, TaughtDay } from '../../../shared/features/teaching/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { formatLessons, formatTopic } from './lesson-labels.ts'
import styles from './taught-day-columns.module.css'

export function taughtDayColumns({ instructors, units, today }: CohortTeaching): DataColumn<TaughtDay>[] {
  return [
    { head: 'Hari', width: '3rem', align: 'end', cell: day => day.n, names: true },
    { head: 'Tanggal', width: '6.5rem', cell: day => shortDay(day.date), sort: day => day.date },
    {
      head: 'Pengajar',
      cell: day => <Words text={formatLessons(day.lessons, instructors) || 'Belum ada pengajar'} />,
      sort: day => formatLessons(day.lessons, instructors) || null,
    },
    {
      head: 'Unit',
      cell: day => <Words text={formatTopic(day.lessons, units)} />,
      sort: day => formatTopic(day.lessons, units) || null,
    },
    {
      head: 'JP',
      width: '3rem',
      align: 'end',
      cell: day => day.lessons.reduce((sum, lesson) => sum + lesson.hours, 0),
    },
    { head: 'Keadaan', width: '9rem', cell: day => <DayState day={day} today={today} /> },
  ]
}

function Words({ text }: { text: string }) {
  return (
    <span className={styles.words} title={text}>
      {text}
    </span>
  )
}

function DayState({ day, today }: { day: TaughtDay; today: string }) {
  if (day.closed)
    return (
      <span title={`Ditutup oleh ${day.closed.by}`}>
        <Badge tone="ok" signed>
          {day.corrections.length > 0 ? 'Ditutup, diubah' : 'Ditutup'}
        </Badge>
      </span>
    )
  if (day.recorded) return <Badge tone="info">Dicatat</Badge>
  return day.date > today ? (
    <>Belum berjalan</>
  ) : (
    <Badge tone={day.date === today ? 'now' : 'warn'}>Menurut jadwal</Badge>
  )
}
