import { app, shell, type WebContents } from 'electron'

/** Our pages cannot navigate elsewhere, open a window or embed a webview. Only a WhatsApp link is passed to the system. Covers every WebContents. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', details => {
      if (isReload(contents, details.url)) return
      details.preventDefault()
      handOut(details.url)
    })
    contents.on('will-redirect', details => details.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      handOut(url)
      return { action: 'deny' }
    })
  })
}

/** Whether the system may open this address: exactly `https://wa.me/…`, without user info or port. */
export function mayLeave(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === 'https:' && host === 'wa.me' && username === '' && password === ''
}

function handOut(address: string): void {
  if (!mayLeave(address)) return
  shell.openExternal(new URL(address).href).catch((error: unknown) => console.error(error))
}

function isReload(contents: WebContents, address: string): boolean {
  const withoutHash = (url: string) => url.split('#', 1)[0]
  return contents.getURL() !== '' && withoutHash(address) === withoutHash(contents.getURL())
}
