import { Flex, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SessionStatus } from '../../../shared/features/session/contract.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { field } from '../../ui/form/field.tsx'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import { GatePage } from './gate-page.tsx'
import styles from './operator-gate.module.css'

/** Asks who is at the desk where nobody has been named yet: every change is written down with a name. */
export function OperatorGate({ operators }: { operators: SessionStatus['operators'] }) {
  const choose = useCommand(api.session.chooseOperator)
  const [name, setName] = useState('')
  const first = useFirstField<HTMLDivElement>()

  function add(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== '') void choose.run({ name })
  }

  return (
    <GatePage title="Siapa yang bekerja sekarang?" aside={<p>Setiap perubahan dicatat dengan nama petugasnya.</p>}>
      <Flex ref={first} maw="40rem" direction="column" gap="1.5rem">
        <ErrorNote error={choose.error} />
        {operators.length > 0 && (
          <Flex component="ul" wrap="wrap" gap="0.75rem" aria-label="Petugas">
            {operators.map(person => (
              <li key={person.id}>
                <ActionButton onAction={() => choose.run({ id: person.id })}>{person.name}</ActionButton>
              </li>
            ))}
          </Flex>
        )}
        <form className={styles.add} onSubmit={add}>
          <TextInput
            {...field({ label: operators.length > 0 ? 'Orang lain' : 'Nama Anda' })}
            maxLength={100}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <ActionButton
            tone="primary"
            refused={name.trim() === '' ? 'Tulis namanya dulu.' : undefined}
            onAction={() => choose.run({ name })}
          >
            Mulai bekerja
          </ActionButton>
        </form>
      </Flex>
    </GatePage>
  )
}
