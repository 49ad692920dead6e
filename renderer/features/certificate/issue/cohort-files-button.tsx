import { IconFiles } from '@tabler/icons-react'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { toast } from '../../../ui/feedback/toast.ts'

/** A ZIP with one file a person, and one file with all for the printer. */
export function CohortFilesButton({ code, kind }: { code: string; kind: CertificateKind }) {
  const make = useFileCommand(api.book.cohortFiles)
  return (
    <ActionButton
      icon={IconFiles}
      pending={make.pending}
      {...(make.error === null ? {} : { label: `Simpan berkas per orang: ${make.error}` })}
      onAction={async () => {
        if (await make.run({ code, kind, merged: true })) toast('Berkas per orang disimpan dalam ZIP.')
      }}
    >
      Berkas per orang
    </ActionButton>
  )
}
