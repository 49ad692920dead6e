import { PasswordInput } from '@mantine/core'
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

/** After a PIN or password set by an Admin: a new one must be chosen first. */
export function ChangeSecretPage({ name }: { name: string }) {
  const access = useRead(api.access.status, {})
  const [current, setCurrent] = useState('')
  const [tried, setTried] = useState(false)
  const secret = useNewSecret('PASSWORD')
  const change = useCommand(api.access.changeSecret, { done: () => 'Sandi diganti.' })
  const first = useFirstField<HTMLFormElement>()
  const { draft } = secret

  async function finish() {
    setTried(true)
    if (draft && current !== '') await change.run({ current, next: draft })
  }
  const goOn: Action = {
    label: 'Simpan dan masuk',
    keys: 'Ctrl Enter',
    tone: 'primary',
    run: finish,
    pending: change.pending,
  }
  useActions([goOn])
  return (
    <GatePage
      title={`Selamat datang, ${name}`}
      aside={
        <p>
          Sandi yang Anda terima hanya untuk sekali masuk. Ganti dengan milik Anda sendiri; tidak ada orang lain yang
          mengetahuinya.
        </p>
      }
    >
      <form ref={first} className={styles.form} onSubmit={submitting(finish)}>
        <PasswordInput
          {...field({ label: 'Sandi yang diterima' })}
          autoComplete="off"
          maxLength={200}
          {...typing(current, setCurrent)}
          error={tried && current === '' ? 'Wajib diisi.' : null}
        />
        <NewSecretFields value={secret} pins={access.data?.pins ?? false} tried={tried} />
        <ErrorNote error={change.error} />
        <div className={layout.buttons}>
          <ActionButton action={goOn} />
        </div>
        <input type="submit" hidden />
      </form>
    </GatePage>
  )
}
