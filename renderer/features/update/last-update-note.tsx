import type { UpdateStatus } from '../../../shared/features/update/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'

/** Result of the last update, until it is confirmed. */
export function LastUpdateNote({ status: { last, present } }: { status: UpdateStatus }) {
  const discard = useCommand(api.update.discard)
  if (last === null) return null
  if (last.outcome === 'failed')
    return (
      <Note tone="err" title={`Pembaruan ${last.version} gagal, ${formatMoment(last.at)}.`}>
        Balai {present} tetap terpasang dan data tidak berubah. Tutup program lain, lalu pasang lagi.
      </Note>
    )
  return (
    <Note
      tone="ok"
      title={`Balai ${last.version} terpasang.`}
      actions={
        <ActionButton size="xs" onAction={() => discard.run({})}>
          Mengerti
        </ActionButton>
      }
    >
      {discard.error ?? `Sebelumnya ${last.from}. Data dan kunci tanda tangan tidak berubah.`}
    </Note>
  )
}
