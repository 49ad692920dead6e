import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { officeOf } from '../../../shared/features/centre/signatory.ts'
import { teachingWord } from '../../../shared/features/cohort/cohort.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api, useRead, useToday } from '../../app/client.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatRange } from './teaching-format.ts'

interface CredentialOverrideDialogProps {
  name: string
  /** Numbers of the days without a valid credential. */
  days: readonly number[]
  /** The reason as shown in the lane: 'sertifikat BNSP teknis berakhir 6 Januari 2025'. */
  why: string
  error?: string | null
  onAction: (word: { official: string; reason: string }) => unknown
  onCancel: () => void
}

/** Asks which official permits somebody to teach without a valid credential, and why. The head of the centre is proposed. */
export function CredentialOverrideDialog({
  name,
  days,
  why,
  error = null,
  onAction,
  onCancel,
}: CredentialOverrideDialogProps) {
  const today = useToday()
  const officers = useRead(api.centre.get, {}).data?.officers ?? []
  const head = officers.find(
    one => one.role === 'HEAD' && one.validFrom <= today && (one.validUntil === null || today <= one.validUntil),
  )
  const [typed, setTyped] = useState<string | null>(null)
  const official = typed ?? (head ? `${head.name}, ${officeOf(head)}` : '')
  const read = teachingWord.official.safeParse(official)

  return (
    <ReasonDialog
      title={`Izinkan ${name} mengajar hari ke-${formatRange(days)}?`}
      schema={reason}
      placeholder="Misalnya: perpanjangan sedang diproses LSP, tidak ada pengganti"
      action={`Izinkan ${days.length} hari`}
      refused={read.success ? undefined : 'Isi nama pejabat yang mengizinkan.'}
      error={error}
      onAction={text => read.success && onAction({ official: read.data, reason: text })}
      onCancel={onCancel}
    >
      <div className={layout.stack}>
        <p>
          {name}: {why}. Izin berlaku untuk hari-hari itu saja, tercatat dalam riwayat, dan tertulis di jadwal.
        </p>
        <TextInput {...field({ label: 'Pejabat yang mengizinkan' })} {...typing(official, setTyped)} />
      </div>
    </ReasonDialog>
  )
}
