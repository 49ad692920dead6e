import { api } from '../client.ts'
import { useSession } from '../session.tsx'
import { type Command, useCommand } from '../use-command.ts'
import { printPages } from './print-pages.ts'

interface PaperOutput {
  /** Opens the print dialog of the computer; `printed` is false when the clerk cancels. */
  print: Command<{ title: string; pdf: File }, { printed: boolean }>
  /** Asks where to, or downloads; `saved` is false when the clerk cancels. */
  save: Command<{ name: string; file: File }, { saved: boolean }>
}

/** Sends a finished file out of the program in the way this host can. */
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
  // The browser reads the address after this turn; taken back at once it would download nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { saved: true }
}
