import { IconLock, IconPrinter, IconScan, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { AttendanceGrid, MarkEntry } from '../../../shared/features/attendance/contract.ts'
import { reason } from '../../../shared/features/cohort/cohort.ts'
import type { Cohort, CohortDay } from '../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { refusalWords } from '../../../shared/refusal-words.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useUndo } from '../../app/use-undo.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import type { KeyGridWrite, WriteHow } from '../../ui/key-grid.tsx'
import { LeftValues } from '../../ui/left-values.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { SavedSign } from '../../ui/saved-sign.tsx'
import { toast } from '../../ui/toast.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { ClassPage, WithCohort } from '../cohort/class-page.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { attendancePath } from '../cohort/next-act.ts'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { scansPath } from '../scan/scan-words.ts'
import { AttendanceBoard } from './attendance-board.tsx'
import { chosenDay } from './chosen-day.ts'
import styles from './class-attendance.module.css'
import { CloseDialog } from './close-dialog.tsx'
import { DayBar, lineTrainees } from './day-bar.tsx'
import { readExceptions } from './exception-reading.ts'
import { MarkDialog } from './mark-dialog.tsx'
import { entryOf, markWrites } from './mark-writes.ts'
import { useMarkWriting } from './use-mark-writing.ts'

export interface ClassAttendanceProps {
  code: string
  /** Number of the day whose line stands above the grid. */
  n: number | undefined
}

/** Kehadiran of a class: the line of a day above, all its days below. */
export function ClassAttendance({ code, n }: ClassAttendanceProps) {
  const grid = useQuery(api.attendance.grid.queryOptions({ input: { code } }))
  return (
    <WithCohort code={code} tab="attendance" title="Kehadiran">
      {cohort => {
        const day = grid.data && chosenDay(grid.data.days, grid.data.today, n)
        if (grid.data && day) return <Attendance cohort={cohort} grid={grid.data} day={day} />
        return (
          <ClassPage cohort={cohort} tab="attendance" title="Kehadiran">
            <Reading query={grid} rows={12}>
              {() => null}
            </Reading>
          </ClassPage>
        )
      }}
    </WithCohort>
  )
}

interface AttendanceProps {
  cohort: Cohort
  grid: AttendanceGrid
  day: CohortDay
}

type Asked = { what: 'close' | 'reopen' } | { what: 'note'; entry: MarkEntry; late: boolean }

