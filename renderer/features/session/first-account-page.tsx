import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { useRead } from '../../app/use-read.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { field } from '../../ui/form/field.tsx'
import { submitting } from '../../ui/form/submitting.ts'
import { typing } from '../../ui/form/typing.ts'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import layout from '../../ui/page/layout.module.css'
import { GatePage } from './gate-page.tsx'
import { NewSecretFields, useNewSecret } from './new-secret-fields.tsx'
import styles from './secret-page.module.css'

/** Data made by the command line has no accounts: the first one must be created. */
export function FirstAccountPage() {
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const access = useRead(api.access.status, {})
  const secret = useNewSecret('PASSWORD')
  const make = useCommand(api.access.makeFirst)
  const first = useFirstField<HTMLFormElement>()
  const { draft } = secret

  async function finish() {
    setTried(true)
    if (draft && name.trim() !== '') await make.run({ name, secret: draft })
  }
  const goOn: Action = {
    label: 'Buat akun dan masuk',
    keys: 'Ctrl Enter',
    tone: 'primary',
    run: finish,
    pending: make.pending,
  }
  useActions([goOn])
  return (
    <GatePage
      title="Buat akun pertama"
      aside={
        <p>
          Belum ada yang dapat masuk ke data ini. Akun pertama memegang semua peran; orang lain ditambah sesudahnya.
        </p>
      }
    >
      <form ref={first} className={styles.form} onSubmit={submitting(finish)}>
        <TextInput
          {...field({ label: 'Nama Anda', hint: 'Setiap perubahan dicatat dengan nama ini.' })}
          maxLength={100}
          {...typing(name, setName)}
          error={tried && name.trim() === '' ? 'Wajib diisi.' : null}
        />
        <NewSecretFields value={secret} pins={access.data?.pins ?? false} tried={tried} />
        <ErrorNote error={make.error} />
        <div className={layout.buttons}>
          <ActionButton action={goOn} />
        </div>
        <input type="submit" hidden />
      </form>
    </GatePage>
  )
}
