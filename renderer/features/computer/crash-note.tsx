import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { toast } from '../../ui/feedback/toast.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'

/** At the top of Beranda after the program ended by itself: a report for who helps, without anybody's data, and the way to be rid of it. */
export function CrashNote() {
  const { data } = useQuery(api.computer.status.queryOptions({ input: {} }))
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
