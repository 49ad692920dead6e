import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { VerificationStatus } from '../../shared/features/certificate/verification.ts'
import { verificationAnswers } from '../../shared/features/certificate/verification-answers.ts'
import { useActions } from '../ui/action/action.ts'
import { KeyCap } from '../ui/action/key-cap.tsx'
import { programKeys } from '../ui/action/program-keys.ts'
import { Badge } from '../ui/feedback/badge.tsx'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { submitting } from '../ui/form/enter-moves-on.ts'
import { field, typing } from '../ui/form/field.tsx'
import layout from '../ui/page/layout.module.css'
import { Panel } from '../ui/page/panel.tsx'
import { client, problemOf } from './hub-client.ts'

/** Checks a number or QR text against the register of all centres; recent checks below. */
export function CheckPanel({ autoFocus = false }: { autoFocus?: boolean }) {
  const [text, setText] = useState('')
  const [done, setDone] = useState<(Awaited<ReturnType<typeof client.verify>> & { key: number })[]>([])
  const check = useMutation({
    mutationFn: () => client.verify({ text }),
    onSuccess: answer =>
      setDone(before =>
        [{ ...answer, key: before.length === 0 ? 1 : (before[0]?.key ?? 0) + 1 }, ...before].slice(0, 5),
      ),
  })
  const [last, ...earlier] = done
  const input = useRef<HTMLInputElement>(null)
  useActions([{ label: 'Periksa sertifikat', keys: programKeys.filter, run: () => input.current?.focus() }])
  return (
    <Panel title="Periksa sertifikat" extra={<KeyCap>{programKeys.filter}</KeyCap>}>
      <form className={layout.tight} onSubmit={submitting(() => check.mutate())}>
        <TextInput
          {...field({ label: 'Nomor, atau teks kode QR' })}
          ref={input}
          {...typing(text, setText)}
          autoFocus={autoFocus}
          required
        />
        <div className={layout.buttons}>
          <Button type="submit" loading={check.isPending}>
            Periksa
          </Button>
        </div>
        <div aria-live="polite" className={layout.tight}>
          {check.isError && <ErrorNote error={problemOf(check.error)} />}
          {last && (
            <div>
              <Badge tone={toneOf(last.status)} signed>
                {titleOf(last.status)}
              </Badge>
              <p className={layout.words}>{[last.name, last.program, last.centre].filter(Boolean).join(' · ')}</p>
              <p className={layout.detail}>{last.reason}</p>
            </div>
          )}
          {earlier.map(one => (
            <div key={one.key} className={layout.detail}>
              {one.number || 'kode QR'} <Badge tone={toneOf(one.status)}>{titleOf(one.status).toLowerCase()}</Badge>
            </div>
          ))}
        </div>
      </form>
    </Panel>
  )
}

function titleOf(status: string): string {
  return verificationAnswers[status as VerificationStatus].title
}

function toneOf(status: string) {
  return verificationAnswers[status as VerificationStatus].tone
}
