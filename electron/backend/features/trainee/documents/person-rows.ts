import type { PersonFacts } from '../../../../../shared/facts/person-facts.ts'
import { showPhone } from '../../../../../shared/features/trainee/phone.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { formatHome } from '../../../paper-kit/home-format.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { fitSize, textWidth, wrapText } from '../../../pdf/text/text-measure.ts'

export type FormRow = { label: string; value: string }

export type FormStyle = { labelWidth: number; right: number; size: number; leading: number }

/** Rows 'label : value'; unknown values are dotted lines. Returns the last baseline. */
export function drawFormRows(
  sheet: Sheet,
  x: number,
  y: number,
  rows: readonly FormRow[],
  { labelWidth, right, size, leading }: FormStyle,
): number {
  const style = { face: 'arimo', size } as const
  const valueLeft = x + labelWidth + 2.5
  let baseline = y
  rows.forEach(({ label, value }, index) => {
    if (index > 0) baseline += leading
    sheet.text(label, x, baseline, style)
    sheet.text(':', x + labelWidth, baseline, style)
    if (value === '') sheet.dots(valueLeft, right, baseline + 0.4)
    const width = right - valueLeft
    // Shrunk a little it stays on one line; longer text continues below in normal size.
    const shrunk = { ...style, size: fitSize(value, style, size - 1.5, width) }
    const isSingle = textWidth(value, shrunk) <= width
    const lines = isSingle ? [value] : wrapText(value, style, width)
    lines.forEach((line, lineIndex) => {
      if (lineIndex > 0) baseline += Math.min(leading, 5)
      sheet.text(line, valueLeft, baseline, isSingle ? shrunk : style)
    })
  })
  return baseline
}

export function formatBirth({ birthPlace, birthDate }: PersonFacts): string {
  return [birthPlace, birthDate === null ? '' : longDate(birthDate)].filter(part => part !== '').join(', ')
}

/** Data of the signer: name, NIK, birth, address and phone. */
export function signerRows(person: PersonFacts): FormRow[] {
  return [
    { label: 'Nama', value: person.name.toUpperCase() },
    { label: 'NIK', value: person.nik },
    { label: 'Tempat, tanggal lahir', value: formatBirth(person) },
    { label: 'Alamat', value: formatHome(person) },
    { label: 'No. HP / WhatsApp', value: showPhone(person.phone) },
  ]
}
