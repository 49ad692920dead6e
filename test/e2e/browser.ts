import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'

/** On other systems the installed browser is used. */
export const bringsItsOwn = process.platform === 'linux' && process.arch === 'x64'

/** One browser per camera file; each closes with the process. Every program gets its own context, isolated from the others. */
const browsers = new Map<string | undefined, Promise<Browser>>()

/** @param camera a file of concatenated JPEG pictures that stands for the camera of the PC */
export function browserWith(camera?: string): Promise<Browser> {
  const browser = browsers.get(camera) ?? launchBrowser(camera)
  browsers.set(camera, browser)
  return browser
}

/**
 * Starts a real Chromium without manual installation: on Linux the one from an npm package, elsewhere the installed Chrome or Edge. Web
 * security stays on. The default arguments of the package switch it off, and then requests carry no origin.
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
    // Without a UTF-8 locale a download with a dash in its name is called "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    // Pages live for seconds: optimised compilation costs more than it saves, quick baseline compilation pays off.
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

/**
 * Unpacks the Chromium of the npm package and returns its path. Call it before the workers start: two at once could start a half-unpacked
 * program.
 */
export async function unpackChromium(): Promise<string> {
  // TMPDIR may be in memory, where programs often cannot be started.
  const { TMPDIR, BALAI_DISK_TMPDIR } = process.env
  if (BALAI_DISK_TMPDIR) process.env.TMPDIR = BALAI_DISK_TMPDIR
  // Makes the package unpack the libraries that a bare machine lacks, and tell the loader where they are.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  const packaged = createRequire(import.meta.url)('@sparticuz/chromium') as {
    default: { executablePath(): Promise<string> }
  }
  const path = await packaged.default.executablePath()
  if (BALAI_DISK_TMPDIR) process.env.TMPDIR = TMPDIR
  return path
}
