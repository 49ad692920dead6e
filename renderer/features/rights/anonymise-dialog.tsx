import type { OldCopies } from '../../../shared/features/rights/contract.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { longDate } from '../../../shared/kernel/plain-date.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'

interface AnonymiseDialogProps {
  people: readonly TraineeId[]
  title: string
  /** Before the retention period ends a reason is required. */
  onRequest: boolean
  onClose: () => void
}

/** Shows what is erased, what stays and which backups still contain it. Cannot be undone. */
export function AnonymiseDialog({ people, title, onRequest, onClose }: AnonymiseDialogProps) {
  const copies = useRead(api.rights.oldCopies, {}).data
  const anonymise = useCommand(api.rights.anonymise, {
    done: ({ people: count, files, left }) =>
      `${count} peserta dianonimkan, ${files} berkas dihapus${left === 0 ? '' : `, ${left} masih di folder files`}.`,
    waits: onClose,
  })
  const run = async (text: string | null) => {
    if (await anonymise.run({ ids: [...people], reason: text })) onClose()
  }
  const words = (
    <div className={layout.tight}>
      <p>
        Nama, NIK, alamat, nomor HP, pas foto, berkas, bukti sasaran dan data terbatas dihapus untuk selamanya, juga
        dari Riwayat Perubahan. Yang tetap: jenis kelamin, tahun lahir, kelurahan, pendidikan, sasaran saat masuk,
        kehadiran, hasil, keputusan sidang, dan sertifikat yang sudah terbit.
      </p>
      {copies && <p>{formatCopy(copies)}</p>}
      {onRequest && <p>Tulis alasannya tanpa nama dan NIK.</p>}
    </div>
  )
  if (onRequest)
    return (
      <ReasonDialog
        title={title}
        schema={reason}
        action="Anonimkan"
        tone="danger"
        error={anonymise.error}
        onAction={run}
        onCancel={onClose}
      >
        {words}
      </ReasonDialog>
    )
  return (
    <ConfirmDialog opened title={title} action="Anonimkan" onAction={() => run(null)} onCancel={onClose}>
      {words}
      <ErrorNote error={anonymise.error} />
    </ConfirmDialog>
  )
}

function formatCopy({ count, until, lasting }: OldCopies): string {
  if (count === 0) return 'Belum ada cadangan yang memuat datanya.'
  const going =
    until === null
      ? ''
      : `${count - lasting} cadangan di komputer ini dapat memuat datanya dan terhapus sendiri paling lambat ${longDate(until)}.`
  const staying =
    lasting === 0
      ? ''
      : `${lasting} cadangan “sebelum pemutakhiran” atau “sebelum pemulihan” tidak terhapus sendiri; hapus berkasnya bila tidak diperlukan.`
  return [going, staying, 'Cadangan yang disalin ke tempat lain diurus tersendiri.'].filter(Boolean).join(' ')
}
