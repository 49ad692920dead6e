import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../../ui/form/field.tsx'

interface NameDialogProps {
  title: string
  name: string
  pending: boolean
  onName: (name: string) => void
  onClose: () => void
}

/** Name of a report; Enter accepts the proposed one. Mount only while open. */
export function NameDialog({ title, name, pending, onName, onClose }: NameDialogProps) {
  const [text, setText] = useState(name)
  const given = text.trim()
  return (
    <FormModal
      title={title}
      onClose={onClose}
      action={{
        label: title,
        pending,
        refused: given === '' ? 'Isi namanya.' : undefined,
        run: () => onName(given),
      }}
    >
      <TextInput
        {...field({ label: 'Nama', hint: 'Nama yang sudah ada diganti isinya.' })}
        data-autofocus
        maxLength={120}
        {...typing(text, setText)}
        onFocus={event => event.currentTarget.select()}
      />
    </FormModal>
  )
}
