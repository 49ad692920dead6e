import { hostname } from 'node:os'
import { ZodError, z } from 'zod'
import program from '../../package.json' with { type: 'json' }
import { domainErrorMessage } from '../../shared/domain-error.ts'
import { EndpointError } from '../../shared/features/desk/pair.ts'
import { type FoundHost, joinDraft, type PlaceState } from '../../shared/features/desk/place.ts'
import { line } from '../../shared/kernel/schema.ts'
import { DomainError } from '../backend/domain-error.ts'
import { officeAddresses } from '../desk-host/addresses.ts'
import { parseHostAddress } from './host-address.ts'
import type { HostIdentity } from './host-identity.ts'
import type { HostLine } from './host-line.ts'
import { Joining } from './joining.ts'

type Options = {
  /** The connection to the host of this desk; null if this computer is no desk. */
  readonly line: HostLine | null
  /** Whether it may still become a desk. */
  readonly mayJoin: () => boolean
  readonly find: () => Promise<readonly FoundHost[]>
  /** Approved: from the next start on it is a desk. */
  readonly becomeDesk: (identity: HostIdentity) => void
  /** No longer a desk: the next start asks again. */
  readonly leave: () => void
  /** Opens the page of the host. */
  readonly open: () => void
}

/** Serves the page about this computer: its role in the office, and how it gets another one. */
export class PlaceEndpoint {
  readonly #options: Options
  readonly #joining = new Joining(hostname())

  constructor(options: Options) {
    this.#options = options
  }

  /** Answers calls below /tempat/. Errors have the format of the pairing endpoint of a host. */
  async answer(path: string, request: Request): Promise<Response> {
    if (request.method !== 'POST') return new Response(null, { status: 405 })
    try {
      const answered = await this.#answer(path, JSON.parse((await request.text()) || '{}'))
      return answered === undefined ? new Response(null, { status: 404 }) : Response.json(answered)
    } catch (error) {
      if (error instanceof DomainError) return refused(error.data.code, domainErrorMessage(error.data))
      if (error instanceof EndpointError) return refused(error.code, error.words)
      if (error instanceof ZodError) return refused('input', error.issues[0]?.message ?? 'Isian tidak dikenal.')
      if (error instanceof SyntaxError) return new Response(null, { status: 400 })
      return refused('host_away', 'PC utama tidak menjawab lagi. Periksa jaringan, lalu coba lagi.')
    }
  }

  async #answer(path: string, body: unknown): Promise<unknown> {
    const { line: own, find, becomeDesk, leave, open } = this.#options
    if (path === 'state') return this.#state()
    if (path === 'find') return find()
    if (path === 'open' && own) {
      // After the response: the page that asks is closed.
      setImmediate(open)
      return {}
    }
    if (path === 'enter' && own) return { in: await own.enter() }
    if (path === 'move' && own) {
      const { address } = z.strictObject({ address: line(255, 1) }).parse(body)
      const place = parseHostAddress(address)
      if (!place) throw new DomainError({ code: 'host_address', address })
      own.moveTo(`${place.host}:${place.port}`)
      return this.#state()
    }
    if (path === 'leave' && own) {
      setImmediate(leave)
      return {}
    }
    if (!this.#options.mayJoin()) throw new DomainError({ code: 'join_not_here' })
    if (path === 'begin') return this.#joining.begin(joinDraft.parse(body))
    if (path === 'compare') {
      await this.#joining.compare(z.strictObject({ same: z.boolean() }).parse(body).same)
      return {}
    }
    if (path === 'wait')
      return this.#joining.wait(identity => {
        becomeDesk(identity)
      })
    return undefined
  }

  async #state(): Promise<PlaceState> {
    const { line: own, mayJoin } = this.#options
    const reached = own ? await own.reach() : 'away'
    // Read after the search: the host may have moved.
    const identity = own?.identity
    return {
      mayJoin: mayJoin(),
      computer: hostname(),
      addresses: officeAddresses(),
      version: program.version,
      joined: identity
        ? { host: identity.host, centre: identity.centre, address: identity.address, name: identity.name }
        : null,
      line: reached,
    }
  }
}

function refused(code: string, message: string): Response {
  return Response.json({ json: { message, data: { code } } }, { status: 403 })
}
