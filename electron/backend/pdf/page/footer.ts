import { colours, type Sheet } from '../sheet.ts'
import { cutText } from '../text/text-measure.ts'

/** Small line at the bottom; nothing if both are ''. Certificates have none. */
export function drawFooter(sheet: Sheet, left: string, right: string): void {
  if (left === '' && right === '') return
  const { height } = sheet
  sheet.line(sheet.left, height - 11.5, sheet.right, height - 11.5, 0.3, colours.rule)
  const style = { face: 'arimo', size: 7.5, colour: colours.grey } as const
  sheet.decorate(() => {
    const width = sheet.text(right, sheet.right, height - 7.5, { ...style, align: 'right' })
    sheet.text(cutText(left, style, sheet.right - sheet.left - width - 4), sheet.left, height - 7.5, style)
  })
}
