import { z } from 'zod'
import type { OfficeFormKey } from '../../facts/paper-key.ts'
import { cohortCodeSchema, instructorId, registrationId, traineeId } from '../../ids.ts'
import { type BinaryFile, whole } from '../../kernel/schema.ts'
import { command, longTask, output, query, task } from '../../operation.ts'
import { type DrawnFrom, drawnFromSchema, type LastPrint } from '../print/contract.ts'
import { officeFormKey } from '../print/filed-key.ts'
import { type FormCheck, type FormSubject, formSubjects, formTitle, type OfficeKind } from './office-form.ts'

export type OfficeFormVersion = {
  version: number
  fileName: string
  savedAt: string
  savedBy: string
  /** The restored version; null for an uploaded file. */
  restoredFrom: number | null
}

export type OfficeForm = {
  key: OfficeFormKey
  title: string
  subject: FormSubject
  kind: OfficeKind
  retired: boolean
} & OfficeFormVersion

/**
 * What a form is filled for: a class (`code`), everybody in it or one person, a person alone, a registration or an instructor, as the form requires.
 */
const filledFor = {
  code: cohortCodeSchema.nullable().default(null),
  traineeId: traineeId.nullable().default(null),
  registrationId: registrationId.nullable().default(null),
  instructorId: instructorId.nullable().default(null),
}

export type FilledForm = {
  file: BinaryFile
  title: string
  version: number
  warnings: string[]
  /** Send it back with `record` if the form is about a class. */
  drawnFrom: DrawnFrom
  lastPrint: LastPrint | null
}

export const officeFormContract = {
  /** Active forms, or all, by title. Also for roles that may not see papers but keep the templates. */
  list: query('everyone', { all: z.boolean().default(false) }, output<OfficeForm[]>()),
  versions: query('setting.see', { key: officeFormKey }, output<OfficeFormVersion[]>()),
  /** Checks a file without storing it. */
  check: task(
    'setting.change',
    'Memeriksa formulir kantor',
    { subject: z.enum(formSubjects), file: z.file() },
    output<FormCheck>(),
  ),
  add: task(
    'setting.change',
    'Menambah formulir kantor',
    { title: formTitle, subject: z.enum(formSubjects), file: z.file() },
    output<OfficeForm>(),
  ),
  /** A new file becomes the next version; `basedOn` is the version that was seen. */
  replace: task(
    'setting.change',
    'Mengganti berkas formulir kantor',
    { key: officeFormKey, basedOn: whole(1, 1_000_000), file: z.file() },
    output<OfficeForm>(),
  ),
  restore: command(
    'setting.change',
    'Mengembalikan versi formulir kantor',
    { key: officeFormKey, version: whole(1, 1_000_000) },
    output<OfficeForm>(),
  ),
  change: command('setting.change', 'Mengubah formulir kantor', {
    key: officeFormKey,
    title: formTitle,
    retired: z.boolean(),
  }),
  /** The file with its tokens, to edit it in Word or Excel. */
  template: task(
    'setting.see',
    'Mengambil berkas formulir kantor',
    { key: officeFormKey, version: whole(1, 1_000_000).nullable() },
    output<BinaryFile>(),
  ),
  make: longTask('paper.print', 'Mengisi formulir kantor', { key: officeFormKey, ...filledFor }, output<FilledForm>()),
  /** Records in the print log of the class what the page has saved or opened. */
  record: command('paper.print', 'Mencatat formulir kantor', {
    key: officeFormKey,
    code: cohortCodeSchema,
    traineeId: traineeId.nullable().default(null),
    version: whole(1, 1_000_000),
    drawnFrom: drawnFromSchema,
  }),
}
