import { expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '../../electron/host/security-headers.ts'

test('the policy allows our own files and nothing from outside', () => {
  expect(contentSecurityPolicy().split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

test('allows inline scripts and the socket of Vite only in development', () => {
  const policy = contentSecurityPolicy('http://127.0.0.1:7312')
  expect(policy).toContain("script-src 'self' 'unsafe-inline'")
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:7312 ws://127.0.0.1:7312")
})

test('the page may use the camera and no other device', () => {
  expect(securityHeaders()['Permissions-Policy']).toMatch(/^camera=\(self\), microphone=\(\)/)
})
