import type { PaperSize, Rules } from '../../../../../shared/features/centre/centre.ts'
import type {
  DrawnCertificateFacts,
  DrawnStatementFacts,
} from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { DrawnDesign } from '../../../../../shared/features/certificate-design/design-facts.ts'
import type { CopyMark } from '../../../paper-kit/issued-paper.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { type CertificateRequest, drawCertificates } from '../../certificate-design/documents/certificate.ts'
import { drawStatements, type StatementRequest } from '../documents/statement.ts'

/** The look of a paper, frozen with its data. */
export type Look = {
  logo: Uint8Array | null
  paperSize: PaperSize
  palette: Rules['certificatePalette']
  /** Design of a certificate; null for Klasik from before designs existed, and for statements. */
  design: DrawnDesign | null
}

export type WholeLook = Look & { specimen?: boolean; copy?: CopyMark }

export type PaperRequest = {
  facts: DrawnCertificateFacts | DrawnStatementFacts
  photo: Uint8Array | null
  logo?: Uint8Array | null
  palette?: Rules['certificatePalette']
  design?: DrawnDesign | null
}

/** All requests of a kind in one file; requests without an own look use that of the file. */
export function drawPapers(kind: CertificateKind, requests: readonly PaperRequest[], look: WholeLook): DrawnPaper {
  const { logo, paperSize, palette, design, specimen = false, copy } = look
  return kind === 'certificate'
    ? drawCertificates(requests as CertificateRequest[], { logo, palette, design, specimen, ...(copy ? { copy } : {}) })
    : drawStatements(requests as StatementRequest[], { size: paperSize, logo, specimen, ...(copy ? { copy } : {}) })
}

/** Groups of papers, one file each; plain data for a thread. */
type PaperGroups = { kind: CertificateKind; groups: readonly (readonly PaperRequest[])[]; look: WholeLook }

export function drawGroups({ kind, groups, look }: PaperGroups): Uint8Array<ArrayBuffer>[] {
  return groups.map(group => Uint8Array.from(drawPapers(kind, group, look).bytes))
}
