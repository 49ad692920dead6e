import { showPhone } from '../../../../../shared/features/trainee/phone.ts'
import { longDate } from '../../../../../shared/kernel/date-words.ts'
import { type CellText, fitCell } from '../../../pdf/cell-text.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { wrapText } from '../../../pdf/text-measure.ts'
import type { PersonFacts } from '../../paper/person-facts.ts'

export type FormRow = { label: string; value: string }

export type FormStyle = { labelWidth: number; right: number; size: number; leading: number }

/** Rows 'label : value'; what is not known is a dotted line to write on. Gives the last baseline. */
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
    const single: CellText = fitCell(value, style, width, leading * 0.9, size - 1.5)
    const lines = single.lines.length > 1 ? wrapText(value, style, width) : single.lines
    lines.forEach((line, lineIndex) => {
      if (lineIndex > 0) baseline += Math.min(leading, 5)
      sheet.text(line, valueLeft, baseline, lines.length > 1 ? style : { ...style, size: single.size })
    })
  })
  return baseline
}

export function birthWords({ birthPlace, birthDate }: PersonFacts): string {
  return [birthPlace, birthDate ? longDate(birthDate) : ''].filter(part => part !== '').join(', ')
}

/** 'Jl. Contoh No. 1 RT 001/002, Kel. Larangan Utara, Kec. Larangan' */
export function homeWords({ address, rt, rw, village, district }: PersonFacts): string {
  const neighbourhood = rt === '' && rw === '' ? '' : `RT\u00a0${rt || '–'}/${rw || '–'}`
  const street = [address, neighbourhood].filter(part => part !== '').join(' ')
  return [street, village && `Kel. ${village}`, district && `Kec. ${district}`].filter(part => part !== '').join(', ')
}

/** Who signs: name, NIK, birth, home and telephone. */
export function signerRows(person: PersonFacts): FormRow[] {
  return [
    { label: 'Nama', value: person.name.toUpperCase() },
    { label: 'NIK', value: person.nik },
    { label: 'Tempat, tanggal lahir', value: birthWords(person) },
    { label: 'Alamat', value: homeWords(person) },
    { label: 'No. HP / WhatsApp', value: showPhone(person.phone) },
  ]
}
