import type { SignatureStyle } from '../pdf/page/signatures.ts'
import { officeSignature } from '../pdf/page/signatures.ts'
import type { ParagraphStyle } from '../pdf/text/paragraph.ts'

export const letterText: ParagraphStyle = { face: 'arimo', size: 11, leading: 5.9, justify: true }
export const minutesText: ParagraphStyle = { face: 'arimo', size: 10.5, leading: 5.5, justify: true }
export const letterSignature: SignatureStyle = { ...officeSignature, size: 11, leading: 5.2 }

/** An unknown value outside of paragraphs. */
export const dotted = '……………………………………'
