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
  /** Null leaves the box of the photo empty, to glue one into. */
  photo: Uint8Array | null
  /** Of the day of its issue, where papers of several days stand in one file; left out, those of the file. */
  logo?: Uint8Array | null
  palette?: PaletteName
  /** The design and its background as they were; left out, those of the file; null for Klasik. */
  design?: DrawnDesign | null
}

export type CertificateOptions = {
  palette: PaletteName
  logo: Uint8Array | null
  /** For requests without one; Klasik where there is none. */
  design?: DrawnDesign | null
  /** How far everything moves on the sheet, in mm, where a printer takes printed blanks in askew. */
  shift?: { x: number; y: number }
  /** Not issued: marked as an example. */
  specimen?: boolean
  /** A duplicate: stamped so. */
  copy?: CopyMark
}

/**
 * Certificates of training, front and back of each one after the other, in one file. Drawn from frozen facts alone: the
 * same facts and pictures give the same bytes for as long as PDFKit, fontkit, the fonts and zlib stay the same.
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

const drawnAtOnce = 20

/**
 * As many as there are, for a printer, in pieces that are handed on as soon as they stand: memory does not grow with the photos and pages
 * of a long run, nor the file with a tree of its parts. Gives how many pages there are, and what the clerk should know.
 */
export function drawCertificateRun(
  requests: readonly CertificateRequest[],
  options: CertificateOptions,
  write: (piece: Uint8Array) => void,
): Omit<DrawnPaper, 'bytes'> {
  const sheet = new Sheet({ ...certificateSheet(requests, options), tagged: false })
  requests.forEach((request, index) => {
    drawCertificate(sheet, request, options)
    if (index % drawnAtOnce === drawnAtOnce - 1) write(sheet.takeBytes())
  })
  const { bytes, ...rest } = sheet.finish()
  write(bytes)
  return rest
}

/** Size, title and date of a file for these certificates, as `Sheet` takes them. */
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
