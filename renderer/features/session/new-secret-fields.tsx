import { PasswordInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import {
  leastPassword,
  type SecretDraft,
  type SecretKind,
  weakPassword,
  weakPin,
} from '../../../shared/features/access/secret.ts'
import { field, typing } from '../../ui/form/field.tsx'
import { PinCells } from '../../ui/form/pin-cells.tsx'
import layout from '../../ui/page/layout.module.css'

/** A new PIN or password, typed twice; `draft` is null while it is invalid. */
interface NewSecret {
  draft: SecretDraft | null
  kind: SecretKind
  secret: string
  again: string
  /** Errors, shown after the first try. */
  problems: { secret: string | null; again: string | null }
  set: (values: Partial<{ kind: SecretKind; secret: string; again: string }>) => void
}

export function useNewSecret(): NewSecret {
  const [values, setValues] = useState({ kind: 'PASSWORD' as SecretKind, secret: '', again: '' })
  const { kind, secret, again } = values
  const weak = kind === 'PIN' ? weakPin(secret) : weakPassword(secret)
  const differs = secret === again ? null : 'Ketikan kedua berbeda dari yang pertama.'
  return {
    ...values,
    draft: weak === null && differs === null ? { kind, secret } : null,
    problems: { secret: weak, again: weak === null ? differs : null },
    set: next => setValues(old => ({ ...old, ...next })),
  }
}

interface NewSecretFieldsProps {
  value: NewSecret
  /** Whether this computer allows a PIN. */
  pins: boolean
  /** Shows the errors under the fields. */
  tried: boolean
}

export function NewSecretFields({ value, pins, tried }: NewSecretFieldsProps) {
  const { kind, secret, again, problems, set } = value
  return (
    <div className={layout.tight}>
      {pins && (
        <SegmentedControl
          aria-label="Cara masuk"
          data={[
            { value: 'PASSWORD', label: 'Sandi' },
            { value: 'PIN', label: 'PIN 6 angka' },
          ]}
          value={kind}
          onChange={next => set({ kind: next as SecretKind, secret: '', again: '' })}
        />
      )}
      {kind === 'PASSWORD' ? (
        <>
          <PasswordInput
            {...field({
              label: 'Sandi baru',
              hint: `${leastPassword} huruf atau lebih; kalimat pendek mudah diingat.`,
            })}
            autoComplete="new-password"
            maxLength={200}
            {...typing(secret, secret => set({ secret }))}
            error={tried ? problems.secret : null}
          />
          <PasswordInput
            {...field({ label: 'Ketik sekali lagi' })}
            autoComplete="new-password"
            maxLength={200}
            {...typing(again, again => set({ again }))}
            error={tried ? problems.again : null}
          />
        </>
      ) : (
        <>
          <PinCells label="PIN baru" value={secret} onChange={next => set({ secret: next })} />
          <PinCells label="Ketik sekali lagi" value={again} onChange={next => set({ again: next })} />
          {tried && (problems.secret ?? problems.again) && <p role="alert">{problems.secret ?? problems.again}</p>}
        </>
      )}
    </div>
  )
}
