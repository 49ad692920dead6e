import { api, useRead } from '../../app/client.ts'
import { useToday } from '../../app/session.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Note } from '../../ui/feedback/note.tsx'

/** At the top: a new version, or the result of the last update. Hidden for the day if it was postponed. */
export function UpdateNote() {
  const today = useToday()
  const { data } = useRead(api.update.status, {})
  if (!data) return null
  const { prepared, last } = data
  const see = <LinkAction path="/pengaturan/pembaruan">Lihat pembaruan</LinkAction>
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
