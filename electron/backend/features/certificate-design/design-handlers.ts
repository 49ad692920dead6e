import { blockTitle } from '../../../../shared/features/certificate-design/block-title.ts'
import type { certificateDesignContract } from '../../../../shared/features/certificate-design/contract.ts'
import { type Design, designSchema } from '../../../../shared/features/certificate-design/design.ts'
import { readDesignFile, writeDesignFile } from '../../../../shared/features/certificate-design/design-file.ts'
import { joinDesigns } from '../../../../shared/features/certificate-design/join-designs.ts'
import { type DesignId, designId } from '../../../../shared/ids.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError, found, foundIn } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { pdfBytes } from '../../paper-kit/pdf-file.ts'
import { readPicture } from '../../pdf/picture/picture.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { getCentre, getRules } from '../centre/centre-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { assertNoConflicts, changeOf } from '../desk/join-record.ts'
import { findProgram } from '../program/program-store.ts'
import {
  choose,
  designOfVersion,
  findPicture,
  findVersion,
  insertDesign,
  insertPicture,
  issuedOfYear,
  listChoices,
  listDesigns,
  listShifts,
  pictureOf,
  presentDesign,
  renameDesign,
  saveShift,
  saveVersion,
  setDesignActive,
  versionsOf,
} from './design-store.ts'
import { type LayoutProblem, layOutDesign, layoutProblems } from './documents/lay-out-design.ts'
import { readFrozenPapers } from './read-frozen-papers.ts'
import { trialFacts } from './trial-facts.ts'

const largestPicture = 8 * 1024 * 1024
const largestFile = 12 * 1024 * 1024

export const certificateDesignHandlers: Handlers<typeof certificateDesignContract> = {
  list: ({ db, today }) => ({
    designs: listDesigns(db),
    choices: listChoices(db),
    issued: issuedOfYear(db, yearOf(today)),
    shifts: listShifts(db),
  }),

  get({ db }, { id }) {
    return { row: rowOf(db, id), design: presentDesign(db, id).design }
  },

  versions: ({ db }, { id }) => versionsOf(db, rowOf(db, id).id),

  version({ db }, { id, version }) {
    return designOfVersion(db, found(findVersion(db, id, version), 'design_version')).design
  },

  save(scope, { id, design: mine, seen, chosen }) {
    const theirs = id === null ? null : presentDesign(scope.db, id).design
    if (theirs === null || seen === null) return { ...saveDesign(scope, id, mine), joined: null }
    const { design, ...found } = joinDesigns(seen, theirs, mine, chosen)
    const history = [{ entity: 'certificate_design', id: theirs.name }]
    assertNoConflicts(scope.db, history, found)
    const joined = changeOf(scope.db, history, found.joined)
    return { ...saveDesign(scope, id, designSchema.parse(design)), joined }
  },

  setActive({ db, record }, { id, active }) {
    const row = ownRow(db, id)
    if (active) assertFreeName(db, row.name, id)
    if (!active && listChoices(db).some(choice => choice.designId === id))
      throw new DomainError({ code: 'design_in_use', name: row.name })
    setDesignActive(db, id, active)
    record('certificate_design', row.name, { active: row.active }, { active })
  },

  choose({ db, record }, { programId, designId: chosen }) {
    const program = programId === null ? null : found(findProgram(db, programId), 'program')
    const row = chosen === null ? null : rowOf(db, chosen)
    if (row && !row.active) throw new DomainError({ code: 'not_found', entity: 'certificate_design' })
    choose(db, programId, chosen)
    record('certificate_design_choice', program?.title ?? 'balai', null, { design: row?.name ?? null })
  },

  async addPicture({ write }, { file }) {
    if (file.size > largestPicture) throw new DomainError({ code: 'design_picture_unreadable', reason: 'too_large' })
    const bytes = new Uint8Array(await file.arrayBuffer())
    return write(({ db, record }) => {
      const sha256 = storePicture(db, bytes)
      record('design_picture', sha256.slice(0, 8), null, { bytes: bytes.length })
      return { sha256 }
    })
  },

  layOut({ db, ...moment }, { design, code, two }) {
    const facts = trialFacts(db, moment, code, two)
    const placed = layOutDesign(design, facts)
    return {
      boxes: placed.map(({ block, bounds }) => ({ key: block.key, ...bounds })),
      warnings: layoutProblems(placed).map(problem => ({ key: problem.key, words: formatProblem(problem, design) })),
    }
  },

  async preview(scope, { design, code, two }) {
    const { facts, logo, background, palette } = scope.read(({ db, ...moment }) => ({
      facts: trialFacts(db, moment, code, two),
      logo: getCentre(db).logo,
      palette: getRules(db).certificatePalette,
      background: backgroundOf(db, design),
    }))
    const request = { facts, photo: null }
    const options = { logo, palette, design: { design, background }, specimen: true }
    const { bytes } = await drawOnThread(scope, 'design', { requests: [request], options })
    return pdfBytes(bytes, `contoh-${safeFileName(design.name)}.pdf`)
  },

  async exportFile({ read }, { id }) {
    const { design, background } = read(({ db }) => presentDesign(db, id))
    const picture = background === null ? null : Buffer.from(background).toString('base64')
    const name = `rancangan-${safeFileName(design.name)}.json`
    return new File([writeDesignFile({ design, picture })], name, { type: 'application/json' })
  },

  async importFile({ write }, { file }) {
    if (file.size > largestFile)
      throw new DomainError({ code: 'design_unreadable', problems: ['Berkas lebih besar dari 12 MB.'] })
    const read = readDesignFile(await file.text())
    if (Array.isArray(read)) {
      const words = read.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
      throw new DomainError({ code: 'design_unreadable', problems: words })
    }
    return write(scope => {
      const { db, record } = scope
      if (read.picture !== null) {
        const sha256 = storePicture(db, new Uint8Array(Buffer.from(read.picture, 'base64')))
        if (sha256 !== pictureOf(read.design))
          throw new DomainError({ code: 'design_unreadable', problems: ['Gambar latarnya rusak.'] })
        record('design_picture', sha256.slice(0, 8), null, { name: read.design.name })
      }
      const name = freeName(db, read.design.name)
      const { id } = saveDesign(scope, null, { ...read.design, name })
      return { id, name }
    })
  },

  setShift({ db, record }, shift) {
    const before = listShifts(db).find(row => row.printer === shift.printer) ?? null
    saveShift(db, shift)
    record('blank_shift', shift.printer, before, shift)
  },

  async testSheet(scope, { printer }) {
    const { today } = scope
    const shift = scope.read(({ db }) => shiftOf(db, printer))
    return pdfBytes(
      (await drawOnThread(scope, 'test-sheet', { printer, shift, today })).bytes,
      `lembar-uji-${safeFileName(printer)}.pdf`,
    )
  },

  async onBlanks(scope, { code, printer }) {
    const { cohort, shift } = scope.read(({ db }) => ({ cohort: getCohort(db, code), shift: shiftOf(db, printer) }))
    const papers = await readFrozenPapers(scope, cohort.id, 'certificate')
    const [{ logo, palette }] = papers
    const { bytes } = await drawOnThread(scope, 'design', { requests: papers, options: { logo, palette, shift } })
    return pdfBytes(bytes, `sertifikat-blangko-${code}.pdf`)
  },
}

