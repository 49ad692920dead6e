import type { Design, DesignColour } from '../../../../../shared/features/certificate-design/design.ts'
import type { PaletteName } from '../../../../../shared/features/certificate-design/design-facts.ts'
import type { FrameColours } from '../../../pdf/page/frame.ts'

export type ColourOf = (colour: DesignColour) => string

/** Print colours of a design: all black in hitam, chosen by the design or the setting. */
export function coloursOf(design: Design, palette: PaletteName): ColourOf {
  if (isBlack(design, palette)) return () => '#000000'
  return colour => {
    if (colour === 'ink') return '#000000'
    return colour === 'title' || colour === 'accent' || colour === 'grey' || colour === 'hairline'
      ? design.colours[colour]
      : colour
  }
}

/** Without colour, thin bronze lines become dots, so black ones are thinner. */
export function frameColours(design: Design, palette: PaletteName): FrameColours {
  return isBlack(design, palette)
    ? { rule: '#000000', strand: '#000000', strandWidth: 0.2 }
    : { rule: design.colours.title, strand: design.colours.accent, strandWidth: 0.28 }
}

function isBlack(design: Design, palette: PaletteName): boolean {
  return palette === 'hitam' || design.palette === 'hitam'
}
