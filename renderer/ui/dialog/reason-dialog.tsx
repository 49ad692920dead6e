import { Modal, Textarea } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { ActionButton } from '../action/action-button.tsx'
import { ErrorNote } from '../feedback/error-note.tsx'
import { field } from '../form/field.tsx'
import title from './confirm-dialog.module.css'
import styles from './reason-dialog.module.css'
import { useReturnFocus } from './use-return-focus.ts'

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
  useReturnFocus()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const read = schema.safeParse(text)
  const problem = read.success ? undefined : (read.error.issues[0]?.message ?? 'Tulis alasannya.')

  function submit() {
    setTried(true)
    if (read.success && props.refused === undefined) return props.onAction(read.data)
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    void submit()
  }

  return (
    <Modal opened onClose={props.onCancel} title={props.title} size={480} classNames={{ title: title.title ?? '' }}>
      <div className={styles.form}>
        {children !== undefined && <div className={styles.words}>{children}</div>}
        <Textarea
          {...field({ label })}
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          value={text}
          {...(placeholder ? { placeholder } : {})}
          error={tried ? problem : undefined}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
        <ErrorNote error={error} />
        <div className={styles.actions}>
          <ActionButton onAction={props.onCancel} keys="Esc">
            Batal
          </ActionButton>
          <ActionButton tone={tone} keys="Ctrl Enter" refused={props.refused ?? problem} onAction={submit}>
            {action}
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
