import { randomBytes, timingSafeEqual } from 'node:crypto'
import { pageSecretHeader } from '../../shared/features/session/page-secret.ts'
import { bodyRefusal, cookieIn, type Refusal } from '../host/http-answer.ts'

/** The secrets of one run: the token of the next URL, the value of the session cookie, and the secret that the page sends with its calls. */
export type Keys = { token: string; readonly session: string; readonly page: string }

export type HostRequest = {
  readonly method: string
  /** Path and query as the client sent them. */
  readonly target: string
  readonly headers: {
    readonly host?: string | undefined
    readonly origin?: string | undefined
    readonly cookie?: string | undefined
    readonly 'sec-fetch-site'?: string | string[] | undefined
    readonly [pageSecretHeader]?: string | string[] | undefined
    readonly 'content-length'?: string | undefined
    readonly 'transfer-encoding'?: string | undefined
  }
}

export type Decision =
  | { readonly kind: 'page'; readonly pathname: string; readonly query: string }
  | { readonly kind: 'call' }
  /** The token was right and is used up now: set the cookie, give the page its secret, and go on to the address without token. */
  | { readonly kind: 'enter'; readonly cookie: string }
  | ({ readonly kind: 'refuse' } & Refusal)

export function createKeys(): Keys {
  return { token: newSecret(), session: newSecret(), page: newSecret() }
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Decides about a request before anything else sees it. @param address exactly our address, for instance `http://127.0.0.1:7311`. */
export function admit(knock: HostRequest, address: string, keys: Keys): Decision {
  const { method, headers } = knock
  const own = new URL(address)
  // An exact Host stops a foreign name that was made to point at 127.0.0.1 (DNS rebinding).
  if (headers.host !== own.host) return refuse(403, 'Alamat ini bukan alamat Balai.')
  if (headers.origin !== undefined && headers.origin !== address)
    return refuse(403, 'Permintaan dari situs lain ditolak.')
  if (!knock.target.startsWith('/') || !URL.canParse(knock.target, address)) return refuse(400, 'Alamat tidak dikenal.')
  const target = new URL(`${address}${knock.target}`)

  const call = target.pathname.startsWith('/rpc/')
  if (call ? method !== 'POST' : method !== 'GET' && method !== 'HEAD') return refuse(405, 'Cara ini tidak dilayani.')
  // A browser sends the origin with every POST; a request without it is not from our page.
  if (call && headers.origin === undefined) return refuse(403, 'Permintaan dari situs lain ditolak.')

  const token = target.searchParams.get('token')
  if (method === 'GET' && target.pathname === '/' && token !== null) {
    if (!same(token, keys.token)) return refuse(403, enterAgain)
    return { kind: 'enter', cookie: `${cookieName(own)}=${keys.session}; Path=/; HttpOnly; SameSite=Strict` }
  }
  if (!same(cookieIn(headers.cookie, cookieName(own)), keys.session)) return refuse(403, enterAgain)
  // Other ports of 127.0.0.1 count as the same site, so SameSite alone does not keep their pages out.
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return refuse(403, 'Permintaan dari situs lain ditolak.')
  }
  if (call) {
    // Cookies are not bound to ports: a server at another port of 127.0.0.1 gets ours too. The secret of the page is only sent to our address.
    const secret = headers[pageSecretHeader]
    if (typeof secret !== 'string' || !same(secret, keys.page)) return refuse(403, enterAgain)
    const refusal = bodyRefusal(headers)
    return refusal ? { kind: 'refuse', ...refusal } : { kind: 'call' }
  }
  return { kind: 'page', pathname: target.pathname, query: target.search }
}

const enterAgain =
  'Buka Balai lewat alamat terakhir yang dicetak programnya. Satu alamat hanya dapat dipakai satu kali.'

function refuse(status: Refusal['status'], words: string): Decision {
  return { kind: 'refuse', status, words }
}

/** Cookies are not bound to ports. The port is part of the name, or two running centres would sign each other out. */
function cookieName(own: URL): string {
  return `balai-${own.port}`
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
