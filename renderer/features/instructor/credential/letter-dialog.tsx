import type { CredentialId } from '../../../../shared/ids.ts'
import { api, readOnce, useRead } from '../../../app/client.ts'
import { FileDialog } from '../../../app/file/file-dialog.tsx'

/** The letter that asks an LSP to renew a certificate. */
export function LetterDialog({ id, name, onClose }: { id: CredentialId; name: string; onClose: () => void }) {
  const query = useRead(api.instructor.recertificationLetter, { id }, readOnce)
  return (
    <FileDialog
      title={`Surat ke LSP: ${name}`}
      query={{ ...query, data: query.data?.file }}
      warnings={query.data?.warnings ?? []}
      onClose={onClose}
    />
  )
}
