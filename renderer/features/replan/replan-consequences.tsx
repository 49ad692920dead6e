import { Flex } from '@mantine/core'
import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import type { AffectedCohort, DayOffChange, DayOffPreview } from '../../../shared/features/replan/day-off-change.ts'
import { type PlainDate, shortDay, yearOf } from '../../../shared/kernel/plain-date.ts'
import { QueryBoundary } from '../../app/client.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { RailAxis } from '../../ui/rail/rail-axis.tsx'
import styles from './replan-consequences.module.css'
import { ReplanNote } from './replan-note.tsx'
import { daysAfter, daysBefore, formatResult, replanAxisDays } from './replan-rows.ts'
import type { LateHoliday } from './use-late-holiday.ts'

interface ConsequencesProps {
  holiday: LateHoliday
  change: DayOffChange
  today: PlainDate
  onAnswered: () => void
}

/** Days before and after the change, for every class that moves; the others by name. */
export function Consequences({ holiday, change, today, onAnswered }: ConsequencesProps) {
  return (
    <QueryBoundary query={holiday.query} rows={8}>
      {reading => (
        <>
          {change.action === 'add' && reading.known && (
            <Note tone="info">
              Sudah tercatat di kalender: {reading.known.name}. Hanya kelas yang belum mengikutinya yang bergeser.
            </Note>
          )}
          {reading.unused.length > 0 && (
            <Note tone="info" live>
              Jawaban yang tidak diperlukan lagi dilepas:{' '}
              {[...new Set(reading.unused.map(row => row.title))].join(', ')}.
            </Note>
          )}
          {reading.affected.length === 0 ? (
            <Panel>
              <EmptyState title="Tidak ada kelas yang terdampak">
                {change.action === 'add' ? 'Simpan liburnya saja.' : 'Cabut liburnya saja.'}
              </EmptyState>
            </Panel>
          ) : (
            <>
              <ResultLine extra={<Legend />}>{formatResult(reading)}</ResultLine>
              <Panel flush>
                <RailAxis
                  label="Jadwal sebelum dan sesudah"
                  days={replanAxisDays(reading, change.day, change.action, today)}
                  rows={reading.affected.map(row => ({
                    key: row.cohort,
                    title: row.title,
                    detail: <Detail row={row} />,
                    before: daysBefore(row),
                    after: daysAfter(row),
                    endBefore: row.oldEnd === row.newEnd ? undefined : formatEnd(row.oldEnd, row.newEnd),
                    endAfter: formatEnd(row.newEnd, row.oldEnd),
                    note: (
                      <ReplanNote
                        affected={row}
                        onAnswer={answer => {
                          holiday.answer(answer)
                          onAnswered()
                        }}
                        onForget={answer => {
                          holiday.forget(answer)
                          onAnswered()
                        }}
                      />
                    ),
                  }))}
                />
              </Panel>
            </>
          )}
          <Untouched reading={reading} today={today} />
        </>
      )}
    </QueryBoundary>
  )
}

function Detail({ row }: { row: AffectedCohort }) {
  const held = row.before.filter(day => day.held).length
  const start = row.before[0]?.date
  return (
    <>
      <Flex component="span" align="center" gap="0.25rem">
        {row.cohort}
      </Flex>
      <Flex component="span" align="center" gap="0.25rem">
        {held > 0 ? (
          <>
            <IconLock size={13} aria-hidden /> {held} hari sudah dijalani
          </>
        ) : (
          start && `mulai ${shortDay(start)}`
        )}
      </Flex>
    </>
  )
}

function formatEnd(date: PlainDate, other: PlainDate): string {
  return shortDay(date, { year: yearOf(date) !== yearOf(other) })
}

function Legend() {
  return (
    <ul className={layout.legend} aria-label="Keterangan">
      <li>
        <span className={styles.swatch} data-state="closed" /> sudah dijalani, tidak berubah
      </li>
      <li>
        <span className={styles.swatch} data-state="released" /> dilepas
      </li>
      <li>
        <span className={styles.swatch} data-state="moved" /> pindah tanggal
      </li>
      <li>
        <span className={styles.swatch} data-state="problem" /> bermasalah
      </li>
    </ul>
  )
}

/** Classes that do not change, with a reason where it is not obvious. */
function Untouched({ reading: { kept, unaffected }, today }: { reading: DayOffPreview; today: PlainDate }) {
  if (kept.length === 0 && unaffected.length === 0) return null
  return (
    <Panel>
      {kept.map(({ cohort, title, n }) => (
        <p key={cohort} className={styles.untouched}>
          <IconLock size={16} aria-hidden />
          <span>
            <b>{title}:</b> Hari ke-{n} sudah dijalani pada tanggal itu dan tidak dipindah.
          </span>
        </p>
      ))}
      {unaffected.length > 0 && (
        <p className={styles.untouched}>
          <IconCircleCheck size={16} className={layout.ok} aria-hidden />
          <span>
            <b>Tidak terdampak:</b>{' '}
            {unaffected
              .map(({ title, start, end }) =>
                start > today ? `${title} (mulai ${shortDay(start)})` : `${title} (selesai ${shortDay(end)})`,
              )
              .join(' · ')}
          </span>
        </p>
      )}
    </Panel>
  )
}
