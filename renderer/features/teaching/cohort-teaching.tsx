import { Flex } from '@mantine/core'
import { IconClock, IconLock, IconPrinter, IconSchool } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { TaughtDay, CohortTeaching as Teaching } from '../../../shared/features/teaching/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { ChoiceDialog } from '../../ui/dialog/choice-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import styles from './cohort-teaching.module.css'
import { formatLessons } from './lesson-labels.ts'
import { LessonsDialog } from './lessons-dialog.tsx'
import { taughtDayColumns } from './taught-day-columns.tsx'
import { TaughtSums } from './taught-sums.tsx'
import { TeachingSwitch } from './teaching-switch.tsx'

/** Attendance of instructors in a class: who taught which hours, day by day. */
export function CohortTeaching({ code }: { code: string }) {
  const teaching = useRead(api.teaching.ofCohort, { code })
  return (
    <WithCohort code={code} tab="attendance" title="Kehadiran instruktur" query={teaching}>
      {(cohort, read) => <TeachingPage cohort={cohort} teaching={read} />}
    </WithCohort>
  )
}

type OpenDialog = { what: 'close' } | { what: 'lessons'; n: number }

function TeachingPage({ cohort, teaching }: { cohort: Cohort; teaching: Teaching }) {
  const router = useRouter()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const paper = usePaperDialog(cohort)
  const { days, today, code } = teaching
  const open = days.filter(day => day.date <= today && !day.closed && day.lessons.length > 0)
  const locked = teaching.cancelled ? domainErrorMessage({ code: 'cohort_cancelled', cohort: cohort.title }) : undefined
  const refused = locked ?? (open.length === 0 ? 'Semua hari yang sudah berjalan sudah ditutup.' : undefined)
  const shown = dialog?.what === 'lessons' ? days.find(day => day.n === dialog.n) : undefined
  const close = primaryAction(
    'Ctrl Enter',
    open.length > 0 ? `Tutup ${open.length} hari` : 'Tutup hari',
    () => setDialog({ what: 'close' }),
    { hint: 'tutup hari', icon: IconLock, refused },
  )
  const print: Action = {
    label: 'Cetak daftar hadir',
    hint: 'cetak daftar hadir instruktur',
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => paper.open('instructor-attendance'),
  }

  function edit(day: TaughtDay) {
    const future = day.date > today ? domainErrorMessage({ code: 'day_in_future', n: day.n, date: day.date }) : null
    setSaid(locked ?? future)
    if (!locked && !future) setDialog({ what: 'lessons', n: day.n })
  }
  useActions([close, print])

  return (
    <CohortFrame
      cohort={cohort}
      tab="attendance"
      title="Kehadiran instruktur"
      facts={`${days.filter(day => day.closed).length} dari ${days.length} hari ditutup`}
      fixed
      sideWidth={300}
      side={
        <TaughtSums
          teaching={teaching}
          onReport={() => router.history.push(`/kehadiran/jam-mengajar?kelas=${code}`)}
          onPaper={() => paper.open('teaching-hours')}
        />
      }
      actions={
        <>
          <TeachingSwitch code={code} view="instructors" />
          <ActionButton action={print} />
          <ActionButton action={close} keyCap={false} />
        </>
      }
    >
      {said !== null && (
        <Note tone="info" live>
          {said}
        </Note>
      )}
      <ListPanel
        name="Jam mengajar tiap hari"
        label={`Jam mengajar, ${days.length} hari`}
        rows={days}
        columns={taughtDayColumns(teaching)}
        rowKey={day => day.n}
        rowLabel={day => `hari ke-${day.n}`}
        rowTone={day => (day.closed ? 'done' : undefined)}
        onOpen={edit}
        autoFocus
        empty={{ icon: IconSchool, title: 'Kelas ini belum punya hari.' }}
      />
      <Flex flex="none" wrap="wrap" justify="space-between" gap="0.25rem 1rem">
        <KeyHints hints={[listKeys.open('ubah siapa mengajar jam berapa'), close]} />
        <p className={styles.basis}>
          <IconClock size={14} aria-hidden /> Yang belum dicatat menurut jadwal.
        </p>
      </Flex>
      {dialog?.what === 'close' && <CloseDays teaching={teaching} days={open} onClose={() => setDialog(null)} />}
      {shown && <LessonsDialog teaching={teaching} day={shown} onClose={() => setDialog(null)} />}
      {paper.dialog}
    </CohortFrame>
  )
}

interface CloseDaysProps {
  teaching: Teaching
  /** Held days that are not closed. */
  days: readonly TaughtDay[]
  onClose: () => void
}

function CloseDays({ teaching, days, onClose }: CloseDaysProps) {
  const close = useCommand(api.teaching.closeDays, { done: ({ closed }) => `${closed.length} hari ditutup.` })
  return (
    <ChoiceDialog
      title="Tutup jam mengajar"
      choices={days.map(day => ({
        value: String(day.n),
        label: `Hari ke-${day.n}, ${shortDay(day.date)}: ${formatLessons(day.lessons, teaching.instructors)}`,
      }))}
      chosen={days.map(day => String(day.n))}
      action="Tutup hari"
      rows
      onAction={async chosen => {
        if (await close.run({ code: teaching.code, days: chosen.map(Number) })) onClose()
      }}
      onCancel={onClose}
    >
      <p className={styles.basis}>Sesudah ditutup jamnya terhitung, dan perubahan memerlukan alasan.</p>
      <ErrorNote error={close.error} />
    </ChoiceDialog>
  )
}
