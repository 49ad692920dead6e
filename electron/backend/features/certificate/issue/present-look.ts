import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'
import { getCentre, getRules } from '../../centre/centre-store.ts'
import { chosenDesign, presentDesign, saveVersion } from '../../certificate-design/design-store.ts'
import type { CohortRecord } from '../../cohort/cohort-store.ts'
import type { Look } from './draw-certificate-papers.ts'

/** A look with the version of its design. */
export type PresentLook = Look & { design: ReturnType<typeof presentDesign> | null }

export function presentLook(db: ReadDatabase, { programId }: CohortRecord, kind: CertificateKind): PresentLook {
  const { logo, paperSize } = getCentre(db)
  const design = kind === 'certificate' ? presentDesign(db, chosenDesign(db, programId)) : null
  return { logo, paperSize, palette: getRules(db).certificatePalette, design }
}

/** The version used for drawing. A built-in design gets a version at its first issue. */
export function frozenVersion(
  db: WriteDatabase,
  { id, versionId, design }: NonNullable<PresentLook['design']>,
  saved: { at: string; by: string },
): number {
  return versionId ?? saveVersion(db, id, design, saved).versionId
}
