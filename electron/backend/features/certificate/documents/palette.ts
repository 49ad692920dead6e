import type { FrameColours } from '../../../pdf/frame.ts'

export type PaletteName = 'berwarna' | 'hitam'

export type Palette = {
  frame: FrameColours
  /** Titles and programme. */
  title: string
  /** English line below the title, rules. */
  accent: string
  /** Labels and notes. */
  grey: string
}

/** Green and bronze, or all black: on a printer without colours the hairlines of the first turn into dots. */
export const palettes: Record<PaletteName, Palette> = {
  berwarna: {
    frame: { rule: '#1E4B43', strand: '#8C6A2F', strandWidth: 0.28 },
    title: '#1E4B43',
    accent: '#8C6A2F',
    grey: '#5A5A5A',
  },
  hitam: {
    frame: { rule: '#000000', strand: '#000000', strandWidth: 0.2 },
    title: '#000000',
    accent: '#000000',
    grey: '#000000',
  },
}
