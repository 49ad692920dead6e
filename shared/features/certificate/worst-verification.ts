import { formatUnknown, type Verification, type VerificationStatus } from './verification.ts'

/** What is more worth knowing about a picture with several codes comes first. */
const weight: readonly VerificationStatus[] = ['tampered', 'revoked', 'superseded', 'valid', 'unknown']

/**
 * One answer for all QR codes on a picture: other codes on it (a poster, an attendance sheet) do not count beside one of ours, and of
 * two of ours the worse one does. @param answers null where the file is no picture at all
 */
export function worstVerification<Answer extends Verification>(
  answers: readonly Answer[] | null,
): Answer | Verification {
  if (answers === null) return { status: 'unknown', certificate: null, reason: formatUnknown('no_picture') }
  const [worst] = answers.toSorted((one, other) => weight.indexOf(one.status) - weight.indexOf(other.status))
  return worst ?? { status: 'unknown', certificate: null, reason: formatUnknown('no_code') }
}
