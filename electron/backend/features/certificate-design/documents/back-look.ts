import type { Design } from '../../../../../shared/features/certificate-design/design.ts'
import type { PaletteName } from '../../../../../shared/features/certificate-design/design-facts.ts'
import type { Face } from '../../../pdf/text/fonts.ts'
import { coloursOf } from './design-colours.ts'

export type BackLook = {
  /** Titles and table heads. */
  title: string
  /** Labels and notes. */
  grey: string
  /** A double frame around the page. */
  rules: boolean
  titleFace: Face
  face: Face
  strongFace: Face
  italicFace: Face
}

export function backLook(design: Design, palette: PaletteName): BackLook {
  const colourOf = coloursOf(design, palette)
  const { on: _, ...look } = design.back
  return { ...look, title: colourOf('title'), grey: colourOf('grey') }
}
