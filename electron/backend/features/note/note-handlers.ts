import type { noteContract } from '../../../../shared/features/note/contract.ts'
import type { NoteDraft } from '../../../../shared/features/note/note.ts'
import type { NoteId } from '../../../../shared/ids.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import {
  deleteNote,
  getNote,
  insertNote,
  type NoteRecord,
  notesOf,
  notesOfDay,
  ownerOf,
  setNoteDone,
  updateNote,
} from './note-store.ts'

export const noteHandlers: Handlers<typeof noteContract> = {
  list({ db, saw }, { subject }) {
    const notes = notesOf(db, ownerOf(db, subject))
    if ('traineeId' in subject && notes.length > 0) saw('trainee_note', subject.traineeId, [subject.traineeId])
    return notes
  },

  ofToday: ({ db, today }) => notesOfDay(db, today),

  write({ db, at, operator, record }, { subject, note }) {
    if ('traineeId' in subject) assertUsable(db, subject.traineeId)
    const owner = ownerOf(db, subject)
    const id = insertNote(db, owner, note, { at, by: operator.name })
    recordNote(record, getNote(db, id), null, note)
    return { id }
  },

  change({ db, record }, { id, note }) {
    const before = usable(db, id)
    updateNote(db, id, note)
    recordNote(record, before, before, note)
  },

  tick({ db, at, operator, record }, { id, done }) {
    const before = usable(db, id)
    setNoteDone(db, id, done ? { at, by: operator.name } : null)
    recordNote(record, before, before, { ...before, done })
  },

  remove({ db, record }, { id }) {
    const before = usable(db, id)
    deleteNote(db, id)
    recordNote(record, before, before, null)
  },
}

/** @throws DomainError not_found, person_frozen, person_anonymised */
function usable(db: CommandScope['db'], id: NoteId): NoteRecord {
  const note = getNote(db, id)
  if (note.traineeId !== null) assertUsable(db, note.traineeId)
  return note
}

type Said = NoteDraft & { doneAt?: string | null; done?: boolean }

/** Recorded in the history of the person or class, so that it is erased with the person. */
function recordNote(
  record: CommandScope['record'],
  { traineeId, code }: NoteRecord,
  before: Said | null,
  after: Said | null,
): void {
  const said = (note: Said | null) =>
    note && { note: note.text, due: note.due, done: note.done ?? (note.doneAt ?? null) !== null }
  if (traineeId !== null) record('trainee_note', traineeId, said(before), said(after))
  else record('cohort_note', code ?? '', said(before), said(after))
}
