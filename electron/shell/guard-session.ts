import type { Session } from 'electron'
import { isAppAddress } from './app-origin.ts'

/** Writing text to the clipboard; reading it is another permission. */
const clipboard = 'clipboard-sanitized-write'

/**
 * What a page may request from the machine and the network: the camera and writing to the clipboard for our own page, our own files, nothing else.
 */
export function guardSession(session: Session, devServer?: string): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const camera = permission === 'media' && media.length > 0 && media.every(type => type === 'video')
    const wanted = camera || permission === clipboard
    decide(wanted && details.isMainFrame && isAppAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const wanted = (permission === 'media' && details.mediaType === 'video') || permission === clipboard
    return wanted && details.isMainFrame && isAppAddress(origin)
  })
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url, devServer) }))
  // Files are written with the save dialog of the backend's host, never by Chromium's downloads.
  session.on('will-download', event => event.preventDefault())
  // Otherwise Chromium downloads dictionaries from Google.
  session.setSpellCheckerEnabled(false)
}

/** Our files, URLs made by the page itself, and in development the socket of the Vite server and the inspector. */
function mayLoad(address: string, devServer?: string): boolean {
  if (isAppAddress(address)) return true
  if (!URL.canParse(address)) return false
  const { protocol, pathname, host } = new URL(address)
  if (protocol === 'data:') return true
  if (protocol === 'blob:') return isAppAddress(pathname)
  if (devServer === undefined) return false
  return protocol === 'devtools:' || (host === new URL(devServer).host && /^(http|ws):$/.test(protocol))
}
