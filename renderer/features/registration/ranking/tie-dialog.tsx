import { Box, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import {
  type Applicant,
  type Registration,
  selectionReason,
} from '../../../../shared/features/registration/contract.ts'
import { api, useCommand } from '../../../app/client.ts'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import layout from '../../../ui/page/layout.module.css'
import styles from './tie-dialog.module.css'

interface TieDialogProps {
  registration: Registration
  /** Everybody in the tie, in the present order. */
  people: readonly Applicant[]
  onClose: () => void
}

/** Orders applicants with equal score, priority and date, with a reason. ↑ ↓ choose, Shift with an arrow moves. Mount only while open. */
export function TieDialog({ registration, people, onClose }: TieDialogProps) {
  const [order, setOrder] = useState<readonly Applicant[]>(people)
  const [at, setAt] = useState(0)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useCommand(api.registration.decideTie, { done: () => 'Urutan nilai sama dicatat.' })
  const read = selectionReason.safeParse(reason)
  const problem = read.success ? undefined : read.error.issues[0]?.message

  function press(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const to = Math.max(0, Math.min(order.length - 1, at + by))
    if (event.shiftKey) {
      const moved = [...order]
      const [person] = moved.splice(at, 1)
      if (person) moved.splice(to, 0, person)
      setOrder(moved)
    }
    setAt(to)
  }
  async function submit() {
    if (!read.success) return
    const applicantIds = order.map(one => one.id)
    if (await decide.run({ id: registration.id, applicantIds, reason: read.data })) onClose()
  }
  const id = (index: number) => `tie-${order[index]?.id}`

  return (
    <FormModal
      title="Putuskan urutan nilai yang sama"
      size={520}
      onClose={onClose}
      error={decide.error}
      action={{
        label: 'Pakai urutan ini',
        keys: 'Ctrl Enter',
        refused: problem,
        onRefused: () => setTried(true),
        run: submit,
      }}
    >
      <p className={layout.words}>Nilai, kelompok prioritas, dan tanggal daftarnya sama. Yang di atas didahulukan.</p>
      <div
        className={styles.list}
        role="listbox"
        aria-label="Urutan"
        tabIndex={0}
        data-autofocus
        aria-activedescendant={id(at)}
        onKeyDown={press}
      >
        {order.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus, as in the ARIA pattern
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list box answers the keys
          <div
            key={one.id}
            id={id(index)}
            role="option"
            aria-selected={index === at}
            className={styles.person}
            onClick={() => setAt(index)}
          >
            <Box component="span" c="var(--ink-2)" fw={600} ta="end">
              {index + 1}
            </Box>
            <span className={layout.strong}>{one.name}</span>
            <span className={layout.quiet}>{one.village ?? '–'}</span>
          </div>
        ))}
      </div>
      <KeyHints
        hints={[
          listKeys.rows('orang'),
          { keys: ['Shift ↑', 'Shift ↓'], text: 'pindahkan' },
          { keys: 'Tab', text: 'alasan' },
        ]}
      />
      <Textarea
        {...field({ label: 'Alasan panitia' })}
        minRows={2}
        maxRows={5}
        {...typing(reason, setReason)}
        error={tried ? problem : undefined}
      />
    </FormModal>
  )
}
