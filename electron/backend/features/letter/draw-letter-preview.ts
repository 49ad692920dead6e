import type { CohortLetterFacts } from '../../../../shared/facts/letter-facts.ts'
import type { PersonPaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { InvitationFacts } from '../../../../shared/facts/registration-facts.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { drawInvitations } from './documents/invitation.ts'
import { drawCohortLetter } from './draw-cohort-letter.ts'
import { drawPersonPaper } from './draw-person-paper.ts'

/** Data of a letter, read before; plain data for a thread. */
export type LetterToDraw =
  | { kind: 'cohort'; facts: CohortLetterFacts }
  | { kind: 'invitations'; facts: InvitationFacts }
  | { kind: 'person'; key: PersonPaperKey; facts: PersonPaperFacts }

export type DrawnLetter = { bytes: Uint8Array<ArrayBuffer>; warnings: string[] }

export function drawLetterPreview({ letter, size }: { letter: LetterToDraw; size: PaperSize }): DrawnLetter {
  const { bytes, warnings } = drawnLetter(letter, size)
  return { bytes: Uint8Array.from(bytes), warnings }
}

export function drawnLetter(letter: LetterToDraw, size: PaperSize) {
  if (letter.kind === 'cohort') return drawCohortLetter(letter.facts, size)
  return letter.kind === 'invitations'
    ? drawInvitations(letter.facts, size)
    : drawPersonPaper(letter.key, letter.facts, size)
}
