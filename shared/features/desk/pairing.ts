import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import { pairingWords } from './pairing-words.ts'

/**
 * Protects the pairing of two computers against a man in the middle. Each side draws a random number and sends its hash first, then the number, so
 * that neither can choose its number after seeing the other. Four words are derived from both numbers, both public keys and the code; people compare
 * them, so an attacker has a single guess.
 */

/** What both sides know after the exchange; hexadecimal, `deskKey` is the SPKI of the desk in base64. */
type Transcript = {
  /** SHA-256 of the host's certificate as seen by each side; a man in the middle shows another one. */
  readonly certificate: string
  readonly deskKey: string
  readonly deskNonce: string
  readonly hostNonce: string
}

const wordCount = 4
/** Validity of a code in minutes, and how often a wrong one may be typed. */
export const codeMinutes = 10
export const codeTries = 5

function digest(...parts: readonly string[]): Uint8Array {
  return sha256(utf8ToBytes(JSON.stringify(parts)))
}

/** The hash of a random number that is sent before the number. */
export function commitmentTo(nonce: string): string {
  return bytesToHex(digest('balai pair commit 1', nonce))
}

/** Proves knowledge of the code without revealing it; valid between these two computers only. */
export function codeProof(code: string, { certificate, deskKey, deskNonce }: Omit<Transcript, 'hostNonce'>): string {
  return bytesToHex(digest('balai pair code 1', code, certificate, deskKey, deskNonce))
}

/** The four words (44 bits) that people compare. */
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

/** The text a desk signs each time it connects. */
export function entryText(desk: number, challenge: string, certificate: string): string {
  return JSON.stringify(['balai enter 1', desk, challenge, certificate])
}

/** Calls of pairing and connecting, by path, with their answers. */
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
  /** Who may approve and is at the host now. */
  | { state: 'waiting'; admin: string | null }
  | { state: 'refused'; by: string }
  | { state: 'approved'; desk: number; name: string; key: string }
