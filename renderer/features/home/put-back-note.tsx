import type { PutBack } from '../../../shared/features/backup/contract.ts'
import { api, mayOf, useCommand, useRead, useSession } from '../../app/client.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'

/** For the Kepala: somebody restored an earlier state of the data today. Stays until he confirms, which the history records. */
export function PutBackNote() {
  const mayConfirm = mayOf(useSession())('restore.told')
  const rows = useRead(api.backup.putBack, {}, { enabled: mayConfirm }).data ?? []
  const know = useCommand(api.backup.knowPutBack)
  const [latest] = rows
  if (!latest) return null
  return (
    <Note
      tone="warn"
      title={titleOf(latest)}
      actions={
        <ActionButton size="xs" pending={know.pending} onAction={() => know.run({ id: latest.id })}>
          Sudah saya ketahui
        </ActionButton>
      }
    >
      {`${lostOf(latest)} Dilakukan ${latest.operator}, ${formatMoment(latest.at)}. `}
      {rows.length > 1 && `${rows.length} pemulihan belum Anda ketahui. `}
      <LinkAction path={`/pengaturan/riwayat?sejak=${latest.at.slice(0, 10)}`}>Buka di Riwayat</LinkAction>
      <ErrorNote error={know.error} />
    </Note>
  )
}

function titleOf({ kind, madeAt }: PutBack): string {
  if (kind === 'behind') return 'Data yang mundur dari catatan terakhirnya dipakai terus.'
  return madeAt === null ? 'Data dipulihkan dari cadangan.' : `Data dipulihkan ke cadangan ${formatMoment(madeAt)}.`
}

function lostOf({ lost }: PutBack): string {
  if (lost === null) return 'Yang hilang tidak dapat dihitung.'
  return lost === 0
    ? 'Tidak ada perubahan yang hilang.'
    : `${lost.toLocaleString('id-ID')} perubahan sesudahnya hilang.`
}
