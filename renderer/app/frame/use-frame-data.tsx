import { Box, VisuallyHidden } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { formatRoles } from '../../../shared/features/access/roles.ts'
import { daysBetween, isPlainDate, type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatClock } from '../../ui/page/moment-format.ts'
import { api, useRead } from '../client.ts'
import styles from '../desk/lost-strip.module.css'
import { LostStrip } from '../desk/lost-strip.tsx'
import { useConnection } from '../desk/use-connection.ts'
import { practiceAgain } from '../guide/use-practice-task.ts'
import { lockNow } from '../lock-now.ts'
import { mayOf, useSession } from '../session.tsx'
import type { BackupState, FrameData } from './frame-data.ts'
import { useLongWork } from './long-work.ts'
import { useCentreSwitch } from './use-centre-switch.ts'

const backupPath = '/pengaturan/cadangan'
/** A backup older than this many days is shown in red and at the top of Beranda. */
const oldBackup = 2

/** Data of the frame around every screen. */
export function useFrameData(): FrameData {
  const { centre, operator, desk, desks, today, provenSnapshot } = useSession()
  const router = useRouter()
  const may = mayOf({ operator })
  const tasks = useRead(api.attendance.tasks, {}, { enabled: may('attendance.see') })
  const { leavePractice, resetPractice } = useCentreSwitch()
  const computer = useRead(api.computer.status, {}, { refetchInterval: 60_000 })
  const connected = useConnection()
  const work = useLongWork()
  const delay = connected.beats.at(-1)?.ms
  const deskFact = delay != null ? `${delay} ms` : desks > 0 ? `${desks} meja` : null
  const deskLine = connected.shown ? 'PC utama tidak terjangkau' : [desk, deskFact].filter(Boolean).join(' · ')
  const waiting = tasks.data
    ? new Set([...tasks.data.today.filter(task => !task.complete), ...tasks.data.earlier].map(task => task.code)).size
    : 0
  return {
    counts: { '/kehadiran': waiting },
    backup: backupState(provenSnapshot, today),
    operator: { ...operator, detail: formatRoles(operator.roles) },
    onLock: lockNow,
    desk: deskLine,
    ...(connected.shown ? { deskLost: true } : {}),
    ...(connected.shown
      ? { notice: <LostStrip connection={connected} /> }
      : connected.closing !== null
        ? { notice: <ClosingStrip closing={connected.closing} /> }
        : computer.data?.low
          ? { notice: lowDiskNote(computer.data.free ?? 0) }
          : {}),
    work,
    practice: centre.practice,
    ...(centre.practice
      ? {
          onResetPractice: async () => {
            const start = await practiceAgain(resetPractice.run)
            if (start !== null) router.history.push(start)
          },
          practiceError: resetPractice.error,
          onLeavePractice: async () => {
            if (await leavePractice.run({})) router.history.push('/')
          },
        }
      : {}),
  }
}

/** State of the backups, by the newest verified one. */
export function backupState(proven: string | null, today: PlainDate): BackupState {
  const date = proven?.slice(0, 10)
  if (proven === null || !isPlainDate(date)) return { tone: 'warn', text: 'Belum ada cadangan', path: backupPath }
  const age = daysBetween(date, today)
  if (age > oldBackup) return { tone: 'err', text: `Cadangan ${age} hari lalu`, path: backupPath }
  const when = age <= 0 ? formatClock(proven) : shortDay(date)
  return { tone: 'ok', text: `Cadangan aman · ${when}`, path: backupPath }
}

/** Shown above every page while the disk is nearly full. @param free megabytes */
function lowDiskNote(free: number): ReactNode {
  return (
    <Box p="0.75rem 1.5rem 0">
      <Note tone="err" title={`Ruang diska tinggal ${free} MB.`}>
        Kosongkan Recycle Bin dan folder Unduhan. Di bawah 50 MB cadangan dan scan tidak dapat disimpan lagi.
      </Note>
    </Box>
  )
}

/** Above every page of a desk during the last minute of its host: people can finish, and nothing is lost. */
function ClosingStrip({ closing: { by, at } }: { closing: { by: string; at: number } }) {
  const [now, setNow] = useState(() => performance.now())
  const seconds = Math.max(0, Math.ceil((at - now) / 1000))
  const [atFirst] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={styles.strip}>
      <IconPlugConnectedX size={20} color="var(--warn)" aria-hidden />
      <span className={layout.fills} aria-hidden>
        <strong>
          PC utama ditutup {by} {seconds} detik lagi.
        </strong>{' '}
        Isian Anda tersimpan.
      </span>
      {/* Said once: not each second. */}
      <VisuallyHidden role="status">
        PC utama ditutup {by} {atFirst} detik lagi. Isian Anda tersimpan.
      </VisuallyHidden>
    </div>
  )
}
