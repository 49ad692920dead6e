import { z } from 'zod'
import { cohortCodeSchema, type DesignId, designId, type ProgramId, programId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import { line, nothing, whole } from '../../kernel/schema.ts'
import { chosenFields, type Saved, seenOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
import type { BuiltInKey } from './built-in.ts'
import { type Design, designSchema } from './design.ts'

export type DesignRow = {
  id: DesignId
  name: string
  /** Null for a design of the centre's own. */
  builtIn: BuiltInKey | null
  /** Of the newest version; 0 for a built-in one that nothing was issued with yet. */
  version: number
  savedAt: string | null
  savedBy: string | null
  /** Certificates that were issued with any of its versions. */
  issued: number
  active: boolean
}

export type DesignVersion = {
  version: number
  /** Wall time, and who saved it or, of a built-in one, issued with it first. */
  savedAt: string
  savedBy: string
  /** Certificates that were issued with it. */
  issued: number
}

export type DesignChoice = { programId: ProgramId | null; designId: DesignId }

/** Printer by the name that somebody gave it; half millimetres to the right and down. */
export type BlankShift = { printer: string; right: number; down: number }

export type DesignList = {
  designs: DesignRow[]
  /** The one without a programme holds for every programme without one of its own. */
  choices: DesignChoice[]
  /** Certificates that were issued this year, by design and programme. */
  issued: { designId: DesignId; programId: ProgramId; count: number }[]
  shifts: BlankShift[]
}

export type BlockBox = { key: string; left: number; top: number; right: number; bottom: number }

export type DesignLayout = {
  /** Boxes of what appears on this certificate, in mm. */
  boxes: BlockBox[]
  warnings: { key: string; words: string }[]
}

/** What a design is tried with: the longest name of a class, or a made-up certificate at the limits. */
const trial = z.strictObject({
  design: designSchema,
  code: cohortCodeSchema.nullable(),
  /** With a second official, 'Mengetahui'. */
  two: z.boolean(),
})

const printerName = line(60, 1)

export const certificateDesignContract = {
  list: query('setting.see', nothing, output<DesignList>()),
  /** The newest version of a design. */
  get: query('setting.see', { id: designId }, output<{ row: DesignRow; design: Design }>()),
  /** Every saving of a design, the newest first; a built-in one has none until something is issued with it. */
  versions: query('setting.see', { id: designId }, output<DesignVersion[]>()),
  /** As it was saved then. */
  version: query('setting.see', { id: designId, version: whole(1, 1_000_000) }, output<Design>()),
  /** A new version of a design of one's own; without an id a new design. */
  save: command(
    'setting.change',
    'Menyimpan rancangan sertifikat',
    { id: designId.nullable(), design: designSchema, ...seenOf(designSchema), ...chosenFields },
    output<Saved<DesignId> & { version: number }>(),
  ),
  /** Takes a design of one's own out of the list, or puts it back. What was issued with it stays. */
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
  /** One file with its background picture in it. */
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
  /** A cross at 10, 10 and a ruler of 100 mm, moved as the printer's blanks are. */
  testSheet: task('certificate.print', 'Mencetak lembar uji blangko', { printer: printerName }, output<BinaryFile>()),
  /** The issued certificates of a class drawn once more for blanks, moved as this printer needs it. */
  onBlanks: task(
    'certificate.print',
    'Mencetak sertifikat pada blangko',
    { code: cohortCodeSchema, printer: printerName },
    output<BinaryFile>(),
  ),
}
