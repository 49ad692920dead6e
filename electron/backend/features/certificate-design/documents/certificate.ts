import type { DrawnCertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { sheetHeight, sheetWidth } from '../../../../../shared/features/certificate-design/design.ts'
import type { DrawnDesign, PaletteName } from '../../../../../shared/features/certificate-design/design-facts.ts'
import { klasik } from '../../../../../shared/features/certificate-design/klasik.ts'
import type { CopyMark } from '../../../paper-kit/issued-paper.ts'
import { copyStamp, latestDate } from '../../../paper-kit/issued-paper.ts'
import { watermarkOf } from '../../../paper-kit/paper-sheet.ts'
import { type DrawnPaper, Sheet, type SheetOptions } from '../../../pdf/sheet.ts'
import { backLook } from './back-look.ts'
import { drawCertificateBack } from './certificate-back.ts'
import { drawCertificateFront } from './certificate-front.ts'

export type CertificateRequest = {
  facts: DrawnCertificateFacts
  /** Null leaves the box empty for a glued photo. */
  photo: Uint8Array | null
  /** Logo at issue, if papers of several days are in one file; undefined uses that of the file. */
  logo?: Uint8Array | null
  palette?: PaletteName
  /** Design and background at issue; undefined uses those of the file; null is Klasik. */
  design?: DrawnDesign | null
}

export type CertificateOptions = {
  palette: PaletteName
  logo: Uint8Array | null
  /** For requests without a design; Klasik if there is none. */
  design?: DrawnDesign | null
  /** Offset of everything in mm, for pre-printed blanks. */
  shift?: { x: number; y: number }
  /** Not issued: marked as an example. */
  specimen?: boolean
  /** Stamps it as a duplicate. */
  copy?: CopyMark
}

/**
 * Draws certificates, front and back of each in turn, in one file. Depends on frozen data alone: the same data and pictures give the same bytes as
 * long as PDFKit, fontkit, fonts and zlib are unchanged.
 */
export function drawCertificates(requests: readonly CertificateRequest[], options: CertificateOptions): DrawnPaper {
  const sheet = new Sheet(certificateSheet(requests, options))
  for (const request of requests) {
    const draw = () => drawCertificate(sheet, request, options)
    if (requests.length === 1) draw()
    else sheet.tagged('Part', draw)
  }
  return sheet.finish()
}

/** Size, title and date of the file, for `Sheet`. */
export function certificateSheet(
  requests: readonly CertificateRequest[],
  { specimen = false, shift, copy }: Pick<CertificateOptions, 'specimen' | 'shift' | 'copy'> = {},
): SheetOptions {
  const first = requests[0]
  if (!first) throw new RangeError('no certificates to draw')
  const { centre, number } = first.facts
  const stamp = copy && copyStamp(copy)
  return {
    width: sheetWidth,
    height: sheetHeight,
    margins: { left: 18, right: 18, top: 12, bottom: 12 },
    title: requests.length === 1 ? `Sertifikat Pelatihan ${number}` : 'Sertifikat Pelatihan',
    author: centre.lines.at(-1) ?? 'Balai',
    createdOn: copy?.madeOn ?? latestDate(requests),
    watermark: watermarkOf(centre.practice, specimen, stamp),
    ...(stamp === undefined ? {} : { stamp }),
    tagged: true,
    ...(shift ? { shift } : {}),
  }
}

export function drawCertificate(
  sheet: Sheet,
  { facts, photo, ...own }: CertificateRequest,
  options: Pick<CertificateOptions, 'palette' | 'logo' | 'design'>,
): void {
  const { logo = options.logo, palette = options.palette } = own
  const chosen = own.design === undefined ? options.design : own.design
  const { design, background } = chosen ?? { design: klasik, background: null }
  drawCertificateFront(sheet, facts, { logo, photo, background }, design, palette)
  if (design.back.on) drawCertificateBack(sheet, facts, backLook(design, palette))
}
