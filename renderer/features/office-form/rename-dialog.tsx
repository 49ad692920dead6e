import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OfficeForm } from '../../../shared/features/office-form/contract.ts'
import { formTitle } from '../../../shared/features/office-form/office-form.ts'
import { api, useCommand } from '../../app/client.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../ui/form/field.tsx'

export function RenameDialog({ form: { key, title, retired }, onClose }: { form: OfficeForm; onClose: () => void }) {
  const [text, setText] = useState(title)
  const change = useCommand(api.officeForm.change, {
    done: () => 'Nama formulir disimpan.',
    undo: () => api.officeForm.change.call({ key, title, retired }),
  })
  const read = formTitle.safeParse(text)
  return (
    <FormModal
      title={`Ubah nama ${title}`}
      size={420}
      onClose={onClose}
      error={change.error}
      action={{
        label: 'Simpan nama',
        refused: read.success ? undefined : read.error.issues[0]?.message,
        async run() {
          if (read.success && (await change.run({ key, title: read.data, retired }))) onClose()
        },
      }}
    >
      <TextInput {...field({ label: 'Nama formulir' })} data-autofocus {...typing(text, setText)} />
    </FormModal>
  )
}
