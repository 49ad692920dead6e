import { createHash } from 'node:crypto'
import { type BuiltInKey, builtInDesigns } from '../../../../shared/features/certificate-design/built-in.ts'
import type {
  BlankShift,
  DesignChoice,
  DesignList,
  DesignRow,
  DesignVersion,
} from '../../../../shared/features/certificate-design/contract.ts'
import { type Design, designSchema } from '../../../../shared/features/certificate-design/design.ts'
import type { DrawnDesign } from '../../../../shared/features/certificate-design/design-facts.ts'
import type { DesignId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'

export function listDesigns(db: ReadDatabase): DesignRow[] {
  return db.all<DesignRow>(
    `SELECT design.id, name, built_in AS builtIn, active AS "active?", coalesce(newest.n, 0) AS version, newest.saved_at AS savedAt, newest.saved_by AS savedBy,
         (SELECT count(*) FROM certificate JOIN certificate_design_version AS used ON used.id = design_version_id
          WHERE used.design_id = design.id) AS issued
       FROM certificate_design AS design
       LEFT JOIN certificate_design_version AS newest ON newest.design_id = design.id
         AND newest.n = (SELECT max(n) FROM certificate_design_version WHERE design_id = design.id)
       ORDER BY built_in IS NULL, design.id`,
  )
}

/** Certificates of a year by design and program. */
export function issuedOfYear(db: ReadDatabase, year: number): DesignList['issued'] {
  return db.all(
    `SELECT used.design_id AS designId, cohort.program_id AS programId, count(*) AS count
     FROM certificate JOIN certificate_design_version AS used ON used.id = design_version_id
       JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = enrolment.cohort_id
     WHERE certificate.year = ? GROUP BY used.design_id, cohort.program_id`,
    [year],
  )
}

/** The present design with its version; a built-in one as drawn by this program. */
export function presentDesign(
  db: ReadDatabase,
  id: DesignId,
): DrawnDesign & { id: DesignId; versionId: number | null } {
  const row = found(
    db.get<{ builtIn: BuiltInKey | null }>('SELECT built_in AS builtIn FROM certificate_design WHERE id = ?', [id]),
    'certificate_design',
  )
  if (row.builtIn !== null) return { id, versionId: null, design: builtInDesigns[row.builtIn], background: null }
  const version = found(
    db.get<{ id: number }>('SELECT id FROM certificate_design_version WHERE design_id = ? ORDER BY n DESC LIMIT 1', [
      id,
    ]),
    'certificate_design',
  )
  return { id, versionId: version.id, ...designOfVersion(db, version.id) }
}

/** Newest first. */
export function versionsOf(db: ReadDatabase, id: DesignId): DesignVersion[] {
  return db.all(
    `SELECT n AS version, saved_at AS savedAt, saved_by AS savedBy,
       (SELECT count(*) FROM certificate WHERE design_version_id = saved.id) AS issued
     FROM certificate_design_version AS saved WHERE design_id = ? ORDER BY n DESC`,
    [id],
  )
}

export function findVersion(db: ReadDatabase, id: DesignId, version: number): number | undefined {
  return db.get<{ id: number }>('SELECT id FROM certificate_design_version WHERE design_id = ? AND n = ?', [
    id,
    version,
  ])?.id
}

// Cached, because it is parsed for every certificate of a class, and its object also carries fitted texts.
const read = new Map<string, Design>()

/** As saved; versions never change. */
export function designOfVersion(db: ReadDatabase, versionId: number): DrawnDesign {
  const { content, sha256 } = found(
    db.get<{ content: string; sha256: string | null }>(
      'SELECT content, picture_sha256 AS sha256 FROM certificate_design_version WHERE id = ?',
      [versionId],
    ),
    'certificate_design',
  )
  const design = read.get(content) ?? designSchema.parse(JSON.parse(content))
  if (read.size >= 20) read.clear()
  read.set(content, design)
  return { design, background: sha256 === null ? null : (findPicture(db, sha256) ?? null) }
}

export function insertDesign(db: WriteDatabase, name: string): number {
  return db.insert('certificate_design', 'name', { name })
}

export function renameDesign(db: WriteDatabase, id: number, name: string): void {
  db.update('certificate_design', 'name', { name, id })
}

export function setDesignActive(db: WriteDatabase, id: number, active: boolean): void {
  db.update('certificate_design', 'active', { active, id })
}

/** A new version, unless the newest is equal. */
export function saveVersion(
  db: WriteDatabase,
  id: number,
  design: Design,
  saved: { at: string; by: string },
): { versionId: number; version: number } {
  const content = JSON.stringify(design)
  const newest = db.get<{ versionId: number; version: number; content: string }>(
    'SELECT id AS versionId, n AS version, content FROM certificate_design_version WHERE design_id = ? ORDER BY n DESC LIMIT 1',
    [id],
  )
  if (newest?.content === content) return { versionId: newest.versionId, version: newest.version }
  const version = (newest?.version ?? 0) + 1
  const versionId = db.insert(
    'certificate_design_version',
    'design_id: id, n: version, content, picture_sha256: sha256, saved_at: at, saved_by: by',
    { id, version, content, sha256: pictureOf(design), ...saved },
  )
  return { versionId, version }
}

export function pictureOf({ background }: Design): string | null {
  return background.kind === 'picture' ? background.sha256 : null
}

export function findPicture(db: ReadDatabase, sha256: string): Uint8Array | undefined {
  return db.get<{ picture: Uint8Array }>('SELECT picture FROM design_picture WHERE sha256 = ?', [sha256])?.picture
}

export function insertPicture(db: WriteDatabase, picture: Uint8Array): string {
  const sha256 = createHash('sha256').update(picture).digest('hex')
  if (!findPicture(db, sha256)) db.insert('design_picture', 'sha256, picture', { sha256, picture })
  return sha256
}

export function listChoices(db: ReadDatabase): DesignChoice[] {
  return db.all(
    'SELECT program_id AS programId, design_id AS designId FROM certificate_design_choice ORDER BY program_id',
  )
}

/** That of the program, else of the centre, else Klasik. */
export function chosenDesign(db: ReadDatabase, programId: number): DesignId {
  return db.value<DesignId>(
    `SELECT design_id FROM (
       SELECT design_id, 1 AS rank FROM certificate_design_choice WHERE program_id = @programId
       UNION ALL SELECT design_id, 2 FROM certificate_design_choice WHERE program_id IS NULL
       UNION ALL SELECT id, 3 FROM certificate_design WHERE built_in = 'klasik')
     ORDER BY rank LIMIT 1`,
    { programId },
  )
}

export function choose(db: WriteDatabase, programId: number | null, designId: number | null): void {
  db.run('DELETE FROM certificate_design_choice WHERE program_id IS ?', [programId])
  if (designId !== null) db.insert('certificate_design_choice', 'program_id, design_id', { programId, designId })
}

export function listShifts(db: ReadDatabase): BlankShift[] {
  return db.all('SELECT printer, right, down FROM blank_shift ORDER BY printer')
}

export function saveShift(db: WriteDatabase, shift: BlankShift): void {
  db.upsert('blank_shift', 'printer', 'right, down', shift)
}
