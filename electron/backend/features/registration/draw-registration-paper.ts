import type { RegistrationFacts } from '../../../../shared/facts/registration-facts.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { type DrawnLetter, drawnLetter, type LetterToDraw } from '../letter/draw-letter-preview.ts'
import { type DecreeFacts, drawDecreeParticipants } from './documents/decree-participants.ts'
import { drawSelectionResult } from './documents/selection-result.ts'

/** Data of a registration paper, read before; plain data for a thread. */
export type RegistrationPaper =
  | { kind: 'selection'; facts: RegistrationFacts }
  | { kind: 'decree'; facts: DecreeFacts }
  | LetterToDraw

export function drawRegistrationPaper({ paper, size }: { paper: RegistrationPaper; size: PaperSize }): DrawnLetter {
  const { bytes, warnings } = drawn(paper, size)
  return { bytes: Uint8Array.from(bytes), warnings }
}

function drawn(paper: RegistrationPaper, size: PaperSize) {
  if (paper.kind === 'selection') return drawSelectionResult(paper.facts, size)
  return paper.kind === 'decree' ? drawDecreeParticipants(paper.facts, size) : drawnLetter(paper, size)
}
