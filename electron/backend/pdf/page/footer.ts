import { colours, type Sheet } from '../sheet.ts'
import { fitSize } from '../text/text-measure.ts'

/** Small line at the foot of the sheet. Certificates have none. */
export function drawFooter(sheet: Sheet, left: string, right: string): void {
  const { height } = sheet
  sheet.line(sheet.left, height - 11.5, sheet.right, height - 11.5, 0.3, colours.rule)
  const style = { face: 'arimo', size: 7.5, colour: colours.grey } as const
  const width = sheet.text(right, sheet.right, height - 7.5, { ...style, align: 'right' })
  const size = fitSize(left, style, 5, sheet.right - sheet.left - width - 4)
  sheet.text(left, sheet.left, height - 7.5, { ...style, size })
}
