import { Modal } from '@mantine/core'
import { type SecretKind, secretNames } from '../../../shared/features/access/secret.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'

interface OnceDialogProps {
  name: string
  kind: SecretKind
  secret: string
  until: string
  onClose: () => void
}

/** Shows a password given to another person, once only. */
export function OnceDialog({ name, kind, secret, until, onClose }: OnceDialogProps) {
  return (
    <Modal opened onClose={onClose} title={`${secretNames[kind]} sekali pakai untuk ${name}`} size={420}>
      <div className={layout.stack}>
        <output className={layout.digits} style={{ fontSize: '1.5rem', userSelect: 'all' }}>
          {secret}
        </output>
        <p className={layout.words}>
          Berlaku sampai {formatMoment(until)}, sekali masuk; {name.split(' ')[0]} lalu memilih sandinya sendiri. Tidak
          dapat dilihat lagi setelah jendela ini ditutup.
        </p>
        <div className={layout.buttons}>
          <ActionButton onAction={() => navigator.clipboard.writeText(secret)}>Salin</ActionButton>
          <ActionButton tone="primary" autoFocus onAction={onClose}>
            Sudah dicatat
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
