import { z } from 'zod'
import { noteId } from '../../ids.ts'
import { nothing } from '../../kernel/schema.ts'
import { command, output, query } from '../../operation.ts'
import { type DayNote, noteDraft, noteSubject, type QuickNote } from './note.ts'

export const noteContract = {
  /** All notes of a person or a class: open ones first, by day. */
  list: query('note.see', { subject: noteSubject }, output<QuickNote[]>()),
  /** Notes for today's home page: due and not done, or done today. */
  ofToday: query('note.see', nothing, output<DayNote[]>()),
  write: command(
    'note.change',
    'Menulis catatan',
    { subject: noteSubject, note: noteDraft },
    output<{ id: QuickNote['id'] }>(),
  ),
  change: command('note.change', 'Mengubah catatan', { id: noteId, note: noteDraft }),
  /** Marks a note as done, or reopens it. */
  tick: command('note.change', 'Menandai catatan', { id: noteId, done: z.boolean() }),
  remove: command('note.change', 'Menghapus catatan', { id: noteId }),
}
