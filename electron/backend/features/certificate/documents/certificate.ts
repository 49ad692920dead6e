import type { CertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { Design } from '../../../../../shared/features/certificate-design/design.ts'
import { klasik } from '../../../../../shared/features/certificate-design/klasik.ts'
import { type DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { watermarkOf } from '../../paper/paper-sheet.ts'
import { backLook } from './back-look.ts'
import { drawCertificateBack } from './certificate-back.ts'
import { drawCertificateFront } from './certificate-front.ts'
import { latestDate } from './latest-date.ts'
import type { PaletteName } from './palette.ts'

export type CertificateRequest = {
  facts: CertificateFacts
  /** Null leaves the box of the photo empty, to glue one into. */
  photo: Uint8Array | null
  /** Of the day of its issue, where papers of several days stand in one file; left out, those of the file. */
  logo?: Uint8Array | null
  palette?: PaletteName
  /** The design and its background as they were; left out, Klasik. */
  design?: DrawnDesign
}

export type DrawnDesign = { design: Design; background: Uint8Array | null }

export type CertificateOptions = {
  palette: PaletteName
  logo: Uint8Array | null
  /** For requests without one; left out, Klasik. */
  design?: DrawnDesign
  /** How far everything moves on the sheet, in mm, where a printer takes printed blanks in askew. */
  shift?: { x: number; y: number }
  /** Not issued: marked as an example. */
  specimen?: boolean
}

/**
 * Certificates of training, front and back of each one after the other, in one file. Drawn from frozen facts alone: the
 * same facts and pictures give the same bytes for as long as PDFKit, fontkit, the fonts and zlib stay the same.
 */
export function drawCertificates(
  requests: readonly CertificateRequest[],
  { specimen = false, shift, ...look }: CertificateOptions,
): DrawnPaper {
  const first = requests[0]
  if (!first) throw new RangeError('no certificates to draw')
  const { centre, number } = first.facts
  const sheet = new Sheet({
    width: 297,
    height: 210,
    margins: { left: 18, right: 18, top: 12, bottom: 12 },
    title: requests.length === 1 ? `Sertifikat Pelatihan ${number}` : 'Sertifikat Pelatihan',
    author: centre.lines.at(-1) ?? 'Balai',
    createdOn: latestDate(requests),
    watermark: watermarkOf(centre.practice, specimen),
    ...(shift ? { shift } : {}),
  })
  for (const request of requests) {
    const { facts, photo, logo = look.logo, palette = look.palette } = request
    const { design, background } = request.design ?? look.design ?? { design: klasik, background: null }
    drawCertificateFront(sheet, facts, { logo, photo, background }, design, palette)
    if (design.back.on) drawCertificateBack(sheet, facts, backLook(design, palette))
  }
  return sheet.finish()
}
