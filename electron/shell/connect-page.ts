import { RPCHandler } from '@orpc/server/message-port'
import { type IpcMainEvent, ipcMain, type WebContents } from 'electron'
import type { Desk } from '../backend/desk.ts'
import type { BackendRouter } from '../backend/dispatch/dispatch.ts'
import { appOrigin } from './app-origin.ts'
import { connectChannel } from './connect-channel.ts'

/**
 * Gives the page its line to the backend: it sends one end of a MessageChannel, we answer operations on it.
 * @param desk where the window stands: who signs in there, and whose dialogs open.
 * @param ourPage the contents of our window, or nothing while there is none.
 */
export function connectPage(router: BackendRouter, desk: Desk, ourPage: () => WebContents | undefined): void {
  const handler = new RPCHandler(router)
  ipcMain.on(connectChannel, event => {
    const [port] = event.ports
    if (!port || event.ports.length !== 1 || !isOurPage(event, ourPage())) {
      // Throwing here would end the program: a foreign frame must not be able to do that.
      console.error(`DomainError a connection from ${event.senderFrame?.origin ?? 'a frame that is gone'}`)
      for (const refused of event.ports) refused.close()
      return
    }
    handler.upgrade(port, { context: { desk } })
    port.start()
  })
}

function isOurPage({ sender, senderFrame }: IpcMainEvent, page: WebContents | undefined): boolean {
  return page !== undefined && sender === page && senderFrame === page.mainFrame && senderFrame.origin === appOrigin
}
