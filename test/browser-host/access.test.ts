import { describe, expect, test } from 'vitest'
import { admit, createKeys, type HostRequest } from '../../electron/browser-host/access.ts'

const address = 'http://127.0.0.1:7311'
const keys = createKeys()
const cookie = `balai-7311=${keys.session}`

function knock(method: string, target: string, headers: HostRequest['headers'] = {}) {
  return admit({ method, target, headers: { host: '127.0.0.1:7311', ...headers } }, address, keys)
}

describe('the first address', () => {
  test('lets the browser in with a cookie that scripts cannot read and other sites cannot send', () => {
    expect(knock('GET', `/?token=${keys.token}`)).toEqual({
      kind: 'enter',
      cookie: `balai-7311=${keys.session}; Path=/; HttpOnly; SameSite=Strict`,
    })
  })

  test.each(['', 'x', keys.session, `${keys.token}x`, keys.token.slice(1)])('refuses the token %j', token => {
    expect(knock('GET', `/?token=${token}`)).toMatchObject({ kind: 'refuse', status: 403 })
  })

  test('every run has its own secrets of 256 bits', () => {
    const other = createKeys()
    expect(new Set([keys, other].flatMap(({ token, session, page }) => [token, session, page])).size).toBe(6)
    expect(Buffer.from(keys.token, 'base64url')).toHaveLength(32)
  })
})

describe('the page', () => {
  test('is served with the cookie', () => {
    const expected = { kind: 'page', pathname: '/assets/a.js', query: '?v=1' }
    expect(knock('GET', '/assets/a.js?v=1', { cookie: `lain=1; ${cookie}` })).toEqual(expected)
    expect(knock('HEAD', '/assets/a.js?v=1', { cookie, 'sec-fetch-site': 'same-origin' })).toEqual(expected)
  })

  test.each([
    ['no cookie', {}],
    ['a wrong cookie', { cookie: 'balai-7311=salah' }],
    ['the token as cookie', { cookie: `balai-7311=${keys.token}` }],
    ["another port's cookie", { cookie: `balai-7312=${keys.session}` }],
    ['a foreign host', { cookie, host: 'balai.contoh.id:7311' }],
    ['localhost, which is not the name we gave out', { cookie, host: 'localhost:7311' }],
    ['another port', { cookie, host: '127.0.0.1:7312' }],
    ['a foreign origin', { cookie, origin: 'https://contoh.id' }],
    ['a sandboxed origin', { cookie, origin: 'null' }],
    ['a page on another port of this PC', { cookie, 'sec-fetch-site': 'same-site' }],
    ['another site', { cookie, 'sec-fetch-site': 'cross-site' }],
  ])('is refused for %s', (_who, headers) => {
    expect(knock('GET', '/', headers)).toMatchObject({ kind: 'refuse', status: 403 })
  })

  test('is refused without a Host header', () => {
    const decision = admit({ method: 'GET', target: '/', headers: { cookie } }, address, keys)
    expect(decision).toMatchObject({ kind: 'refuse', status: 403 })
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', ''])('can only be read, not %s', method => {
    expect(knock(method, '/', { cookie, origin: address })).toMatchObject({ kind: 'refuse', status: 405 })
  })

  test.each(['', '*', 'http://contoh.id/', '//contoh.id/x:y@'])('a strange target %j does no harm', target => {
    expect(knock('GET', target, { cookie }).kind).not.toBe('call')
  })
})

describe('an operation', () => {
  const own = { cookie, origin: address, 'x-balai-page': keys.page, 'content-length': '2' }

  test('may be called by our page', () => {
    expect(knock('POST', '/rpc/session/status', own)).toEqual({ kind: 'call' })
    expect(knock('POST', '/rpc/session/status', { ...own, 'content-length': undefined })).toEqual({ kind: 'call' })
  })

  test.each([
    ['without an origin', { ...own, origin: undefined }],
    ['without the secret of the page', { ...own, 'x-balai-page': undefined }],
    ['with another secret', { ...own, 'x-balai-page': keys.session }],
    ['from a foreign origin', { ...own, origin: 'http://127.0.0.1:8080' }],
    ['from an origin that only begins like ours', { ...own, origin: `${address}.contoh.id` }],
    ['without the cookie', { ...own, cookie: undefined }],
    ['with a foreign host', { ...own, host: 'contoh.id' }],
    ['from another site', { ...own, 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', (_how, headers) => {
    expect(knock('POST', '/rpc/session/status', headers)).toMatchObject({ kind: 'refuse', status: 403 })
  })

  test.each(['GET', 'PUT', 'OPTIONS'])('is refused by %s', method => {
    expect(knock(method, '/rpc/session/status', own)).toMatchObject({ kind: 'refuse', status: 405 })
  })

  test('the token does not open operations', () => {
    const decision = knock('POST', `/rpc/session/status?token=${keys.token}`, { origin: address })
    expect(decision).toMatchObject({ kind: 'refuse', status: 403 })
  })

  test('may carry 30 MB and not a byte more', () => {
    const limit = 30 * 1024 * 1024
    expect(knock('POST', '/rpc/a', { ...own, 'content-length': String(limit) })).toEqual({ kind: 'call' })
    expect(knock('POST', '/rpc/a', { ...own, 'content-length': String(limit + 1) })).toMatchObject({ status: 413 })
    expect(knock('POST', '/rpc/a', { ...own, 'content-length': 'banyak' })).toMatchObject({ status: 413 })
  })

  test('must have a content length', () => {
    const chunked = { ...own, 'content-length': undefined, 'transfer-encoding': 'chunked' }
    expect(knock('POST', '/rpc/a', chunked)).toMatchObject({ status: 411 })
  })
})
