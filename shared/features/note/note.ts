import { z } from 'zod'
import { type NoteId, traineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'

/** Letters; a note is one line on the home page. */
export const longestNote = 200

/** `due`: day from which it is on the home page until done; null: only on the page of its person or class. */
export const noteDraft = z.strictObject({ text: line(longestNote, 1), due: plainDateSchema.nullable() })
export type NoteDraft = z.infer<typeof noteDraft>

/** Subject of a note: a person, or the class with this code. */
export const noteSubject = z.union([z.strictObject({ traineeId }), z.strictObject({ code: line(20, 1) })])
export type NoteSubject = z.infer<typeof noteSubject>

export type QuickNote = {
  id: NoteId
  text: string
  due: PlainDate | null
  at: string
  by: string
  done: { at: string; by: string } | null
}

/** With its subject, for a page with notes of several. */
export type DayNote = QuickNote & { subject: string; path: string }
