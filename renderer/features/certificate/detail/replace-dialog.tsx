import { Select, Textarea } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { certificatePath } from '../../../../shared/features/certificate/certificate-path.ts'
import { type OfficerId, officerId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { api, keepShown, useCommand, useRead, useToday } from '../../../app/client.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, typing } from '../../../ui/form/field.tsx'

const exceptionSchema = paragraph(500, 10)

interface ReplaceDialogProps {
  paper: Pick<CertificateHistory, 'id' | 'number' | 'name' | 'nameNow' | 'code' | 'kind'>
  onClose: () => void
}

/** Issues a new paper in place of one with an error. */
export function ReplaceDialog({ paper, onClose }: ReplaceDialogProps) {
  const today = useToday()
  const router = useRouter()
  const { id, number, code, kind } = paper
  const [issuedOn, setIssuedOn] = useState<PlainDate | null>(today)
  const [chosen, setChosen] = useState<OfficerId | null>(null)
  const preparation = useRead(
    api.certificate.prepare,
    issuedOn === null ? null : { code, kind, issuedOn, officerId: chosen },
    keepShown,
  )
  const replace = useCommand(api.book.replace, { done: made => `${made.number} terbit sebagai pengganti ${number}.` })
  const signer = chosen ?? preparation.data?.officerId ?? null
  const checks = useRead(
    api.book.replacementChecks,
    issuedOn === null || signer === null ? null : { id, issuedOn, officerId: signer },
    keepShown,
  )
  const red = checks.data?.red ?? []
  const [exception, setException] = useState('')
  const answered = red.length === 0 ? null : exceptionSchema.safeParse(exception)
  return (
    <ReasonDialog
      title={`Ganti ${number} dengan sertifikat baru?`}
      schema={paragraph(300, 5)}
      placeholder="Nama salah ejaan menurut ijazah"
      action="Terbitkan pengganti"
      refused={
        issuedOn === null
          ? 'Isi tanggal terbit.'
          : signer === null
            ? 'Pilih penanda tangan.'
            : answered?.success === false
              ? `${red.join('. ')}. Betulkan dahulu, atau tulis alasan pengecualian.`
              : undefined
      }
      error={replace.error}
      onAction={async reason => {
        if (issuedOn === null || signer === null) return
        const draft = { id, issuedOn, officerId: signer, reason }
        const done = await replace.run({ ...draft, exception: answered?.data ?? null })
        if (!done) return
        onClose()
        router.history.push(certificatePath(done.output.number))
      }}
      onCancel={onClose}
      fields={
        <>
          <DateField label="Tanggal terbit" value={issuedOn} onChange={setIssuedOn} />
          <Select
            {...field({ label: 'Penanda tangan' })}
            data={(preparation.data?.officers ?? [])
              .filter(one => one.valid)
              .map(one => ({ value: String(one.id), label: one.words }))}
            value={signer === null ? null : String(signer)}
            onChange={value => setChosen(value === null ? null : officerId.parse(Number(value)))}
          />
        </>
      }
      below={
        red.length > 0 && (
          <>
            <Note tone="err">{red.join('. ')}.</Note>
            <Textarea
              {...field({ label: 'Alasan pengecualian', hint: 'Bila tetap diterbitkan; tercatat pada penerbitan.' })}
              minRows={2}
              {...typing(exception, setException)}
            />
          </>
        )
      }
    >
      <p>
        Yang baru mendapat nomor berikutnya dan memuat data sekarang
        {paper.nameNow === null ? '' : `: ${paper.name} menjadi ${paper.nameNow}`}. Yang lama tetap tersimpan sebagai
        diganti. {paper.nameNow === null && 'Betulkan dahulu data pesertanya bila ada yang keliru.'}
      </p>
    </ReasonDialog>
  )
}
