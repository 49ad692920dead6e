import type { CertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { type DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { watermarkOf } from '../../paper/paper-sheet.ts'
import { drawCertificateBack } from './certificate-back.ts'
import { drawCertificateFront } from './certificate-front.ts'
import { type CopyMark, copyStamp } from './copy-stamp.ts'
import { latestDate } from './latest-date.ts'
import { type PaletteName, palettes } from './palette.ts'

export type CertificateRequest = {
  facts: CertificateFacts
  /** Null leaves the box of the photo empty, to glue one into. */
  photo: Uint8Array | null
  /** Of the day of its issue, where papers of several days stand in one file; left out, those of the file. */
  logo?: Uint8Array | null
  palette?: PaletteName
}

export type CertificateOptions = {
  palette: PaletteName
  logo: Uint8Array | null
  /** Not issued: marked as an example. */
  specimen?: boolean
  /** A duplicate: stamped so. */
  copy?: CopyMark
}

/**
 * Certificates of training, front and back of each one after the other, in one file. Drawn from frozen facts alone: the
 * same facts and pictures give the same bytes for as long as PDFKit, fontkit, the fonts and zlib stay the same.
 */
export function drawCertificates(
  requests: readonly CertificateRequest[],
  { specimen = false, copy, ...look }: CertificateOptions,
): DrawnPaper {
  const first = requests[0]
  if (!first) throw new RangeError('no certificates to draw')
  const { centre, number } = first.facts
  const stamp = copy && copyStamp(copy)
  const sheet = new Sheet({
    width: 297,
    height: 210,
    margins: { left: 18, right: 18, top: 12, bottom: 12 },
    title: requests.length === 1 ? `Sertifikat Pelatihan ${number}` : 'Sertifikat Pelatihan',
    author: centre.lines.at(-1) ?? 'Balai',
    createdOn: copy?.madeOn ?? latestDate(requests),
    watermark: watermarkOf(centre.practice, specimen, stamp),
    ...(stamp === undefined ? {} : { stamp }),
  })
  for (const { facts, photo, logo = look.logo, palette = look.palette } of requests) {
    drawCertificateFront(sheet, facts, { logo, photo }, palettes[palette])
    drawCertificateBack(sheet, facts, palettes[palette])
  }
  return sheet.finish()
}
