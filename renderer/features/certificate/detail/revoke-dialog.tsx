import { useState } from 'react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'

interface RevokeDialogProps {
  paper: Pick<CertificateHistory, 'id' | 'number' | 'name'>
  onClose: () => void
}

/** Revokes a paper for good. */
export function RevokeDialog({ paper, onClose }: RevokeDialogProps) {
  const today = useToday()
  const [date, setDate] = useState<PlainDate | null>(today)
  const revoke = useCommand(api.book.revoke, {
    done: ({ number }) => `${number} dicabut.`,
    waits: onClose,
  })
  return (
    <ReasonDialog
      title={`Cabut ${paper.number} atas nama ${paper.name}?`}
      schema={paragraph(300, 5)}
      action="Cabut sertifikat"
      tone="danger"
      refused={date === null ? 'Isi tanggal pencabutan.' : undefined}
      error={revoke.error}
      onAction={async reason => {
        if (date !== null && (await revoke.run({ id: paper.id, revokedOn: date, reason }))) onClose()
      }}
      onCancel={onClose}
      fields={<DateField label="Dicabut pada" value={date} onChange={setDate} />}
    >
      <p>
        Pencabutan tidak dapat ditarik kembali. Bagikan lagi halaman pemeriksa, karena yang lama belum tahu nomor ini
        dicabut.
      </p>
    </ReasonDialog>
  )
}
