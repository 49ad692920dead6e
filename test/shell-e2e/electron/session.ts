import { EventEmitter } from 'node:events'

export class PreventableEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

type SchemeHandler = (request: Request) => Response | Promise<Response>
type Guard = (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void

/** Which requests of a page are allowed, and who answers them. */
export class Session extends EventEmitter {
  readonly schemes = new Map<string, SchemeHandler>()
  spellChecker = true
  #guard: Guard | undefined
  readonly protocol = { handle: (scheme: string, handler: SchemeHandler) => void this.schemes.set(scheme, handler) }
  readonly webRequest = {
    onBeforeRequest: (guard: Guard) => {
      this.#guard = guard
    },
  }
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on
  }

  /** The answer to a request, or undefined if it is blocked. */
  async answer(url: string, init: RequestInit): Promise<Response | undefined> {
    const guard = this.#guard
    if (guard && !(await new Promise(done => guard({ url }, ({ cancel }) => done(!cancel))))) return undefined
    return this.schemes.get(new URL(url).protocol.slice(0, -1))?.(new Request(url, init))
  }
}

const partitions = new Map<string, Session>()
export const session = {
  defaultSession: new Session(),
  fromPartition(name: string): Session {
    const known = partitions.get(name) ?? new Session()
    partitions.set(name, known)
    return known
  },
}
