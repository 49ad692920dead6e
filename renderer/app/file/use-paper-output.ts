import { api } from '../client.ts'
import { useSession } from '../session.tsx'
import { type Command, useCommand } from '../use-command.ts'
import { printPages } from './print-pages.ts'

interface PaperOutput {
  /** Opens the system's print dialog; `printed` is false when the person cancels. */
  print: Command<{ title: string; pdf: File }, { printed: boolean }>
  /** Asks for a place, or downloads; `saved` is false when the person cancels. */
  save: Command<{ name: string; file: File }, { saved: boolean }>
}

/** Prints or saves a finished file in the way this host supports. */
export function usePaperOutput(): PaperOutput {
  const { capabilities } = useSession()
  return {
    print: useCommand({
      call: (input: { title: string; pdf: File }) =>
        capabilities.print === 'system' ? api.session.print.call(input) : printPages(input.pdf),
    }),
    save: useCommand({
      call: (input: { name: string; file: File }) =>
        capabilities.save === 'dialog' ? api.session.save.call(input) : download(input),
    }),
  }
}

async function download({ name, file }: { name: string; file: File }): Promise<{ saved: boolean }> {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the URL later; revoking it at once would download nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { saved: true }
}
