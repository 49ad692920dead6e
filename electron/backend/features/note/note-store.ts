import type { DayNote, NoteDraft, NoteSubject, QuickNote } from '../../../../shared/features/note/note.ts'
import { type NoteId, noteId, type TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'

/** Exactly one of them. */
type Owner = { traineeId: TraineeId | null; cohortId: number | null }
/** As stored, with the code of its class. */
export type NoteRecord = Owner & {
  id: NoteId
  code: string | null
  text: string
  due: PlainDate | null
  doneAt: string | null
}

type Row = Omit<QuickNote, 'done'> & { doneAt: string | null; doneBy: string | null }

const columns = `quick_note.id, text, due, recorded_at AS at, recorded_by AS by, done_at AS doneAt, done_by AS doneBy`

function asNote<Rest extends object>({ doneAt, doneBy, ...note }: Row & Rest) {
  return { ...note, done: doneAt === null || doneBy === null ? null : { at: doneAt, by: doneBy } }
}

/** @throws DomainError not_found if there is no such class */
export function ownerOf(db: ReadDatabase, subject: NoteSubject): Owner {
  if ('traineeId' in subject) return { traineeId: subject.traineeId, cohortId: null }
  const id = db.get<{ id: number }>('SELECT id FROM cohort WHERE code = ?', [subject.code])?.id
  return { traineeId: null, cohortId: found(id, 'cohort') }
}

export function notesOf(db: ReadDatabase, { traineeId, cohortId }: Owner): QuickNote[] {
  return db
    .all<Row>(
      `SELECT ${columns} FROM quick_note WHERE trainee_id = @traineeId OR cohort_id = @cohortId
       ORDER BY done_at IS NOT NULL, done_at DESC, due IS NULL, due, id`,
      { traineeId, cohortId },
    )
    .map(asNote)
}

/** Due by today and open, or done today. Notes on people with frozen data are hidden. */
export function notesOfDay(db: ReadDatabase, today: PlainDate): DayNote[] {
  return db
    .all<Row & { subject: string; traineeId: TraineeId | null; code: string | null }>(
      `SELECT ${columns}, coalesce(trainee.name, cohort.title) AS subject, trainee_id AS traineeId, cohort.code AS code
       FROM quick_note LEFT JOIN trainee ON trainee.id = trainee_id LEFT JOIN cohort ON cohort.id = cohort_id
       WHERE due <= @today AND (done_at IS NULL OR done_at >= @today)
         AND NOT EXISTS (SELECT 1 FROM closed_trainee WHERE closed_trainee.trainee_id = quick_note.trainee_id)
       ORDER BY due, quick_note.id`,
      { today },
    )
    .map(asNote)
    .map(({ traineeId, code, ...note }) => ({
      ...note,
      path: traineeId === null ? `/angkatan/${code}` : `/peserta/${traineeId}`,
    }))
}

/** Open texts by person. */
export function waitingTexts(db: ReadDatabase, traineeIds: readonly number[]): Map<number, string[]> {
  const rows = db.all<{ traineeId: number; text: string }>(
    `SELECT trainee_id AS traineeId, text FROM quick_note
     WHERE trainee_id IN (SELECT value FROM json_each(?)) AND done_at IS NULL`,
    [JSON.stringify(traineeIds)],
  )
  const texts = new Map<number, string[]>()
  for (const { traineeId, text } of rows) texts.set(traineeId, [...(texts.get(traineeId) ?? []), text])
  return texts
}

/** @throws DomainError not_found */
export function getNote(db: ReadDatabase, id: NoteId): NoteRecord {
  const row = db.get<NoteRecord>(
    `SELECT quick_note.id, trainee_id AS traineeId, cohort_id AS cohortId, code, text, due, done_at AS doneAt
     FROM quick_note LEFT JOIN cohort ON cohort.id = cohort_id WHERE quick_note.id = ?`,
    [id],
  )
  return found(row, 'quick_note')
}

export function insertNote(db: WriteDatabase, owner: Owner, note: NoteDraft, who: Who): NoteId {
  const id = db.insert('quick_note', 'trainee_id, cohort_id, text, due, recorded_at: at, recorded_by: by', {
    ...owner,
    ...note,
    ...who,
  })
  return noteId.parse(id)
}

/** A remark from an imported list. People with frozen data get none. */
export function insertRemark(db: WriteDatabase, traineeId: number, text: string, importId: number, who: Who): void {
  db.run(
    `INSERT INTO quick_note (trainee_id, text, import_id, recorded_at, recorded_by)
     SELECT @traineeId, @text, @importId, @at, @by
     WHERE NOT EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = @traineeId)`,
    { traineeId, text, importId, ...who },
  )
}

/** When the import is undone. */
export function deleteRemarks(db: WriteDatabase, importId: number): void {
  db.run('DELETE FROM quick_note WHERE import_id = ?', [importId])
}

export function updateNote(db: WriteDatabase, id: NoteId, note: NoteDraft): void {
  db.update('quick_note', 'text, due', { id, ...note })
}

export function setNoteDone(db: WriteDatabase, id: NoteId, done: Who | null): void {
  db.update('quick_note', 'done_at: at, done_by: by', { id, at: done?.at ?? null, by: done?.by ?? null })
}

export function deleteNote(db: WriteDatabase, id: NoteId): void {
  db.run('DELETE FROM quick_note WHERE id = ?', [id])
}
