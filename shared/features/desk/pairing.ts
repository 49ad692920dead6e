import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import { pairingWords } from './pairing-words.ts'

/**
 * How two computers find out that nobody stands between them. Each draws a random number and shows its hash first; only then are the numbers
 * shown, so that neither can choose its own after it knows the other's. Out of both, both public keys and the code come four words, which
 * people compare: whoever is in between has one guess, however fast it is.
 */

/** What both sides know once the numbers are shown; all hexadecimal, `deskKey` is the SPKI of the desk in base64. */
type Transcript = {
  /** SHA-256 of the certificate of the host, as each side sees it: whoever is in between shows another one. */
  readonly certificate: string
  readonly deskKey: string
  readonly deskNonce: string
  readonly hostNonce: string
}

const wordCount = 4
/** Minutes for which a code is good, and how often a wrong one may be typed. */
export const codeMinutes = 10
export const codeTries = 5

function digest(...parts: readonly string[]): Uint8Array {
  return sha256(utf8ToBytes(JSON.stringify(parts)))
}

/** What is shown of a random number before the number itself. */
export function commitmentTo(nonce: string): string {
  return bytesToHex(digest('balai pair commit 1', nonce))
}

/** Says that one knows the code, without saying the code: it is good between these two computers alone. */
export function codeProof(code: string, { certificate, deskKey, deskNonce }: Omit<Transcript, 'hostNonce'>): string {
  return bytesToHex(digest('balai pair code 1', code, certificate, deskKey, deskNonce))
}

/** The four words of 44 bits that people compare on both screens. */
export function wordsOf(code: string, { certificate, deskKey, deskNonce, hostNonce }: Transcript): string[] {
  const bytes = digest('balai pair words 1', code, certificate, deskKey, deskNonce, hostNonce)
  let bits = bytes.slice(0, 6).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) >> 4n
  const words: string[] = []
  for (let place = 0; place < wordCount; place += 1) {
    words.unshift(pairingWords[Number(bits & 2047n)] ?? '')
    bits >>= 11n
  }
  return words
}

/** What a desk signs each time it comes in. */
export function entryText(desk: number, challenge: string, certificate: string): string {
  return JSON.stringify(['balai enter 1', desk, challenge, certificate])
}

/** What a computer asks on its way in, by path and answer. */
export type PairBegun = {
  id: string
  commitment: string
  certificate: string
  host: string
  centre: string
  version: string
  practice: boolean
}
export type PairRevealed = { nonce: string }
export type PairWaited =
  | { state: 'waiting' }
  | { state: 'refused'; by: string }
  | { state: 'approved'; desk: number; name: string; key: string }
