import { ActionIcon } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Cohort, CohortDay } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { useToday } from '../../../app/client.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import {
  KeyGrid,
  type KeyGridColumn,
  type KeyGridFace,
  type KeyGridProps,
  type KeyGridSideColumn,
} from '../../../ui/grid/key-grid.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'

interface DayRow extends CohortDay {
  key: number
  label: string
}

interface ScheduleGridProps extends Pick<KeyGridProps<DayRow>, 'onWrite' | 'onUndo' | 'onRedo'> {
  cohort: Cohort
  /** Opens the choice of instructors for a day. */
  onPick: (n: number) => void
}

const columns: readonly KeyGridColumn[] = [
  { key: 'hours', label: 'JP', head: 'JP', width: '3rem' },
  { key: 'topic', label: 'materi', head: 'Materi', align: 'start' },
  { key: 'instructors', label: 'instruktur', head: 'Instruktur', width: '11.5rem', align: 'start' },
]

/** One line a day. Hours and instructors of a held day are locked; its topic can still be corrected. */
export function ScheduleGrid({ cohort, onPick, ...handlers }: ScheduleGridProps) {
  const today = useToday()
  const rows = useMemo(
    () => cohort.days.map(day => ({ ...day, key: day.n, label: `hari ke-${day.n}, ${shortDay(day.date)}` })),
    [cohort.days],
  )
  const cancelled =
    cohort.status === 'cancelled' ? domainErrorMessage({ code: 'cohort_cancelled', cohort: cohort.title }) : undefined

  function cell(day: DayRow, column: string): KeyGridFace {
    const held = day.held ? domainErrorMessage({ code: 'day_held', n: day.n }) : undefined
    const locked = cancelled ?? held
    if (column === 'hours')
      return { face: <b>{day.hours}</b>, text: String(day.hours), spoken: `${day.hours} JP`, locked }
    if (column === 'topic')
      return {
        face: <Text text={day.topic} empty="belum diisi" />,
        text: day.topic,
        spoken: day.topic || 'kosong',
        locked: cancelled,
      }
    const names = day.instructors.map(person => person.name).join('; ')
    const shown = day.instructors.map(person => withWord(person.id, person.name, day)).join('; ')
    return { face: <Text text={shown} empty="belum ada" />, text: names, spoken: shown || 'belum ada', locked }
  }

  const before: KeyGridSideColumn<DayRow>[] = [
    { key: 'n', head: 'Hari', width: '3.25rem', align: 'end', cell: day => day.n },
    { key: 'date', head: 'Tanggal', width: '7rem', names: true, cell: day => shortDay(day.date) },
  ]
  const after: KeyGridSideColumn<DayRow>[] = [
    {
      key: 'pick',
      head: '',
      width: '3rem',
      cell: day =>
        cancelled === undefined &&
        !day.held && (
          <ActionIcon
            variant="subtle"
            size={24}
            tabIndex={-1}
            aria-label={`Pilih instruktur hari ke-${day.n}`}
            onClick={() => onPick(day.n)}
          >
            <IconUserCheck size={16} aria-hidden />
          </ActionIcon>
        ),
    },
    { key: 'state', head: 'Keadaan', width: '6rem', cell: day => <DayState day={day} today={today} /> },
  ]

  return (
    <Panel flush label="Hari pelatihan">
      <KeyGrid
        label="Jadwal: JP, materi dan instruktur tiap hari"
        rows={rows}
        columns={columns}
        before={before}
        after={after}
        cell={cell}
        entry={{ kind: 'text' }}
        rowHeight={31}
        onPick={day => onPick(day.n)}
        {...handlers}
      />
    </Panel>
  )
}

/** 'Sari Dewi (diizinkan Kepala UPT)' */
function withWord(id: number, name: string, { overrides }: CohortDay): string {
  const word = overrides.find(one => one.instructorId === id)
  return word ? `${name} (diizinkan ${word.official})` : name
}

function Text({ text, empty }: { text: string; empty: string }) {
  return <span title={text}>{text || <span className={layout.warned}>{empty}</span>}</span>
}

function DayState({ day, today }: { day: DayRow; today: string }) {
  if (day.closed) return <Badge tone="info">Ditutup</Badge>
  if (day.date === today) return <Badge tone="now">Hari ini</Badge>
  if (day.held) return <Badge>Dijalani</Badge>
  return day.date < today ? (
    <Badge tone="warn" signed>
      Belum diisi
    </Badge>
  ) : (
    <Badge>Rencana</Badge>
  )
}
