import { api, useCommand, useRead } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { toast } from '../../ui/feedback/toast.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'

/** Shown on Beranda after a crash: a report for support without personal data, and a way to dismiss it. */
export function CrashNote() {
  const { data } = useRead(api.computer.status, {})
  const forget = useCommand(api.computer.forgetCrash)
  const crash = data?.crash
  if (!crash) return null
  async function copy(text: string) {
    await navigator.clipboard.writeText(text)
    toast('Laporan disalin. Tempelkan di pesan kepada yang membantu.')
  }
  return (
    <Note
      tone="err"
      title={`Balai berhenti tiba-tiba ${formatMoment(crash.at)}.`}
      actions={
        <>
          <LinkAction onAction={() => copy(crash.text)}>Salin untuk bantuan</LinkAction>
          <LinkAction onAction={() => forget.run({})}>Tutup laporan</LinkAction>
        </>
      }
    >
      Data yang sudah disimpan aman. Laporannya tanpa nama, NIK, atau isi berkas.
    </Note>
  )
}
