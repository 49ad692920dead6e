import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'

/**
 * A real Chromium without anything installed by hand: on Linux the one inside an npm package, elsewhere the Chrome or Edge of the
 * machine. Web security stays on: the package's own arguments switch it off, and then no request names its origin.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: process.platform === 'win32' ? 'msedge' : 'chrome' })
  }
  // Makes the package unpack the libraries that a bare machine lacks, and point the loader at them.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  const packaged = createRequire(import.meta.url)('@sparticuz/chromium') as {
    default: { executablePath(): Promise<string> }
  }
  return chromium.launch({
    executablePath: await packaged.default.executablePath(),
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--font-render-hinting=none',
      // A camera that shows a moving test picture.
      '--use-fake-device-for-media-stream',
    ],
  })
}
