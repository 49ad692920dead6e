import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { submitting } from '../ui/form/enter-moves-on.ts'
import { field, typing } from '../ui/form/field.tsx'
import layout from '../ui/page/layout.module.css'
import styles from './hub.module.css'
import { api, client, problemOf, useRead } from './hub-client.ts'

export function SignInPage({ hub }: { hub: string }) {
  const queries = useQueryClient()
  const [values, setValues] = useState({ name: '', password: '', code: '' })
  const signIn = useMutation({
    mutationFn: () => client.signIn(values),
    onSuccess: ({ problem }) => (problem === null ? queries.invalidateQueries() : undefined),
  })
  const problem = signIn.data?.problem ?? (signIn.isError ? problemOf(signIn.error) : null)
  function submit(event: FormEvent) {
    event.preventDefault()
    signIn.mutate()
  }
  const of = (name: keyof typeof values) => ({
    value: values[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setValues({ ...values, [name]: event.currentTarget.value }),
  })
  return (
    <main className={styles.centred}>
      <form className={`${styles.card} ${layout.stack}`} onSubmit={submit}>
        <h1>{hub}</h1>
        <TextInput {...field({ label: 'Nama akun' })} {...of('name')} autoComplete="username" autoFocus required />
        <PasswordInput {...field({ label: 'Sandi' })} {...of('password')} autoComplete="current-password" required />
        <TextInput
          {...field({
            label: 'Kode enam angka',
            optional: true,
            hint: 'Dari aplikasi kode di telepon. Kosong saat pertama kali masuk.',
          })}
          {...of('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        {problem !== null && <ErrorNote error={problem} />}
        <Button type="submit" loading={signIn.isPending}>
          Masuk
        </Button>
        <a href="/periksa">Hanya memeriksa sertifikat</a>
      </form>
    </main>
  )
}

/** First sign-in: an own password, and an authenticator app. */
export function SettlePage({ hub }: { hub: string }) {
  const queries = useQueryClient()
  const [values, setValues] = useState({ password: '', code: '' })
  const secret = useRead(
    api.codeSecret,
    {},
    { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  )
  const settle = useMutation({
    mutationFn: () => client.settle(values),
    onSuccess: ({ problem }) => (problem === null ? queries.invalidateQueries() : undefined),
  })
  const problem = settle.data?.problem ?? (settle.isError ? problemOf(settle.error) : null)
  return (
    <main className={styles.centred}>
      <form className={`${styles.card} ${layout.stack}`} onSubmit={submitting(() => settle.mutate())}>
        <h1>{hub}: masuk pertama kali</h1>
        <p className={layout.words}>
          Buka aplikasi kode di telepon (Google Authenticator, Aegis), pilih “masukkan kunci”, lalu ketik kunci ini:
        </p>
        <p className={layout.digits}>{secret.data?.secret.replace(/(.{4})/g, '$1 ') ?? '…'}</p>
        <PasswordInput
          {...field({ label: 'Sandi baru', hint: 'Paling sedikit 12 huruf.' })}
          {...typing(values.password, password => setValues({ ...values, password }))}
          autoComplete="new-password"
          required
        />
        <TextInput
          {...field({ label: 'Kode enam angka dari telepon' })}
          {...typing(values.code, code => setValues({ ...values, code }))}
          inputMode="numeric"
          required
        />
        {problem !== null && <ErrorNote error={problem} />}
        <Button type="submit" loading={settle.isPending}>
          Simpan dan masuk
        </Button>
      </form>
    </main>
  )
}
