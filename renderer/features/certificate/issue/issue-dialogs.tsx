import type { IssueCandidate, IssueCheck, IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { kindName } from '../kind-labels.ts'
import { formatSpan } from './number-span.ts'

interface IssueDialogProps {
  opened: boolean
  kind: IssuePreparation['kind']
  ready: readonly IssueCandidate[]
  issuedOn: PlainDate
  error: string | null
  onAction: () => unknown
  onCancel: () => void
}

/** Confirms the issue and shows the numbers that will be assigned. */
export function IssueDialog({ opened, kind, ready, issuedOn, error, onAction, onCancel }: IssueDialogProps) {
  const name = kindName(kind)
  return (
    <ConfirmDialog
      opened={opened}
      title={`Terbitkan ${ready.length} ${name}, ${formatSpan(ready.flatMap(one => one.number ?? []))}, bertanggal ${longDate(issuedOn)}?`}
      action={`Terbitkan ${ready.length} ${name}`}
      tone="primary"
      onAction={onAction}
      onCancel={onCancel}
    >
      Nomor tidak dipakai lagi dan isinya tidak dapat diubah.
      <ErrorNote error={error} />
    </ConfirmDialog>
  )
}

interface ExceptionDialogProps {
  check: IssueCheck
  /** Null for a check of the whole class. */
  person: IssueCandidate | null
  onAction: (reason: string) => void
  onCancel: () => void
}

/** Asks why a paper is issued although a check fails. */
export function ExceptionDialog({ check, person, onAction, onCancel }: ExceptionDialogProps) {
  return (
    <ReasonDialog
      title={`Terbitkan ${person?.name ?? 'sertifikat kelas ini'} walaupun belum beres?`}
      schema={paragraph(500, 10)}
      label="Alasan pengecualian"
      action="Kecualikan"
      onAction={onAction}
      onCancel={onCancel}
    >
      <b>{check.message}</b>. Alasan, nama petugas, dan waktunya tercatat pada penerbitan dan tidak dapat dihapus.
    </ReasonDialog>
  )
}
