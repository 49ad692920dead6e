import { IconFiles } from '@tabler/icons-react'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import { api } from '../../../app/client.ts'
import { useCommand } from '../../../app/use-command.ts'
import { usePaperOutput } from '../../../app/use-paper-output.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { toast } from '../../../ui/feedback/toast.tsx'

/** One file a person, and the one for the printer beside them, in a ZIP. */
export function CohortFilesButton({ code, kind }: { code: string; kind: CertificateKind }) {
  const make = useCommand(api.book.cohortFiles)
  const output = usePaperOutput()
  const refused = make.error ?? output.save.error ?? undefined
  return (
    <ActionButton
      icon={IconFiles}
      pending={make.pending}
      {...(refused === undefined ? {} : { label: `Simpan berkas per orang: ${refused}` })}
      onAction={async () => {
        const made = await make.run({ code, kind, merged: true })
        if (!made) return
        const saved = await output.save.run({ name: made.output.name, file: made.output })
        if (saved?.output.saved) toast('Berkas per orang disimpan dalam ZIP.')
      }}
    >
      Berkas per orang
    </ActionButton>
  )
}