function Attendance({ cohort, grid, day }: AttendanceProps) {
  const router = useRouter()
  const { now } = useSession()
  const [line, setLine] = useState({ n: day.n, text: '' })
  const [asked, setAsked] = useState<Asked | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const undo = useUndo()
  const writing = useMarkWriting(grid, undo, () => setSavedAt(now))
  const reopen = useCommand(api.attendance.reopenDay, { done: () => `Hari ke-${day.n} dibuka kembali.` })
  const paper = usePaperDialog(cohort)

  const trainees = useMemo(() => lineTrainees(grid, day.n), [grid, day.n])
  const text = line.n === day.n ? line.text : ''
  const pending = useMemo(() => (text.trim() === '' ? null : readExceptions(text, trainees)), [text, trainees])
  const locked = lockedWords(cohort)
  const whyOpen =
    locked ??
    whyNotClose(
      grid,
      day,
      trainees.filter(one => one.mark === null).map(one => one.name),
    )

  const goTo = (n: number) => router.history.replace(attendancePath(cohort.code, n))
  const print = () => paper.open({ key: 'attendance-15', day: day.n })
  const askClose = () => whyOpen === undefined && setAsked({ what: 'close' })

  async function write(changes: readonly KeyGridWrite[], how: WriteHow, outside: readonly string[]) {
    const read = markWrites(changes, grid.rows)
    setLeft([...read.left, ...outside.map(value => `“${value}”`)])
    const stored = await writing.store(read.entries, read.before)
    const [only] = read.entries
    if (stored && how === 'type' && only?.mark === 'T' && read.entries.length === 1 && only.arrivedAt === null)
      setAsked({ what: 'note', entry: only, late: true })
  }
  async function saveNote(before: MarkEntry, entry: MarkEntry) {
    setAsked(null)
    await writing.store([entry], [before])
  }
  function noteOf(enrolmentId: number, n: number) {
    const row = grid.rows.find(one => one.enrolmentId === enrolmentId)
    if (row && locked === undefined) setAsked({ what: 'note', entry: entryOf(row, n), late: false })
  }

  useKeys([
    { keys: 'Ctrl Enter', label: `tutup hari ke-${day.n}`, run: () => askClose(), whileTyping: true },
    { keys: 'Ctrl P', label: 'cetak daftar hadir', run: print },
    { keys: '/', label: 'ke baris hari ini', run: () => input.current?.focus() },
    { keys: 'Ctrl Z', label: 'urungkan', run: () => void undo.undo() },
    { keys: 'Ctrl Y', label: 'ulangi', run: () => void undo.redo() },
  ])

  return (
    <ClassPage
      cohort={cohort}
      tab="attendance"
      title="Kehadiran"
      facts={factWords(grid)}
      fixed
      actions={
        <>
          <ActButton icon={IconScan} onAct={() => router.history.push(`${scansPath}?kelas=${cohort.code}`)}>
            Pindaian
          </ActButton>
          <ActButton icon={IconPrinter} onAct={print}>
            Cetak daftar hadir
          </ActButton>
          {!day.closed && (
            <ActButton tone="primary" icon={IconLock} refused={whyOpen} onAct={askClose}>
              Tutup hari ke-{day.n}
            </ActButton>
          )}
        </>
      }
    >
      {grid.rows.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconUsers}
            title="Belum ada peserta di kelas ini."
            acts={
              <ActButton tone="primary" onAct={() => router.history.push(classPath(cohort.code, 'trainees'))}>
                Isi daftar peserta
              </ActButton>
            }
          />
        </Panel>
      ) : (
        <div className={styles.work}>
          <DayBar
            key={day.n}
            ref={input}
            grid={grid}
            day={day}
            locked={locked}
            text={text}
            onText={next => setLine({ n: day.n, text: next })}
            onFilled={({ before }, fillAgain) => {
              if (before.length === 0) return
              const takeBack = () => writing.restore(before)
              setSavedAt(now)
              undo.push({ undo: takeBack, redo: fillAgain })
              toast(`Hari ke-${day.n} terisi.`, { onUndo: takeBack })
            }}
            onReopen={() => setAsked({ what: 'reopen' })}
            onDay={goTo}
          />
          {writing.error && writing.asked === null && (
            <Note tone="err" live>
              {writing.error}
            </Note>
          )}
          <LeftValues values={left} onClose={() => setLeft([])} />
          <AttendanceBoard
            grid={grid}
            day={day.n}
            pending={pending}
            locked={locked}
            onDay={goTo}
            onNote={noteOf}
            onWrite={write}
            onUndo={() => void undo.undo()}
            onRedo={() => void undo.redo()}
          />
          <div className={styles.foot}>
            <KeyHints
              hints={[
                { keys: ['H', 'S', 'I', 'A', 'T'], text: 'isi & turun' },
                { keys: 'Del', text: 'kosongkan' },
                { keys: 'F2', text: 'jam, catatan, riwayat' },
                { keys: 'Ctrl V', text: 'tempel dari Excel' },
                { keys: 'Ctrl Z', text: 'urungkan' },
                { keys: 'Ctrl Enter', text: 'tutup hari' },
              ]}
            />
            <SavedSign at={savedAt} />
          </div>
        </div>
      )}
      {asked?.what === 'close' && (
        <CloseDialog code={cohort.code} day={day} trainees={trainees} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'reopen' && (
        <ReasonDialog
          title={`Buka kembali hari ke-${day.n}, ${shortDay(day.date)}?`}
          schema={reason}
          act={`Buka kembali hari ke-${day.n}`}
          error={reopen.error}
          onAct={async words => {
            if (await reopen.run({ code: cohort.code, n: day.n, reason: words })) setAsked(null)
          }}
          onCancel={() => setAsked(null)}
        >
          Hari ini ditutup {day.closed?.by}. Sesudah dibuka kembali, hari harus ditutup lagi sebelum sidang.
        </ReasonDialog>
      )}
      {asked?.what === 'note' && (
        <MarkDialog
          entry={asked.entry}
          late={asked.late}
          name={grid.rows.find(row => row.enrolmentId === asked.entry.enrolmentId)?.name ?? ''}
          day={`hari ke-${asked.entry.n}`}
          onSave={entry => saveNote(asked.entry, entry)}
          onClose={() => setAsked(null)}
        />
      )}
      {writing.asked && (
        <ReasonDialog
          title={`Ubah hari ke-${writing.asked.join(', ')} yang sudah ditutup?`}
          schema={reason}
          act="Simpan perubahan"
          error={writing.error}
          onAct={writing.answer}
          onCancel={writing.cancel}
        >
          Tanda lama tersimpan di riwayat bersama alasan ini. Untuk hari yang sama alasannya tidak ditanyakan lagi.
        </ReasonDialog>
      )}
      {paper.dialog}
    </ClassPage>
  )
}

function lockedWords({ status, title }: Cohort): string | undefined {
  if (status === 'cancelled') return refusalWords({ code: 'cohort_cancelled', cohort: title })
  return status === 'decided' ? refusalWords({ code: 'panel_decided' }) : undefined
}

function whyNotClose({ today }: AttendanceGrid, day: CohortDay, names: string[]): string | undefined {
  if (day.date > today) return refusalWords({ code: 'day_in_future', n: day.n, date: day.date })
  if (names.length > 0) return refusalWords({ code: 'day_incomplete', n: day.n, names })
  return day.instructors.length === 0
    ? `Hari ke-${day.n} belum ada instruktur. Isi dulu di Jadwal, karena hari ditutup atas namanya.`
    : undefined
}

function factWords({ days, rows, today }: AttendanceGrid): string {
  const closed = days.filter(day => day.closed).length
  const now = days.find(day => day.date === today)
  const present = rows.filter(row => row.left === null).length
  return [`${present} peserta`, `${closed} hari ditutup`, now && `hari ini ${shortDay(now.date)}, hari ke-${now.n}`]
    .filter(Boolean)
    .join(' · ')
}
