import { Flex } from '@mantine/core'
import { IconLock, IconPrinter, IconScan } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { AttendanceGrid, MarkEntry } from '../../../shared/features/attendance/contract.ts'
import type { Cohort, CohortDay } from '../../../shared/features/cohort/contract.ts'
import { api, useRead } from '../../app/client.ts'
import { attendancePath } from '../../app/cohort-path.ts'
import { useHostAway } from '../../app/desk/use-connection.ts'
import { GridFoot } from '../../app/grid/grid-foot.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { gridKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { RejectedValues } from '../../ui/grid/rejected-values.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { NoTrainees } from '../cohort/no-trainees.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { scansPath } from '../scan/scan-labels.ts'
import { TeachingSwitch } from '../teaching/teaching-switch.tsx'
import { AttendanceBoard } from './attendance-board.tsx'
import { AttendanceDialogs, type OpenDialog } from './attendance-dialogs.tsx'
import { chosenDay } from './chosen-day.ts'
import { formatFact, formatLocked, whyNotClose } from './cohort-attendance-format.ts'
import { DayBar, lineTrainees } from './day-bar.tsx'
import { readExceptions } from './exception-reading.ts'
import { LateMarksNote } from './mark/late-marks.tsx'
import { entryOf } from './mark/mark-writes.ts'
import { useMarkEntry } from './mark/use-mark-entry.ts'
import { closableDays, openDays } from './open-days.ts'

interface CohortAttendanceProps {
  code: string
  /** Number of the day whose line stands above the grid. */
  n: number | undefined
  /** Enrolment whose cell has the cursor at first, for a correction. */
  person: number | undefined
}

/** Attendance of a class: the line of one day above, all days below. */
export function CohortAttendance({ code, n, person }: CohortAttendanceProps) {
  const grid = useRead(api.attendance.grid, { code })
  const day = grid.data && chosenDay(grid.data.days, grid.data.today, n)
  const data = grid.data && day && { grid: grid.data, day }
  return (
    <WithCohort code={code} tab="attendance" title="Kehadiran" query={{ ...grid, data }}>
      {(cohort, read) => <Attendance cohort={cohort} {...read} person={person} />}
    </WithCohort>
  )
}

interface AttendanceProps {
  cohort: Cohort
  grid: AttendanceGrid
  day: CohortDay
  person: number | undefined
}

function Attendance({ cohort, grid: stored, day, person }: AttendanceProps) {
  const router = useRouter()
  const [line, setLine] = useState({ n: day.n, text: '' })
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { undo, writing, rejected, forgetRejected, savedAt, write, filled } = useMarkEntry(stored, late =>
    setDialog({ what: 'note', entry: late, late: true }),
  )
  const { grid } = writing
  const paper = usePaperDialog(cohort)

  const trainees = useMemo(() => lineTrainees(grid, day.n), [grid, day.n])
  const text = line.n === day.n ? line.text : ''
  const pending = useMemo(() => (text.trim() === '' ? null : readExceptions(text, trainees)), [text, trainees])
  const locked = formatLocked(cohort)
  const away = useHostAway()
  const whyOpen =
    locked ??
    away ??
    whyNotClose(
      grid,
      day,
      trainees.filter(one => one.mark === null).map(one => one.name),
    )

  const waiting = useMemo(() => openDays(grid), [grid])
  const closable = useMemo(() => (locked === undefined ? closableDays(grid) : []), [grid, locked])
  const askFill = () => locked === undefined && waiting.length > 0 && setDialog({ what: 'fill' })

  const goTo = (n: number) => router.history.replace(attendancePath(cohort.code, n))
  const print: Action = {
    label: 'Cetak daftar hadir',
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => paper.open({ key: 'attendance-15', day: day.n }),
  }
  const close = primaryAction('Ctrl Enter', `Tutup hari ke-${day.n}`, () => setDialog({ what: 'close' }), {
    needs: 'attendance.change',
    icon: IconLock,
    refused: whyOpen,
  })

  const closeDays: Action = {
    label: `Tutup ${closable.length} hari`,
    needs: 'attendance.change',
    hint: 'tutup semua hari terisi',
    keys: 'Ctrl Shift Enter',
    icon: IconLock,
    refused: away,
    run: () => setDialog({ what: 'close-days' }),
  }

  const scans: Action = {
    label: 'Hasil scan',
    needs: 'attendance.change',
    icon: IconScan,
    run: () => router.history.push(`${scansPath}?kelas=${cohort.code}`),
  }

  async function saveNote(before: MarkEntry, entry: MarkEntry) {
    setDialog(null)
    await writing.store([entry], [before])
  }
  function noteOf(enrolmentId: number, n: number) {
    const row = grid.rows.find(one => one.enrolmentId === enrolmentId)
    if (row && locked === undefined) setDialog({ what: 'note', entry: entryOf(row, n), late: false })
  }

  useActions([
    !day.closed && close,
    closable.length > 1 && closeDays,
    print,
    { label: 'Isi hari yang kosong', needs: 'attendance.change', keys: 'Ctrl E', run: askFill },
    { label: 'Ke baris hari ini', keys: '/', run: () => input.current?.focus() },
    ...undo.actions,
  ])

  return (
    <CohortFrame
      cohort={cohort}
      tab="attendance"
      title="Kehadiran"
      facts={formatFact(grid)}
      fixed
      more={[scans]}
      actions={
        <>
          <TeachingSwitch code={cohort.code} view="trainees" />
          <ActionButton action={print} keyCap={false} />
          {closable.length > 1 && <ActionButton action={closeDays} keyCap={false} />}
          {!day.closed && <ActionButton action={close} keyCap={false} />}
        </>
      }
    >
      {grid.rows.length === 0 ? (
        <NoTrainees code={cohort.code} />
      ) : (
        <Flex mih={0} flex="1" direction="column" gap="0.625rem">
          <DayBar
            key={day.n}
            ref={input}
            grid={grid}
            day={day}
            locked={locked}
            text={text}
            onText={next => setLine({ n: day.n, text: next })}
            onFilled={({ before }, fillAgain) => filled(before, fillAgain, `Hari ke-${day.n} terisi.`)}
            waiting={locked === undefined ? waiting.length : 0}
            onFillDays={() => askFill()}
            onReopen={() => setDialog({ what: 'reopen' })}
            onDay={goTo}
          />
          {writing.choice}
          <LateMarksNote grid={grid} writing={writing} />
          {writing.closed === null && <ErrorNote error={writing.error} />}
          <RejectedValues values={rejected} onClose={forgetRejected} />
          <AttendanceBoard
            grid={grid}
            day={day.n}
            person={person}
            pending={pending}
            locked={locked}
            onDay={goTo}
            onNote={noteOf}
            waiting={writing.waiting}
            questions={writing.questions}
            onWrite={write}
            onUndo={() => void undo.undo()}
            onRedo={() => void undo.redo()}
          />
          <GridFoot
            hints={[
              gridKeys.letters('HSIAT', 'isi & turun'),
              gridKeys.clear,
              gridKeys.note('jam, catatan, surat, riwayat'),
              gridKeys.paste,
              gridKeys.copy,
              undo.actions[0],
              { ...close, hint: 'tutup hari' },
            ]}
            savedAt={savedAt}
          />
        </Flex>
      )}
      <AttendanceDialogs
        {...{ grid, day, trainees, dialog, writing }}
        onFilled={filled}
        onNote={saveNote}
        onClose={() => setDialog(null)}
      />
      {paper.dialog}
    </CohortFrame>
  )
}
