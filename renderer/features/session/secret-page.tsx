import { type ReactNode, useState } from 'react'
import type { SecretDraft } from '../../../shared/features/access/secret.ts'
import { api, useRead } from '../../app/client.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { submitting } from '../../ui/form/enter-moves-on.ts'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import layout from '../../ui/page/layout.module.css'
import { GatePage } from './gate-page.tsx'
import { NewSecretFields, useNewSecret } from './new-secret-fields.tsx'
import styles from './secret-page.module.css'

interface SecretPageProps {
  title: string
  aside: string
  /** Label of the button. */
  label: string
  /** What is asked above the new secret; without it nothing is sent. */
  value: string
  children: (error: string | null) => ReactNode
  pending: boolean
  error: string | null
  onSecret: (secret: SecretDraft) => Promise<unknown>
}

/** One field and a new PIN or password, before the program opens. */
export function SecretPage({ title, aside, label, value, children, pending, error, onSecret }: SecretPageProps) {
  const access = useRead(api.access.status, {})
  const [tried, setTried] = useState(false)
  const secret = useNewSecret()
  const first = useFirstField<HTMLFormElement>()
  const { draft } = secret

  async function finish() {
    setTried(true)
    if (draft && value !== '') await onSecret(draft)
  }
  const goOn: Action = { label, keys: 'Ctrl Enter', tone: 'primary', run: finish, pending }
  useActions([goOn])
  return (
    <GatePage title={title} aside={<p>{aside}</p>}>
      <form ref={first} className={styles.form} onSubmit={submitting(finish)}>
        {children(tried && value === '' ? 'Wajib diisi.' : null)}
        <NewSecretFields value={secret} pins={access.data?.pins ?? false} tried={tried} />
        <ErrorNote error={error} />
        <div className={layout.buttons}>
          <ActionButton action={goOn} />
        </div>
        <input type="submit" hidden />
      </form>
    </GatePage>
  )
}
