import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { api, useCommand } from '../../app/client.ts'
import { field, typing } from '../../ui/form/field.tsx'
import { SecretPage } from './secret-page.tsx'

/** After a PIN or password set by an Admin: a new one must be chosen first. */
export function ChangeSecretPage({ name }: { name: string }) {
  const [current, setCurrent] = useState('')
  const change = useCommand(api.access.changeSecret, { done: () => 'Sandi diganti.' })
  return (
    <SecretPage
      pending={change.pending}
      error={change.error}
      title={`Selamat datang, ${name}`}
      aside="Sandi yang Anda terima hanya untuk sekali masuk. Ganti dengan milik Anda sendiri; tidak ada orang lain yang mengetahuinya."
      label="Simpan dan masuk"
      value={current}
      onSecret={next => change.run({ current, next })}
    >
      {error => (
        <PasswordInput
          {...field({ label: 'Sandi yang diterima' })}
          autoComplete="off"
          maxLength={200}
          error={error}
          {...typing(current, setCurrent)}
        />
      )}
    </SecretPage>
  )
}
