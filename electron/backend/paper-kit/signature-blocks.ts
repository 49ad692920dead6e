import type { InstructorFacts } from '../../../shared/features/cohort/cohort-facts.ts'
import { capitalName, officeOf, type Signatory, showNip } from '../../../shared/features/paper/signatory.ts'
import { longDate } from '../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Sheet } from '../pdf/sheet.ts'
import {
  drawSignatures,
  officeSignature,
  type SignatureBlock,
  type SignatureStyle,
  signatureHeight,
  signatureNameOffset,
} from '../pdf/signatures.ts'
import type { SignOff } from '../pdf/table-pages.ts'

/** 'Tangerang, 13 Januari 2025'; dots to write on where the date is not known. */
export function placeAndDate(city: string, date: PlainDate | null): string {
  return `${city}, ${date === null ? '..............................' : longDate(date)}`
}

/** An official: office, name in capitals, rank where the paper shows it, NIP. */
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

type SignOffRequest = {
  left: SignatureBlock | null
  right: SignatureBlock
  /** From the end of the table to the first line of the titles, in mm. */
  lead: number
  /** What stands between the table and the signatures. */
  note?: (y: number) => void
}

/** The same sign-off with 20 mm and with 15 mm to sign in; the second where it saves a page. */
export function signOffs(sheet: Sheet, request: SignOffRequest): [SignOff, SignOff] {
  return [signOff(sheet, request, officeSignature), signOff(sheet, request, compactSignature)]
}

/** For sheets across the page. */
export const compactSignature: SignatureStyle = { ...officeSignature, space: 15 }

export function signOff(sheet: Sheet, { left, right, lead, note }: SignOffRequest, style: SignatureStyle): SignOff {
  const blocks = left ? [left, right] : [right]
  const fromEdge = sheet.width > sheet.height ? 50 : 38
  return {
    height: lead + signatureHeight(blocks, style) + 1,
    draw: y => {
      note?.(y)
      const placed = [{ block: right, centre: sheet.right - fromEdge }]
      if (left) placed.unshift({ block: left, centre: sheet.left + fromEdge })
      drawSignatures(sheet, placed, y + lead + signatureNameOffset(blocks, style), style)
    },
  }
}

/** An official by the office on this paper; nobody known leaves a line for the name. */
export function roleBlock(official: Signatory | null, office: string, above: readonly string[]): SignatureBlock {
  return official === null ? { above, title: office, name: '', below: [] } : officialBlock(official, above, false)
}

/** Three blocks over the width of the sheet, from left to right. */
export function threeSignOff(
  sheet: Sheet,
  blocks: readonly [SignatureBlock, SignatureBlock, SignatureBlock],
  { lead, note }: Pick<SignOffRequest, 'lead' | 'note'>,
  style: SignatureStyle,
): SignOff {
  const width = sheet.right - sheet.left
  const sized = { ...style, width: Math.min(style.width, width / 3 - 3) }
  return {
    height: lead + signatureHeight(blocks, sized) + 1,
    draw: y => {
      note?.(y)
      const placed = blocks.map((block, index) => ({ block, centre: sheet.left + (width * (2 * index + 1)) / 6 }))
      drawSignatures(sheet, placed, y + lead + signatureNameOffset(blocks, sized), sized)
    },
  }
}
