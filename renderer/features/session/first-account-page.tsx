import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, useCommand } from '../../app/client.ts'
import { field, typing } from '../../ui/form/field.tsx'
import { SecretPage } from './secret-page.tsx'

/** Data made by the command line has no accounts: the first one must be created. */
export function FirstAccountPage() {
  const [name, setName] = useState('')
  const make = useCommand(api.access.makeFirst)
  return (
    <SecretPage
      pending={make.pending}
      error={make.error}
      title="Buat akun pertama"
      aside="Belum ada yang dapat masuk ke data ini. Akun pertama memegang semua peran; orang lain ditambah sesudahnya."
      label="Buat akun dan masuk"
      value={name.trim()}
      onSecret={secret => make.run({ name, secret })}
    >
      {error => (
        <TextInput
          {...field({ label: 'Nama Anda', hint: 'Setiap perubahan dicatat dengan nama ini.' })}
          maxLength={100}
          error={error}
          {...typing(name, setName)}
        />
      )}
    </SecretPage>
  )
}
