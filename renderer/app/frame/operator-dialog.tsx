import { Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { api } from '../client.ts'
import { useCommand } from '../use-command.ts'

interface OperatorDialogProps {
  opened: boolean
  onClose: () => void
}

/** Somebody new at the desk: from then on changes are written down with that name. */
export function OperatorDialog({ opened, onClose }: OperatorDialogProps) {
  const [name, setName] = useState('')
  const choose = useCommand(api.session.chooseOperator, { done: () => 'Petugas diganti.' })

  async function add() {
    if (name.trim() === '' || !(await choose.run({ name }))) return
    setName('')
    onClose()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void add()
  }

  return (
    <Modal opened={opened} onClose={onClose} title="Siapa yang bekerja sekarang?" size={420}>
      <form className={layout.stack} onSubmit={submit}>
        <TextInput
          data-autofocus
          {...field({ label: 'Nama petugas', hint: 'Setiap perubahan dicatat dengan nama ini.' })}
          maxLength={100}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <ErrorNote error={choose.error} />
        <div className={layout.buttons}>
          <ActionButton onAction={onClose}>Batal</ActionButton>
          <ActionButton tone="primary" refused={name.trim() === '' ? 'Tulis namanya dulu.' : undefined} onAction={add}>
            Pakai nama ini
          </ActionButton>
        </div>
      </form>
    </Modal>
  )
}
