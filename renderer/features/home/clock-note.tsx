import { useSession } from '../../app/session.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'

/** At the top: the clock of the computer has jumped since the last work. Dates of papers and attendance follow it. */
export function ClockNote() {
  const { clockJumpedFrom, now } = useSession()
  if (clockJumpedFrom === null) return null
  return (
    <Note tone="err" title={`Jam komputer ini menunjuk ${formatMoment(now)}. Periksa dulu.`}>
      Pekerjaan terakhir tercatat {formatMoment(clockJumpedFrom)}. Bila jamnya salah, kehadiran dan tanggal surat ikut
      salah. Cadangan tetap berurutan menurut kapan ditulis.
    </Note>
  )
}
