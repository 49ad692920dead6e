import { Box, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { QuickNote } from '../../../shared/features/note/note.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import styles from './note-row.module.css'

interface NoteRowProps {
  note: QuickNote
  /** Shown where the subject is not clear from the page. */
  about?: ReactNode
  /** Read-only. */
  fixed?: boolean
  /** Buttons at the end. */
  children?: ReactNode
}

/** A note with a checkbox: Space or Enter marks it as done in place, or reopens it. */
export function NoteRow({ note, about, fixed = false, children }: NoteRowProps) {
  const tick = useCommand(api.note.tick, {
    done: (_, { done }) => (done ? 'Catatan ditandai selesai.' : 'Catatan menunggu lagi.'),
    undo: (_, { id, done }) => api.note.tick.call({ id, done: !done }),
  })
  const turn = () => void tick.run({ id: note.id, done: note.done === null })
  return (
    <li className={styles.row} data-done={note.done !== null || undefined}>
      <Checkbox
        size="xs"
        checked={note.done !== null}
        disabled={fixed}
        aria-label={`Selesai: ${note.text}`}
        onChange={turn}
        onKeyDown={event => event.key === 'Enter' && !event.ctrlKey && turn()}
      />
      <p className={layout.cut} title={note.text}>
        {about} <span className={styles.text}>{note.text}</span>
        <Box component="span" ms="0.5rem" c="var(--ink-2)" fz="0.75rem">
          {[note.by, note.done && `selesai ${formatMoment(note.done.at)} oleh ${note.done.by}`]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </p>
      <Due note={note} />
      {children}
    </li>
  )
}

function Due({ note }: { note: QuickNote }) {
  const today = useToday()
  if (note.due === null || note.done !== null) return <span />
  return (
    <span className={styles.due} data-late={note.due < today || undefined}>
      {note.due === today ? 'hari ini' : shortDay(note.due)}
    </span>
  )
}
