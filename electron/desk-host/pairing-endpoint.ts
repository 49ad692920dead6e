import { createHash, createPublicKey, randomBytes, timingSafeEqual, verify } from 'node:crypto'
import { hostname } from 'node:os'
import { z } from 'zod'
import program from '../../package.json' with { type: 'json' }
import { entryText, type PairBegun } from '../../shared/features/desk/pairing.ts'
import { line } from '../../shared/kernel/schema.ts'
import type { DeskHosting } from '../backend/desk-hosting.ts'
import { DomainError } from '../backend/domain-error.ts'
import type { PairedDesk } from '../backend/features/desk/desk-store.ts'

const hexadecimal = (letters: number) => z.string().regex(new RegExp(`^[0-9a-f]{${letters}}$`))
const id = hexadecimal(32)
/** 91 bytes: a point of P-256 with its header. */
const deskKey = z.base64().length(124).refine(isPublicKey, { error: 'Kunci meja tidak dikenal.' })

const drafts = {
  begin: z.strictObject({
    name: line(40, 1),
    computer: line(60, 1),
    version: line(20, 1),
    deskKey,
    commitment: hexadecimal(64),
  }),
  reveal: z.strictObject({ id, nonce: hexadecimal(32), proof: hexadecimal(64) }),
  compare: z.strictObject({ id, same: z.boolean() }),
  wait: z.strictObject({ id }),
  challenge: z.strictObject({ desk: z.int().positive() }),
  enter: z.strictObject({
    desk: z.int().positive(),
    key: z.string().max(60),
    challenge: hexadecimal(32),
    signature: z.base64().max(120),
    version: line(20, 1),
  }),
}

/** Milliseconds within which a challenge must be signed. */
const challengeLife = 60_000
const mostChallenges = 200

type Session = { readonly desk: number; readonly address: string }

/**
 * What the host answers before it knows who asks: for computers that ask to be paired, and for paired ones that prove it. A desk signs in with its key by signing a one-time
 * number; it gets a cookie for its address, in memory only.
 */
export class PairingEndpoint {
  readonly #hosting: DeskHosting
  readonly #certificate: string
  readonly #challenges = new Map<string, { desk: number; until: number }>()
  /** By the SHA-256 of the cookie. */
  readonly #sessions = new Map<string, Session>()

  constructor(hosting: DeskHosting, certificate: string) {
    this.#hosting = hosting
    this.#certificate = certificate
  }

  /** Answers calls below /pintu/; null for an unknown path. @throws DomainError, ZodError */
  answer(path: string, body: unknown, address: string): { answer: unknown; cookie?: string } | null {
    const { pairing } = this.#hosting
    if (path === 'begin') return { answer: this.#begin(drafts.begin.parse(body), address) }
    if (path === 'reveal') {
      const { id, nonce, proof } = drafts.reveal.parse(body)
      return { answer: pairing.reveal(id, address, nonce, proof) }
    }
    if (path === 'compare') {
      const { id, same } = drafts.compare.parse(body)
      pairing.compare(id, address, same)
      return { answer: {} }
    }
    if (path === 'wait') return { answer: pairing.wait(drafts.wait.parse(body).id, address, this.#hosting.admin()) }
    if (path === 'challenge') return { answer: this.#challenge(drafts.challenge.parse(body).desk) }
    if (path === 'enter') return this.#enter(drafts.enter.parse(body), address)
    return null
  }

  /** The desk of this cookie, if the request comes from the address where it was issued and the desk is still paired. */
  deskOf(cookie: string, address: string): PairedDesk | null {
    const session = this.#sessions.get(hashOf(cookie))
    if (session?.address !== address) return null
    return this.#hosting.find(session.desk) ?? null
  }

  /** Ends all sessions of the desk. */
  forget(desk: number): void {
    for (const [hash, session] of this.#sessions) if (session.desk === desk) this.#sessions.delete(hash)
  }

  #begin(draft: z.infer<typeof drafts.begin>, address: string): PairBegun {
    const begun = this.#hosting.pairing.begin({ ...draft, address }, this.#certificate)
    return {
      ...begun,
      certificate: this.#certificate,
      host: hostname(),
      centre: this.#hosting.name(),
      version: program.version,
      practice: this.#hosting.practice(),
    }
  }

  /** Also answered for an unknown desk: a stranger must not find out which desks exist. */
  #challenge(desk: number): { challenge: string; certificate: string } {
    const now = performance.now()
    for (const [known, { until }] of this.#challenges)
      if (until <= now || this.#challenges.size >= mostChallenges) this.#challenges.delete(known)
    const challenge = randomBytes(16).toString('hex')
    this.#challenges.set(challenge, { desk, until: now + challengeLife })
    return { challenge, certificate: this.#certificate }
  }

  /** @throws DomainError desk_unknown */
  #enter({ desk, key, challenge, signature, version }: z.infer<typeof drafts.enter>, address: string) {
    const issued = this.#challenges.get(challenge)
    this.#challenges.delete(challenge)
    const paired = this.#hosting.find(desk)
    const fits =
      issued?.desk === desk &&
      issued.until > performance.now() &&
      paired !== undefined &&
      sameHash(hashOf(key), paired.keyHash) &&
      signed(paired.publicKey, entryText(desk, challenge, this.#certificate), signature)
    if (!fits) throw new DomainError({ code: 'desk_unknown' })
    // One session per computer: an earlier cookie may be in other hands.
    this.forget(desk)
    const cookie = randomBytes(32).toString('base64url')
    this.#sessions.set(hashOf(cookie), { desk, address })
    this.#hosting.noteSeen(desk, version)
    return { answer: { name: paired.name }, cookie }
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

function publicKeyOf(spki: string) {
  return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
}

function isPublicKey(spki: string): boolean {
  try {
    return publicKeyOf(spki).asymmetricKeyDetails?.namedCurve === 'prime256v1'
  } catch {
    return false
  }
}

/** Checks a WebCrypto signature of the page: its two numbers one after the other. */
function signed(spki: string, text: string, signature: string): boolean {
  const key = { key: publicKeyOf(spki), dsaEncoding: 'ieee-p1363' as const }
  return verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64'))
}
