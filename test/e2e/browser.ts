import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'

/** By what their cameras see; each closes with the process. Every program has a context of its own, with nothing of the others in it. */
const browsers = new Map<string | undefined, Promise<Browser>>()

/** @param camera a file of JPEG pictures, one after the other, that stands for what the camera of the PC sees */
export function browserWith(camera?: string): Promise<Browser> {
  const browser = browsers.get(camera) ?? launchBrowser(camera)
  browsers.set(camera, browser)
  return browser
}

/**
 * A real Chromium without anything installed by hand: on Linux the one inside an npm package, elsewhere the Chrome or Edge of the
 * machine. Web security stays on: the package's own arguments switch it off, and then no request names its origin.
 */
export async function launchBrowser(camera?: string): Promise<Browser> {
  const seeing =
    camera === undefined
      ? []
      : [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${camera}`,
        ]
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: process.platform === 'win32' ? 'msedge' : 'chrome', args: seeing })
  }
  // Makes the package unpack the libraries that a bare machine lacks, and point the loader at them.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  const packaged = createRequire(import.meta.url)('@sparticuz/chromium') as {
    default: { executablePath(): Promise<string> }
  }
  return chromium.launch({
    executablePath: await packaged.default.executablePath(),
    args: ['--headless=shell', '--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', ...seeing],
  })
}
