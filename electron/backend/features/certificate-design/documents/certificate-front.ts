import type { DrawnCertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { type Design, sheetHeight, sheetWidth } from '../../../../../shared/features/certificate-design/design.ts'
import type { PaletteName } from '../../../../../shared/features/certificate-design/design-facts.ts'
import { drawDoubleRule, drawGuillocheFrame } from '../../../pdf/page/frame.ts'
import { drawSignature } from '../../../pdf/page/signatures.ts'
import { drawPhotoBox } from '../../../pdf/picture/photo-box.ts'
import { drawQrCode, qrMode } from '../../../pdf/picture/qr-code.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { type ColourOf, coloursOf, frameColours } from './design-colours.ts'
import { layOutDesign, type PlacedBlock } from './lay-out-design.ts'
import { styleOf } from './lay-out-text.ts'

type CertificatePictures = {
  logo: Uint8Array | null
  photo: Uint8Array | null
  /** Background of the design, if any. */
  background: Uint8Array | null
}

/** The front, placed by a design on its own page. */
export function drawCertificateFront(
  sheet: Sheet,
  facts: DrawnCertificateFacts,
  pictures: CertificatePictures,
  design: Design,
  palette: PaletteName,
): void {
  sheet.addPage()
  drawBackground(sheet, pictures.background, design, palette)
  const colourOf = coloursOf(design, palette)
  const isBlankForm = design.background.kind === 'none' && !design.blocks.some(block => block.kind === 'line')
  for (const placed of layOutDesign(design, facts)) drawBlock(sheet, placed, facts, pictures, colourOf, isBlankForm)
}

function drawBackground(sheet: Sheet, picture: Uint8Array | null, design: Design, palette: PaletteName): void {
  const { kind } = design.background
  const colours = frameColours(design, palette)
  if (kind === 'guilloche') drawGuillocheFrame(sheet, colours)
  else if (kind === 'double') drawDoubleRule(sheet, colours.rule)
  else if (picture)
    sheet.picture(picture, 'Gambar latar', { x: 0, y: 0, width: sheetWidth, height: sheetHeight }, 'cover')
}

function drawBlock(
  sheet: Sheet,
  placed: PlacedBlock,
  facts: DrawnCertificateFacts,
  pictures: CertificatePictures,
  colourOf: ColourOf,
  isBlankForm: boolean,
): void {
  const { block, x, y } = placed
  if ('text' in placed) sheet.tagged(isTitle(placed) ? 'H1' : 'P', () => drawText(sheet, placed, colourOf))
  else if ('signature' in placed) sheet.tagged('P', () => drawSignature(sheet, placed.signature, x, y, placed.style))
  else if (block.kind === 'logo') {
    const { logo } = pictures
    const box = { x, y, width: block.width, height: block.height }
    if (logo) sheet.tagged('Figure', () => sheet.picture(logo, 'Logo', box, 'contain'), 'Logo')
  } else if (block.kind === 'photo') {
    const photo = block.empty ? null : pictures.photo
    // A pre-printed blank has its own box; only values are printed.
    if (photo === null && isBlankForm) return
    const says = photo ? `Pas foto ${facts.name}` : 'Kotak untuk pas foto'
    sheet.tagged('Figure', () => drawPhotoBox(sheet, photo, x, y, block.face), says)
  }
  if (block.kind === 'qr') {
    const code = { text: facts.qrText, level: 'M', mode: qrMode(facts.qrText) } as const
    sheet.tagged('Figure', () => drawQrCode(sheet, code, x, y, block.side), 'Kode QR untuk memeriksa keaslian')
  }
  if (block.kind === 'line') {
    const { width, height, thickness, colour } = block
    if (width > 0 && height > 0) sheet.fill(x, y, width, height, colourOf(colour))
    else sheet.line(x, y, x + width, y + height, thickness, colourOf(colour))
  }
}

/** The word that names the kind of paper. */
function isTitle({ text }: Extract<PlacedBlock, { text: object }>): boolean {
  return /^SERTIFIKAT\b/i.test(text.runs[0]?.text ?? '')
}

function drawText(sheet: Sheet, { block, text }: Extract<PlacedBlock, { text: object }>, colourOf: ColourOf): void {
  if (block.label && text.label) {
    const { face, size, colour, text: words } = block.label
    sheet.text(words, text.label.x, text.label.y, { face, size, align: block.align, colour: colourOf(colour) })
  }
  for (const run of text.runs) {
    const colour = colourOf(run.strong === 'coloured' ? block.strongColour : block.colour)
    sheet.text(run.text, run.x, run.y, { ...styleOf(block, run, text.size), colour })
  }
  if (text.overflows)
    sheet.warn(`“${text.runs.map(run => run.text).join(' ')}” terlalu panjang untuk tempatnya pada rancangan.`)
}
