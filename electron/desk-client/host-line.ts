import program from '../../package.json' with { type: 'json' }
import { type CallEndpoint, EndpointError, enter } from '../../shared/features/desk/pair.ts'
import type { FoundHost } from '../../shared/features/desk/place.ts'
import { announcedLetters } from '../desk-host/office-network.ts'
import { hostEndpoint } from './host-endpoint.ts'
import { type HostIdentity, signAs } from './host-identity.ts'
import { pinnedFetch } from './pinned-fetch.ts'

type Options = {
  readonly identity: HostIdentity
  /** Stores a new address, so that the next start finds the host at once. */
  readonly keep: (identity: HostIdentity) => void
  readonly find: () => Promise<readonly FoundHost[]>
}

/** Headers of a page's call that are passed on to the host. */
const passedOn = ['accept', 'content-type', 'last-event-id', 'x-balai-request']
/** Milliseconds after which a silent host counts as away. */
const patience = 5_000

/** The connection of a desk to its host, by the host's certificate, at any address in the office network. */
export class HostLine {
  readonly #keep: Options['keep']
  readonly #find: Options['find']
  readonly #send: (input: Request) => Promise<Response>
  #identity: HostIdentity
  #cookie = ''
  #entering: Promise<boolean> | undefined
  #looking: Promise<'here' | 'away' | 'other'> | undefined

  constructor({ identity, keep, find }: Options) {
    this.#identity = identity
    this.#keep = keep
    this.#find = find
    this.#send = pinnedFetch(identity.certificate)
  }

  get identity(): HostIdentity {
    return this.#identity
  }

  /** Looks for the host at its last address, then in the network. 'other': a computer with another key answers there. */
  reach(): Promise<'here' | 'away' | 'other'> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  async #look(): Promise<'here' | 'away' | 'other'> {
    const first = await this.#answersAt(this.#identity.address)
    if (first === 'here') return first
    const prefix = this.#identity.fingerprint.slice(0, announcedLetters)
    for (const { address, fingerprint } of await this.#find()) {
      if (fingerprint !== prefix || address === this.#identity.address) continue
      if ((await this.#answersAt(address)) !== 'here') continue
      this.moveTo(address)
      return 'here'
    }
    return first
  }

  /** Tries another address for the same host, typed or found. */
  moveTo(address: string): void {
    this.#identity = { ...this.#identity, address }
    this.#keep(this.#identity)
  }

  async #answersAt(address: string): Promise<'here' | 'away' | 'other'> {
    try {
      const answer = await this.#send(
        new Request(`https://${address}/denyut`, { signal: AbortSignal.timeout(patience) }),
      )
      await answer.body?.cancel()
      return 'here'
    } catch (error) {
      return isOtherKey(error) ? 'other' : 'away'
    }
  }

  /** Signs this computer in as the desk that it is; false if the host has removed it. @throws Error while nothing answers */
  enter(): Promise<boolean> {
    // Many calls fail at once when the session ends; one sign-in serves all of them.
    this.#entering ??= this.#signInNow().finally(() => {
      this.#entering = undefined
    })
    return this.#entering
  }

  async #signInNow(): Promise<boolean> {
    const { desk, key, privateKey, certificate, fingerprint, address } = this.#identity
    const ask: CallEndpoint = hostEndpoint(certificate, `https://${address}`, answer => {
      this.#cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie
    })
    try {
      const sign = async (text: string) => signAs(privateKey, text)
      const { name } = await enter(ask, { desk, key, sign }, fingerprint, program.version)
      if (name !== this.#identity.name) {
        this.#identity = { ...this.#identity, name }
        this.#keep(this.#identity)
      }
      return true
    } catch (error) {
      if (error instanceof EndpointError) return false
      throw error
    }
  }

  /** One call to the host, as this desk. @throws Error while nothing answers */
  async call(path: string, request: Request | null, own: Readonly<Record<string, string>> = {}): Promise<Response> {
    const headers = new Headers({ ...own, ...(this.#cookie !== '' && { cookie: this.#cookie }) })
    for (const name of passedOn) {
      const value = request?.headers.get(name)
      if (value) headers.set(name, value)
    }
    const body = request?.body ? await request.arrayBuffer() : undefined
    const { method = 'GET', signal } = request ?? {}
    return this.#send(
      new Request(`https://${this.#identity.address}${path}`, {
        method,
        headers,
        ...(body && { body }),
        ...(signal && { signal }),
      }),
    )
  }
}

/** A computer answers with another certificate than the one that people compared. */
function isOtherKey(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /CERT|SIGNATURE|SELF_SIGNED|VERIFY/.test(code)
}
