import { api, useCommand, useRead, useSession, useToday } from '../../app/client.ts'
import { backupState } from '../../app/frame/use-frame-data.tsx'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { CrashNote } from '../computer/crash-note.tsx'
import { PutBackNote } from './put-back-note.tsx'

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

/** At the top: a new version, or the result of the last update. Hidden for the day if it was postponed. */
function UpdateNote() {
  const today = useToday()
  const { data } = useRead(api.update.status, {})
  if (!data) return null
  const { prepared, last } = data
  const see = <LinkAction path="/pengaturan/pembaruan">Buka pembaruan</LinkAction>
  if (last?.outcome === 'failed')
    return (
      <Note tone="err" title={`Pembaruan ${last.version} gagal.`} actions={see}>
        Balai {data.present} tetap terpasang dan data tidak berubah.
      </Note>
    )
  if (last) return <Note tone="ok" title={`Balai ${last.version} terpasang.`} actions={see} />
  const waits =
    prepared?.when === 'open' ||
    (prepared?.when === 'later' && prepared.remindOn !== null && prepared.remindOn <= today)
  if (!prepared || !waits) return null
  return (
    <Note tone="info" title={`Balai ${prepared.version} siap dipasang.`} actions={see}>
      {prepared.until ? 'Memperbaiki keamanan; jangan ditunda lama.' : 'Tinggal pilih kapan.'}
    </Note>
  )
}

/** Red, at the top: the snapshot at the last quit failed, or the newest backup is older than two days. */
function BackupNote() {
  const { provenSnapshot, missedSnapshot, today } = useSession()
  const take = useCommand(api.session.takeSnapshot, { done: () => 'Cadangan dibuat dan diperiksa.' })
  const state = backupState(provenSnapshot, today)
  const old = state.tone === 'err' && provenSnapshot !== null
  if (!old && missedSnapshot === null) return null
  return (
    <Note
      tone="err"
      title={missedSnapshot ? `Cadangan saat ditutup ${formatMoment(missedSnapshot)} gagal dibuat.` : `${state.text}.`}
      actions={
        <ActionButton size="xs" onAction={() => take.run({})}>
          Cadangkan sekarang
        </ActionButton>
      }
    >
      {take.error ??
        (provenSnapshot === null
          ? 'Belum ada cadangan yang dapat dipulihkan. Data yang sudah disimpan tetap ada.'
          : `Yang terakhir terbukti dapat dibuka: ${formatMoment(provenSnapshot)}.`)}
    </Note>
  )
}
