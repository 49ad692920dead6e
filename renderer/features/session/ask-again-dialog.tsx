import { Modal, PasswordInput, rem } from '@mantine/core'
import { useState } from 'react'
import { sampleAccount } from '../../../shared/features/session/sample-account.ts'
import type { PasswordRequest } from '../../app/access-gate.ts'
import { api, useCommand, useSession } from '../../app/client.ts'
import { type Action, cancelAction } from '../../ui/action/action.ts'
import { ActionButtons } from '../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { submitting } from '../../ui/form/enter-moves-on.ts'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'

/** Before an act that cannot be undone: checks that the person at the screen is the one who signed in. Often shown above another dialog. */
export function AskAgainDialog({ request: { label, answer } }: { request: PasswordRequest }) {
  const [typed, setTyped] = useState('')
  const confirm = useCommand(api.access.confirm)
  const { centre } = useSession()
  useReturnFocus()
  async function finish() {
    if (await confirm.run({ secret: typed })) answer(true)
    else setTyped('')
  }
  const goOn: Action = {
    label: 'Lanjut',
    tone: 'primary',
    run: finish,
    pending: confirm.pending,
    refused: typed === '' ? 'Ketik PIN atau sandi Anda dulu.' : undefined,
  }
  return (
    <Modal.Root opened centered radius="lg" padding={rem(20)} onClose={() => answer(false)} size={420}>
      <Modal.Overlay />
      <Modal.Content aria-label={label}>
        <Modal.Body>
          <form className={layout.stack} onSubmit={submitting(() => typed !== '' && finish())}>
            <h2 className={layout.lead}>{label}</h2>
            <PasswordInput
              {...field({
                label: 'PIN atau sandi Anda',
                hint: centre.practice
                  ? `Di balai contoh sandinya “${sampleAccount.password}”.`
                  : 'Ditanya sekali lagi karena tidak dapat diurungkan. Berlaku 5 menit.',
              })}
              data-autofocus
              autoComplete="off"
              maxLength={200}
              {...typing(typed, setTyped)}
              error={confirm.error}
              errorProps={{ role: 'alert' }}
            />
            <div className={layout.buttons}>
              <ActionButtons actions={[cancelAction(() => answer(false)), goOn]} />
            </div>
            <input type="submit" hidden />
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
