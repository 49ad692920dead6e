/**
 * The content security policy of our page, the same in both hosts.
 * @param devServer address of the Vite server in development; its client needs an inline script and a socket.
 */
export function contentSecurityPolicy(devServer?: string): string {
  const rules = {
    'default-src': "'none'",
    'script-src': devServer ? "'self' 'unsafe-inline'" : "'self'",
    // Mantine adds <style> elements at run time, without a nonce in a static page, so 'self' alone is not enough for styles.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    // pdf.js passes the fonts of a previewed PDF to the page as data URLs.
    'font-src': "'self' data:",
    'connect-src': devServer ? `'self' ${devServer} ${devServer.replace(/^http/, 'ws')}` : "'self'",
    'worker-src': "'self' blob:",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(rules)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

/** Headers of every response with a part of our page, in both hosts. */
export function securityHeaders(devServer?: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(devServer),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Not 'no-referrer': with it Chromium sends 'Origin: null' with our own calls, and the browser host refuses them.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  }
}
