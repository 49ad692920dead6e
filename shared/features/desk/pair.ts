import { codeProof, commitmentTo, entryText, type PairBegun, type PairRevealed, wordsOf } from './pairing.ts'

/** Asks at the door of a house: posts JSON to /pintu/<path>. @throws DoorError for what it refuses */
export type AskDoor = <Answer>(path: string, body: object) => Promise<Answer>

/** What a desk has to come in with; its own key never leaves the computer where it was made. */
export type DeskIdentity = {
  readonly desk: number
  readonly key: string
  /** Signs a text with the own key; base64. */
  sign(text: string): Promise<string>
}

type Newcomer = {
  readonly name: string
  readonly computer: string
  readonly version: string
  /** Its public key, SPKI in base64. */
  readonly deskKey: string
  /** A random number of 32 hexadecimal letters. */
  readonly nonce: string
  /** SHA-256 of the certificate that this side sees; a page sees none and takes the word of who gave it. */
  readonly certificate: string | null
}

export type Pairing = { readonly id: string; readonly words: string[]; readonly begun: PairBegun }

/** Asks to be let in, with the code that stands on the screen of the host, and answers the words that people compare. @throws DoorError */
export async function askToPair(ask: AskDoor, newcomer: Newcomer, code: string): Promise<Pairing> {
  const { nonce, certificate: seen, ...said } = newcomer
  const begun = await ask<PairBegun>('begin', { ...said, commitment: commitmentTo(nonce) })
  const certificate = seen ?? begun.certificate
  const transcript = { certificate, deskKey: said.deskKey, deskNonce: nonce }
  const proof = codeProof(code, transcript)
  const { nonce: hostNonce } = await ask<PairRevealed>('reveal', { id: begun.id, nonce, proof })
  // Another number than the one that was promised: chosen after ours was known, so that the words fit.
  if (commitmentTo(hostNonce) !== begun.commitment) throw new DoorError('pair_over')
  return { id: begun.id, words: wordsOf(code, { ...transcript, hostNonce }), begun }
}

/** Proves who this desk is; the cookie comes with the answer. @throws DoorError */
export async function enter(
  ask: AskDoor,
  { desk, key, sign }: DeskIdentity,
  certificate: string | null,
  version: string,
): Promise<{ name: string }> {
  const asked = await ask<{ challenge: string; certificate: string }>('challenge', { desk })
  const signature = await sign(entryText(desk, asked.challenge, certificate ?? asked.certificate))
  return ask<{ name: string }>('enter', { desk, key, challenge: asked.challenge, signature, version })
}

/** What the door refused, by the code of the domain error. */
export class DoorError extends Error {
  readonly code: string
  readonly words: string

  constructor(code: string, words = code) {
    super(words)
    this.name = 'DoorError'
    this.code = code
    this.words = words
  }
}

/** Reads what the door answered. @throws DoorError */
export function doorAnswer<Answer>(status: number, text: string): Answer {
  if (status === 200) return JSON.parse(text) as Answer
  try {
    const { json } = JSON.parse(text) as { json: { message: string; data: { code: string } } }
    throw new DoorError(json.data.code, json.message)
  } catch (error) {
    throw error instanceof DoorError ? error : new DoorError('door', text)
  }
}

/** On each pulse of a desk: the version of the host. */
export const versionHeader = 'x-balai-version'
/** And when it closes soon: seconds, and who closes it, percent-encoded. */
export const closingHeader = 'x-balai-tutup'
