import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import type { CopyId } from '../../../../shared/ids.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { api, useCommand } from '../../../app/client.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { field, typing } from '../../../ui/form/field.tsx'

interface CopyDialogProps {
  paper: Pick<CertificateHistory, 'id' | 'number' | 'name' | 'copies'>
  onMade: (copy: { id: CopyId; n: number }) => void
  onClose: () => void
}

/** A duplicate of a lost certificate. */
export function CopyDialog({ paper, onMade, onClose }: CopyDialogProps) {
  const [recipient, setRecipient] = useState(paper.name)
  const n = paper.copies.length + 1
  const make = useCommand(api.book.makeCopy, { done: made => `Salinan ke-${made.n} dibuat.` })
  return (
    <ReasonDialog
      title={`Buat salinan ke-${n} dari ${paper.number}?`}
      schema={paragraph(300, 5)}
      placeholder="Lembar asli hilang, surat kehilangan dari kepolisian nomor …"
      action={`Buat salinan ke-${n}`}
      refused={recipient.trim() === '' ? 'Tulis untuk siapa.' : undefined}
      error={make.error}
      onAction={async reason => {
        const done = await make.run({ id: paper.id, recipient, reason })
        if (done) onMade(done.output)
      }}
      onCancel={onClose}
      fields={<TextInput {...field({ label: 'Untuk siapa' })} {...typing(recipient, setRecipient)} />}
    >
      <p>Nomor dan isinya sama dengan aslinya; setiap halaman bercap SALINAN KE-{n}. Aslinya tetap berlaku.</p>
    </ReasonDialog>
  )
}
