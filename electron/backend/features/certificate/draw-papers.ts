import type { PaperSize, Rules } from '../../../../shared/features/centre/centre.ts'
import type { CertificateFacts, StatementFacts } from '../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { drawCertificates } from './documents/certificate.ts'
import { drawStatements } from './documents/statement.ts'

/** What a paper looks like beside what it says; frozen with it. */
export type Look = { logo: Uint8Array | null; paperSize: PaperSize; palette: Rules['certificatePalette'] }

type Request = { facts: CertificateFacts | StatementFacts; photo: Uint8Array | null }

/** All requests in one file, each of the kind given. */
export function drawPapers(
  kind: CertificateKind,
  requests: readonly Request[],
  look: Look & { specimen?: boolean },
): DrawnPaper {
  const { logo, paperSize, palette, specimen = false } = look
  return kind === 'certificate'
    ? drawCertificates(requests as { facts: CertificateFacts; photo: Uint8Array | null }[], { logo, palette, specimen })
    : drawStatements(requests as { facts: StatementFacts; photo: Uint8Array | null }[], {
        size: paperSize,
        logo,
        specimen,
      })
}
