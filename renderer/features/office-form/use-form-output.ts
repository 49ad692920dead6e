import { api } from '../../app/client.ts'
import { usePaperOutput } from '../../app/file/use-paper-output.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'

/** Sends a filled form out: opened in Word or Excel where this host can, or saved. */
export function useFormOutput() {
  const { capabilities } = useSession()
  const { save } = usePaperOutput()
  const open = useCommand(api.session.open)
  return {
    /** Whether files can be opened in other programs. */
    opens: capabilities.open === 'system',
    pending: save.pending || open.pending,
    error: save.error ?? open.error,
    async save(file: File): Promise<boolean> {
      return (await save.run({ name: file.name, file }))?.output.saved === true
    },
    /** Where nothing opens it, it is saved instead. */
    async open(file: File): Promise<boolean> {
      const done = await open.run({ name: file.name, file })
      if (done?.output.opened) return true
      return done !== undefined && (await save.run({ name: file.name, file }))?.output.saved === true
    },
  }
}
