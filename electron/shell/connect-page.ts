import { RPCHandler } from '@orpc/server/message-port'
import { type IpcMainEvent, ipcMain, type WebContents } from 'electron'
import type { Desk } from '../backend/desk.ts'
import type { BackendRouter } from '../backend/dispatch/dispatch.ts'
import { appOrigin } from './app-origin.ts'
import { connectChannel } from './connect-channel.ts'

/**
 * Connects the page to the backend: the page sends one end of a MessageChannel, and operations are answered on it.
 * @param desk the desk of the window: for sign-in and dialogs
 * @param ourPage the contents of our window, or undefined while there is none
 */
export function connectPage(router: BackendRouter, desk: Desk, ourPage: () => WebContents | undefined): void {
  const handler = new RPCHandler(router)
  ipcMain.on(connectChannel, event => {
    const [port] = event.ports
    if (!port || event.ports.length !== 1 || !isOurPage(event, ourPage())) {
      // Do not throw: a foreign frame must not be able to end the program.
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
