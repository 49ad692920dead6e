import { useSession } from '../../app/session.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { CrashNote } from '../computer/crash-note.tsx'
import { BackupNote } from './backup-note.tsx'
import { PutBackNote } from './put-back-note.tsx'
import { UpdateNote } from './update-note.tsx'

/** Problems of the program or its data, worst first. */
export function HomeNotes() {
  return (
    <>
      <CrashNote />
      <ClockNote />
      <ChangedOutsideNote />
      <PutBackNote />
      <BackupNote />
      <KeyNote />
      <UpdateNote />
    </>
  )
}

/** The clock of the computer has jumped since the last work; dates of papers and attendance depend on it. */
function ClockNote() {
  const { clockJumpedFrom, now } = useSession()
  if (clockJumpedFrom === null) return null
  return (
    <Note tone="err" title={`Jam komputer ini menunjuk ${formatMoment(now)}. Periksa dulu.`}>
      Pekerjaan terakhir tercatat {formatMoment(clockJumpedFrom)}. Bila jamnya salah, kehadiran dan tanggal surat ikut
      salah. Cadangan tetap berurutan menurut kapan ditulis.
    </Note>
  )
}

/** Rows or triggers of the database were changed by another program. */
function ChangedOutsideNote() {
  const { changedOutside } = useSession()
  if (changedOutside.length === 0) return null
  return (
    <Note tone="err" title="Data diubah di luar program, atau diskanya rusak.">
      {`${changedOutside.join('; ')}. Cocokkan dengan kertasnya dan beri tahu pengelola; cadangan sebelum perubahan itu dapat dipulihkan.`}
    </Note>
  )
}

/** Papers cannot be signed: shown before the day they are needed. */
function KeyNote() {
  if (!useSession().signingKeyGone) return null
  return (
    <Note
      tone="err"
      title="Kunci yang menandatangani sertifikat tidak ada di komputer ini."
      actions={<LinkAction path="/sertifikat/kunci">Buka Kunci tanda tangan</LinkAction>}
    >
      Sertifikat tidak dapat diterbitkan sebelum kunci dipulihkan dari cadangannya, atau diganti dengan yang baru.
    </Note>
  )
}
