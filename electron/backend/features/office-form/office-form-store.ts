import type { OfficeFormKey } from '../../../../shared/facts/paper-key.ts'
import type { OfficeForm, OfficeFormVersion } from '../../../../shared/features/office-form/contract.ts'
import type { FormSubject, OfficeKind } from '../../../../shared/features/office-form/office-form.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type Row = Omit<OfficeForm, 'retired'> & { retired: number }

const select = `SELECT key, title, subject, kind, retired, version, file_name AS fileName, saved_at AS savedAt, saved_by AS savedBy,
    restored_from AS restoredFrom
  FROM office_form JOIN office_form_version ON form_key = key
  WHERE version = (SELECT max(version) FROM office_form_version WHERE form_key = key)`

/** With the newest version, by title. */
export function listOfficeForms(db: ReadDatabase): OfficeForm[] {
  return db.all<Row>(`${select} ORDER BY title`).map(row => ({ ...row, retired: row.retired === 1 }))
}

export function findOfficeForm(db: ReadDatabase, key: OfficeFormKey): OfficeForm | undefined {
  return listOfficeForms(db).find(form => form.key === key)
}

/** Newest first. */
export function versionsOfForm(db: ReadDatabase, key: OfficeFormKey): OfficeFormVersion[] {
  return db.all(
    `SELECT version, file_name AS fileName, saved_at AS savedAt, saved_by AS savedBy, restored_from AS restoredFrom
     FROM office_form_version WHERE form_key = ? ORDER BY version DESC`,
    [key],
  )
}

export type FormContent = { version: number; fileName: string; content: Uint8Array; tokens: string[] }

export function contentOfForm(db: ReadDatabase, key: OfficeFormKey, version: number): FormContent | undefined {
  const row = db.get<Omit<FormContent, 'tokens'> & { tokens: string }>(
    `SELECT version, file_name AS fileName, content, tokens FROM office_form_version WHERE form_key = ? AND version = ?`,
    [key, version],
  )
  return row && { ...row, tokens: JSON.parse(row.tokens) as string[] }
}

export function insertOfficeForm(
  db: WriteDatabase,
  form: { key: OfficeFormKey; title: string; subject: FormSubject; kind: OfficeKind },
): void {
  db.insert('office_form', 'key, title, subject, kind, retired', { ...form, retired: 0 })
}

export function insertFormVersion(
  db: WriteDatabase,
  key: OfficeFormKey,
  { tokens, ...row }: FormContent & { at: string; by: string; restoredFrom: number | null },
): void {
  db.insert(
    'office_form_version',
    'form_key, version, file_name, content, tokens, saved_at: at, saved_by: by, restored_from',
    { ...row, formKey: key, tokens: JSON.stringify(tokens) },
  )
}

export function updateOfficeForm(
  db: WriteDatabase,
  key: OfficeFormKey,
  { title, retired }: { title: string; retired: boolean },
): void {
  db.run('UPDATE office_form SET title = ?, retired = ? WHERE key = ?', [title, retired ? 1 : 0, key])
}
