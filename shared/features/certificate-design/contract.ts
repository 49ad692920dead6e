import { z } from 'zod'
import { cohortCodeSchema, type DesignId, designId, type ProgramId, programId } from '../../ids.ts'
import { type BinaryFile, line, nothing, whole } from '../../kernel/schema.ts'
import { chosenFields, type Saved, seenOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
import type { BuiltInKey } from './built-in.ts'
import { type Design, designSchema } from './design.ts'

export type DesignRow = {
  id: DesignId
  name: string
  /** Null for an own design. */
  builtIn: BuiltInKey | null
  /** Newest version; 0 for a built-in one without issued papers. */
  version: number
  savedAt: string | null
  savedBy: string | null
  /** Number of certificates issued with any version. */
  issued: number
  active: boolean
}

export type DesignVersion = {
  version: number
  /** Wall time, and who saved it, or for a built-in one who first issued with it. */
  savedAt: string
  savedBy: string
  /** Number of certificates issued with it. */
  issued: number
}

export type DesignChoice = { programId: ProgramId | null; designId: DesignId }

/** Print offset for blanks by printer name, in half millimetres to the right and down. */
export type BlankShift = { printer: string; right: number; down: number }

export type DesignList = {
  designs: DesignRow[]
  /** The entry without a program applies to all programs without an own one. */
  choices: DesignChoice[]
  /** Certificates issued this year, by design and program. */
  issued: { designId: DesignId; programId: ProgramId; count: number }[]
  shifts: BlankShift[]
}

export type BlockBox = { key: string; left: number; top: number; right: number; bottom: number }

export type DesignLayout = {
  /** Boxes of the visible blocks, in mm. */
  boxes: BlockBox[]
  warnings: { key: string; words: string }[]
}

/** Data for the preview: the longest name of a class, or an invented certificate of maximal length. */
const trial = z.strictObject({
  design: designSchema,
  code: cohortCodeSchema.nullable(),
  /** With a second signatory, 'Mengetahui'. */
  two: z.boolean(),
})

const printerName = line(60, 1)

export const certificateDesignContract = {
  list: query('setting.see', nothing, output<DesignList>()),
  /** The newest version of a design. */
  get: query('setting.see', { id: designId }, output<{ row: DesignRow; design: Design }>()),
  /** All versions of a design, newest first; a built-in one has none before the first issue. */
  versions: query('setting.see', { id: designId }, output<DesignVersion[]>()),
  /** As saved at that time. */
  version: query('setting.see', { id: designId, version: whole(1, 1_000_000) }, output<Design>()),
  /** A new version of an own design; without id a new design. */
  save: command(
    'setting.change',
    'Menyimpan rancangan sertifikat',
    { id: designId.nullable(), design: designSchema, ...seenOf(designSchema), ...chosenFields },
    output<Saved<DesignId> & { version: number }>(),
  ),
  /** Deactivates an own design, or activates it again. Issued papers are not affected. */
  setActive: command('setting.change', 'Menyimpan atau mengeluarkan rancangan', { id: designId, active: z.boolean() }),
  choose: command('setting.change', 'Memilih rancangan sertifikat', {
    programId: programId.nullable(),
    designId: designId.nullable(),
  }),
  /** Stores a background picture (PNG or JPEG, at most 8 MB). */
  addPicture: task('setting.change', 'Menambah gambar latar', { file: z.file() }, output<{ sha256: string }>()),
  layOut: query('setting.see', trial, output<DesignLayout>()),
  /** The real paper, marked as an example. */
  preview: task('setting.see', 'Melihat rancangan sertifikat', trial, output<BinaryFile>()),
  /** One file that includes the background picture. */
  exportFile: task('setting.see', 'Mengekspor rancangan sertifikat', { id: designId }, output<BinaryFile>()),
  importFile: task(
    'setting.see',
    'Mengimpor rancangan sertifikat',
    { file: z.file() },
    output<{ id: DesignId; name: string }>(),
  ),
  setShift: command('certificate.print', 'Menggeser cetakan blangko', {
    printer: printerName,
    right: whole(-40, 40),
    down: whole(-40, 40),
  }),
  /** A test sheet with a cross at 10, 10 and a ruler of 100 mm, shifted like blanks on this printer. */
  testSheet: task('certificate.print', 'Mencetak lembar uji blangko', { printer: printerName }, output<BinaryFile>()),
  /** The issued certificates of a class drawn for blanks, shifted for this printer. */
  onBlanks: task(
    'certificate.print',
    'Mencetak sertifikat pada blangko',
    { code: cohortCodeSchema, printer: printerName },
    output<BinaryFile>(),
  ),
}
