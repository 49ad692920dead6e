import type { CohortFacts, InstructorFacts } from '../../../shared/facts/cohort-facts.ts'
import { capitalName, officeOf, type Signatory, showNip } from '../../../shared/features/centre/signatory.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import {
  drawSignatures,
  officeSignature,
  type SignatureBlock,
  type SignatureStyle,
  signatureHeight,
  signatureNameOffset,
} from '../pdf/page/signatures.ts'
import type { Sheet } from '../pdf/sheet.ts'
import type { SignOff } from '../pdf/table/table-pages.ts'

/** 'Tangerang, 13 Januari 2025'; dots for an unknown date. */
export function placeAndDate(city: string, date: PlainDate | null): string {
  return `${city}, ${date === null ? '..............................' : longDate(date)}`
}

/** An official: office, name in capitals, rank if shown, NIP. */
export function officialBlock(head: Signatory, above: readonly string[], withRank: boolean): SignatureBlock {
  const below = [withRank ? head.rank : '', nipLine(head.nip)].filter(line => line !== '')
  return { above, title: officeOf(head), name: capitalName(head.name), below }
}

export function instructorBlock(instructor: InstructorFacts | null, above: readonly string[]): SignatureBlock {
  const below = [nipLine(instructor?.nip ?? '')].filter(line => line !== '')
  return { above, title: 'Instruktur', name: capitalName(instructor?.name ?? ''), below }
}

function nipLine(nip: string): string {
  return nip === '' ? '' : `NIP\u00a0${showNip(nip)}`
}

export type SignOffRequest = {
  left: SignatureBlock | null
  /** With it, three blocks share the width. */
  middle?: SignatureBlock
  right: SignatureBlock
  /** Mm from the end of the table to the first line of the titles. */
  lead: number
  /** Draws what is between table and signatures. */
  note?: (y: number) => void
  /** Height of a note beside the signatures, in mm. */
  noteHeight?: number
}

/** The same signatures with 20 mm and with 15 mm of space; the second if it saves a page. */
export function signOffs(sheet: Sheet, request: SignOffRequest): [SignOff, SignOff] {
  return [signOff(sheet, request, officeSignature), signOff(sheet, request, compactSignature)]
}

/** For landscape sheets. */
export const compactSignature: SignatureStyle = { ...officeSignature, space: 15 }

export function signOff(sheet: Sheet, request: SignOffRequest, style: SignatureStyle): SignOff {
  const { left, middle, right, lead, note, noteHeight = 0 } = request
  const width = sheet.right - sheet.left
  const sized = middle ? { ...style, width: Math.min(style.width, width / 3 - 3) } : style
  const fromEdge = middle ? width / 6 : edgeOf(sheet)
  const placed = [
    ...(left ? [{ block: left, centre: sheet.left + fromEdge }] : []),
    ...(middle ? [{ block: middle, centre: (sheet.left + sheet.right) / 2 }] : []),
    { block: right, centre: sheet.right - fromEdge },
  ]
  const blocks = placed.map(one => one.block)
  return {
    height: Math.max(lead + signatureHeight(blocks, sized) + 1, noteHeight),
    draw: y => {
      note?.(y)
      drawSignatures(sheet, placed, y + lead + signatureNameOffset(blocks, sized), sized)
    },
  }
}

/** From the edge of the table to the middle of a signature. */
function edgeOf(sheet: Sheet): number {
  return sheet.width > sheet.height ? 50 : 38
}

/** Right limit of a note beside the right signature. */
export function leftOfSignature(sheet: Sheet): number {
  return sheet.right - edgeOf(sheet) - officeSignature.width / 2 - 3
}

type Signed = Pick<CohortFacts, 'centre' | 'head'> & { signedOn: PlainDate | null }
type Space = Pick<SignOffRequest, 'lead' | 'note' | 'noteHeight'>

/** The head alone; `date` replaces the date of the class's papers. */
export function byHead(
  { centre, head, signedOn }: Signed,
  { rank = false, date = signedOn, ...space }: Space & { rank?: boolean; date?: PlainDate | null },
): SignOffRequest {
  return { left: null, right: officialBlock(head, [placeAndDate(centre.city, date)], rank), ...space }
}

/** The head, who acknowledges, and the instructor. */
export function byHeadAndInstructor(
  { centre, head, instructor, signedOn }: Signed & Pick<CohortFacts, 'instructor'>,
  { above = 'Mengetahui', ...space }: Space & { above?: string },
): SignOffRequest {
  const right = instructorBlock(instructor, [placeAndDate(centre.city, signedOn)])
  return { left: officialBlock(head, [above], false), right, ...space }
}

/** An official with the office on this paper; a blank line if unknown. */
export function roleBlock(official: Signatory | null, office: string, above: readonly string[]): SignatureBlock {
  return official === null ? { above, title: office, name: '', below: [] } : officialBlock(official, above, false)
}