function saveDesign(
  { db, at, operator, record }: CommandScope,
  id: DesignId | null,
  design: Design,
): { id: DesignId; version: number } {
  const row = id === null ? null : ownRow(db, id)
  assertFreeName(db, design.name, id)
  const sha256 = pictureOf(design)
  if (sha256 !== null && !findPicture(db, sha256)) throw new DomainError({ code: 'not_found', entity: 'file' })
  const saved = row?.id ?? designId.parse(insertDesign(db, design.name))
  if (row && row.name !== design.name) renameDesign(db, row.id, design.name)
  const { version } = saveVersion(db, saved, design, { at, by: operator.name })
  // The version contains the whole design; the audit only refers to it.
  record('certificate_design', design.name, row ? { version: row.version } : null, { version })
  return { id: saved, version }
}

/** @throws DomainError not_found, design_built_in */
function ownRow(db: ReadDatabase, id: DesignId) {
  const row = rowOf(db, id)
  if (row.builtIn !== null) throw new DomainError({ code: 'design_built_in', name: row.name })
  return row
}

function rowOf(db: ReadDatabase, id: DesignId) {
  return foundIn(listDesigns(db), row => row.id === id, 'certificate_design')
}

function assertFreeName(db: ReadDatabase, name: string, id: DesignId | null): void {
  if (listDesigns(db).some(row => row.active && row.name === name && row.id !== id))
    throw new DomainError({ code: 'name_taken', entity: 'certificate_design', name })
}

function freeName(db: ReadDatabase, wanted: string): string {
  const taken = new Set(listDesigns(db).map(row => row.name))
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted.slice(0, 55)} ${count}`
    if (!taken.has(name)) return name
  }
}

/** @throws DomainError design_picture_unreadable */
function storePicture(db: WriteDatabase, bytes: Uint8Array): string {
  if (bytes.length > largestPicture) throw new DomainError({ code: 'design_picture_unreadable', reason: 'too_large' })
  if (!readPicture(bytes)) throw new DomainError({ code: 'design_picture_unreadable', reason: 'no_picture' })
  return insertPicture(db, bytes)
}

function backgroundOf(db: ReadDatabase, design: Design): Uint8Array | null {
  const sha256 = pictureOf(design)
  return sha256 === null ? null : (findPicture(db, sha256) ?? null)
}

/** In mm. 0 for a printer that was not measured. */
function shiftOf(db: ReadDatabase, printer: string): { x: number; y: number } {
  const shift = listShifts(db).find(row => row.printer === printer)
  return { x: (shift?.right ?? 0) / 2, y: (shift?.down ?? 0) / 2 }
}

/** 'Nama terlalu panjang untuk tempatnya.' */
function formatProblem(problem: LayoutProblem, design: Design): string {
  const title = (key: string) => blockTitle(design.blocks.find(block => block.key === key) ?? key)
  switch (problem.code) {
    case 'outside':
      return `${title(problem.key)} terlalu dekat ke tepi kertas; pencetak tidak sampai 5 mm dari tepi.`
    case 'too_long':
      return `${title(problem.key)} terlalu panjang untuk tempatnya, juga pada huruf terkecil.`
    case 'overlap':
      return `${title(problem.key)} bertumpuk dengan ${title(problem.other)}.`
  }
}
