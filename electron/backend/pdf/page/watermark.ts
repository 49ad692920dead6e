import { millimetres } from '../millimetres.ts'
import { fitSize } from '../text/text-measure.ts'

/** Slope of the word in degrees. */
const degrees = 35

/** How a word is placed across a sheet of that size in mm. Its baseline is `down` mm below the middle. */
export function watermarkOf(word: string, width: number, height: number) {
  const angle = (degrees * Math.PI) / 180
  const room = Math.min((width - 40) / Math.cos(angle), (height - 40) / Math.sin(angle))
  const style = { face: 'arimo-bold', size: 96, tracking: 4, align: 'center', colour: '#EBEBEB' } as const
  const size = fitSize(word, style, 24, room)
  return { degrees, style: { ...style, size }, down: 0.35 * millimetres(size) }
}
