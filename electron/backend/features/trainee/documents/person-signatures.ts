import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import { ageOn } from '../../../../../shared/features/trainee/age.ts'
import { placeAndDate } from '../../../paper-kit/signature-blocks.ts'
import {
  drawSignatures,
  officeSignature,
  type SignatureBlock,
  signatureHeight,
  signatureNameOffset,
} from '../../../pdf/page/signatures.ts'
import type { Sheet } from '../../../pdf/sheet.ts'

const fullAge = 18

/** A minor on the day of signing: a second person must sign. */
export function isUnderAge(person: PersonFacts, facts: PersonPaperFacts): boolean {
  const { birthDate, signedOn = facts.signedOn } = person
  return birthDate !== null && ageOn(birthDate, signedOn) < fullAge
}

/** The person at the right; for minors a parent or guardian at the left. `y` is the first baseline. */
export function drawPersonSignatures(
  sheet: Sheet,
  facts: PersonPaperFacts,
  person: PersonFacts,
  title: string,
  y: number,
): void {
  const blocks = blocksOf(facts, person, title)
  const nameY = y + signatureNameOffset(blocks, officeSignature)
  const [own, guardian] = blocks
  if (own) drawSignatures(sheet, [{ block: own, centre: sheet.right - 38 }], nameY, officeSignature)
  if (guardian) drawSignatures(sheet, [{ block: guardian, centre: sheet.left + 38 }], nameY, officeSignature)
}

/** From the first to the last baseline, in mm. */
export function personSignaturesHeight(facts: PersonPaperFacts, person: PersonFacts, title: string): number {
  return signatureHeight(blocksOf(facts, person, title), officeSignature)
}

function blocksOf(facts: PersonPaperFacts, person: PersonFacts, title: string): SignatureBlock[] {
  const own = {
    above: [placeAndDate(facts.centre.city, person.signedOn ?? facts.signedOn)],
    title,
    name: person.name.toUpperCase(),
    below: [],
  }
  if (!isUnderAge(person, facts)) return [own]
  return [own, { above: ['Menyetujui'], title: 'Orang tua/wali', name: '', below: [] }]
}
