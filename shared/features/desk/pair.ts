import { codeProof, commitmentTo, entryText, type PairBegun, type PairRevealed, wordsOf } from './pairing.ts'

/** Calls the pairing endpoint of a host: posts JSON to /pintu/<path>. @throws EndpointError for a refusal */
export type CallEndpoint = <Answer>(path: string, body: object) => Promise<Answer>

/** The identity of a desk; its private key never leaves the computer. */
export type DeskIdentity = {
  readonly desk: number
  readonly key: string
  /** Signs a text with the private key; base64. */
  sign(text: string): Promise<string>
}

type Newcomer = {
  readonly name: string
  readonly computer: string
  readonly version: string
  /** Its public key, SPKI in base64. */
  readonly deskKey: string
  /** A random number, 32 hexadecimal digits. */
  readonly nonce: string
  /** SHA-256 of the certificate seen by this side; null in a page, which cannot see it and uses the value of the host. */
  readonly certificate: string | null
}

export type Pairing = { readonly id: string; readonly words: string[]; readonly begun: PairBegun }

/** Requests pairing with the code shown on the host, and returns the words to compare. @throws EndpointError */
export async function askToPair(ask: CallEndpoint, newcomer: Newcomer, code: string): Promise<Pairing> {
  const { nonce, certificate: seen, ...said } = newcomer
  const begun = await ask<PairBegun>('begin', { ...said, commitment: commitmentTo(nonce) })
  const certificate = seen ?? begun.certificate
  const transcript = { certificate, deskKey: said.deskKey, deskNonce: nonce }
  const proof = codeProof(code, transcript)
  const { nonce: hostNonce } = await ask<PairRevealed>('reveal', { id: begun.id, nonce, proof })
  // The number differs from its commitment: it was chosen after ours was known, to make the words equal.
  if (commitmentTo(hostNonce) !== begun.commitment) throw new EndpointError('pair_over')
  return { id: begun.id, words: wordsOf(code, { ...transcript, hostNonce }), begun }
}

/** Proves the identity of this desk; the answer sets the cookie. @throws EndpointError */
export async function enter(
  ask: CallEndpoint,
  { desk, key, sign }: DeskIdentity,
  certificate: string | null,
  version: string,
): Promise<{ name: string }> {
  const entry = await ask<{ challenge: string; certificate: string }>('challenge', { desk })
  const signature = await sign(entryText(desk, entry.challenge, certificate ?? entry.certificate))
  return ask<{ name: string }>('enter', { desk, key, challenge: entry.challenge, signature, version })
}

/** A refusal of the host, with the code of the domain error. */
export class EndpointError extends Error {
  readonly code: string
  readonly words: string

  constructor(code: string, words = code) {
    super(words)
    this.name = 'EndpointError'
    this.code = code
    this.words = words
  }
}

/** Parses the answer of the host. @throws EndpointError */
export function parseEndpointAnswer<Answer>(status: number, text: string): Answer {
  if (status === 200) return JSON.parse(text) as Answer
  try {
    const { json } = JSON.parse(text) as { json: { message: string; data: { code: string } } }
    throw new EndpointError(json.data.code, json.message)
  } catch (error) {
    throw error instanceof EndpointError ? error : new EndpointError('unreadable', text)
  }
}

/** In the answer to each check of the connection: version of the host. */
export const versionHeader = 'x-balai-version'
/** The same if the host closes soon: seconds, and who closes it, percent-encoded. */
export const closingHeader = 'x-balai-tutup'
