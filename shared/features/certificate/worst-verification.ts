import { formatUnknown, type Verification, type VerificationStatus } from './verification.ts'

/** By importance, for a picture with several codes. */
const weight: readonly VerificationStatus[] = ['tampered', 'revoked', 'superseded', 'valid', 'unknown']

/**
 * One result for all QR codes in a picture: foreign codes (a poster, an attendance sheet) are ignored beside one of ours, and of ours the worst
 * counts.
 * @param answers null if the file is not a picture
 */
export function worstVerification<Answer extends Verification>(
  answers: readonly Answer[] | null,
): Answer | Verification {
  if (answers === null) return { status: 'unknown', certificate: null, reason: formatUnknown('no_picture') }
  const [worst] = answers.toSorted((one, other) => weight.indexOf(one.status) - weight.indexOf(other.status))
  return worst ?? { status: 'unknown', certificate: null, reason: formatUnknown('no_code') }
}
