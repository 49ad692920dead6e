import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { field, typing } from '../form/field.tsx'
import layout from '../page/layout.module.css'
import { FormModal } from './form-dialog.tsx'

interface ReasonDialogProps {
  /** The question: "Buka kembali hari ke-3?" */
  title: string
  /** The consequences. */
  children?: ReactNode
  /** Fields before the reason. */
  fields?: ReactNode
  /** What comes after the reason: answers that arrive late grow there, where they move no field. */
  below?: ReactNode
  /** Schema of the reason, as in the command. */
  schema: z.ZodType<string>
  label?: string
  placeholder?: string
  /** Text of the button: "Buka kembali hari ke-3". */
  action: string
  tone?: 'primary' | 'danger'
  /** Why the action is blocked for another cause than the reason, for example an empty field above. */
  refused?: string | undefined
  /** Why the action failed. */
  error?: string | null
  onAction: (reason: string) => unknown
  onCancel: () => void
}

/** Asks for the reason of an act, which is recorded with it. Mount only while open. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { children, fields, below, schema, label = 'Alasan', placeholder, action, tone = 'primary', error } = props
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const read = schema.safeParse(text)
  const problem = read.success ? undefined : (read.error.issues[0]?.message ?? 'Tulis alasannya.')

  return (
    <FormModal
      title={props.title}
      onClose={props.onCancel}
      size={480}
      grows={below !== undefined}
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
      {fields}
      <Textarea
        {...field({ label })}
        data-autofocus
        minRows={2}
        maxRows={6}
        {...typing(text, setText)}
        {...(placeholder ? { placeholder } : {})}
        error={tried ? problem : undefined}
      />
      {below}
    </FormModal>
  )
}
