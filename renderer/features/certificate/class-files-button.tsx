import { IconFiles } from '@tabler/icons-react'
import type { CertificateKind } from '../../../shared/features/certificate/contract.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePaperOutput } from '../../app/use-paper-output.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { toast } from '../../ui/toast.tsx'

/** One file a person, and the one for the printer beside them, in a ZIP. */
export function ClassFilesButton({ code, kind }: { code: string; kind: CertificateKind }) {
  const make = useCommand(api.book.classFiles)
  const output = usePaperOutput()
  const refused = make.error ?? output.save.error ?? undefined
  return (
    <ActButton
      icon={IconFiles}
      pending={make.pending}
      {...(refused === undefined ? {} : { label: `Simpan berkas per orang: ${refused}` })}
      onAct={async () => {
        const made = await make.run({ code, kind, merged: true })
        if (!made) return
        const saved = await output.save.run({ name: made.output.name, file: made.output })
        if (saved?.output.saved) toast('Berkas per orang disimpan dalam ZIP.')
      }}
    >
      Berkas per orang
    </ActButton>
  )
}
