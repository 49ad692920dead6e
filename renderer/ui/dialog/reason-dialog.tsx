import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { field } from '../form/field.tsx'
import layout from '../page/layout.module.css'
import { FormModal } from './form-dialog.tsx'

interface ReasonDialogProps {
  /** What is asked: "Buka kembali hari ke-3?" */
  title: string
  /** What it brings about; below it fields that the act needs besides the reason. */
  children?: ReactNode
  /** The schema that the command holds the reason against. */
  schema: z.ZodType<string>
  label?: string
  placeholder?: string
  /** Names the act: "Buka kembali hari ke-3". */
  action: string
  tone?: 'primary' | 'danger'
  /** Why the act waits, apart from the reason: a field above it is not filled in. */
  refused?: string | undefined
  /** Why it was refused when it was tried. */
  error?: string | null
  onAction: (reason: string) => unknown
  onCancel: () => void
}

/** Asks for the reason of an act that is written down with it. Mount it while it is asked: what is typed goes with it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { children, schema, label = 'Alasan', placeholder, action, tone = 'primary', error } = props
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const read = schema.safeParse(text)
  const problem = read.success ? undefined : (read.error.issues[0]?.message ?? 'Tulis alasannya.')

  return (
    <FormModal
      title={props.title}
      onClose={props.onCancel}
      size={480}
      action={{
        label: action,
        keys: 'Ctrl Enter',
        tone,
        run: () => read.success && props.onAction(read.data),
        refused: props.refused ?? problem,
        onRefused: () => setTried(true),
      }}
      error={error ?? (tried ? (props.refused ?? null) : null)}
    >
      {children !== undefined && <div className={layout.lead}>{children}</div>}
      <Textarea
        {...field({ label })}
        data-autofocus
        minRows={2}
        maxRows={6}
        value={text}
        {...(placeholder ? { placeholder } : {})}
        error={tried ? problem : undefined}
        onChange={event => setText(event.currentTarget.value)}
      />
    </FormModal>
  )
}
