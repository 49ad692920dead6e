import { IconHandGrab } from '@tabler/icons-react'
import { useState } from 'react'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { CertificateId } from '../../../../shared/ids.ts'
import { api, useRead } from '../../../app/client.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { CollectionDialog } from './collection-dialog.tsx'

interface CollectionButtonProps {
  code: string
  kind: CertificateKind
  /** The paper on screen; null if it is not issued. */
  currentId: CertificateId | null
}

/** The action of a class tab (key A); shows how many papers were collected. */
export function CollectionButton({ code, kind, currentId }: CollectionButtonProps) {
  const [opened, setOpened] = useState(false)
  const reading = useRead(api.alumni.papers, { code, kind })
  const papers = reading.data ?? []
  const current = papers.find(paper => paper.certificateId === currentId)
  const collected = papers.filter(paper => paper.collection !== null).length
  const collect: Action = {
    label: collected === 0 ? 'Pengambilan' : `Diambil ${collected} dari ${papers.length}`,
    hint: 'catat pengambilan',
    keys: 'A',
    icon: IconHandGrab,
    refused: current ? undefined : 'Pilih orang yang sertifikatnya sudah terbit.',
    run: () => setOpened(true),
  }
  useActions([collect])
  return (
    <>
      <ActionButton action={collect} />
      {opened && current && <CollectionDialog {...{ papers, current }} onClose={() => setOpened(false)} />}
    </>
  )
}
