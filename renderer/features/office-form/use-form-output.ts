import { api, useCommand, useSession } from '../../app/client.ts'
import { usePaperOutput } from '../../app/file/use-paper-output.ts'

/** Opens a filled form in Word or Excel where this host can, or saves it. */
export function useFormOutput() {
  const { capabilities } = useSession()
  const { save } = usePaperOutput()
  const open = useCommand(api.session.open)
  return {
    /** Whether this host can open files in other programs. */
    opens: capabilities.open === 'system',
    pending: save.pending || open.pending,
    error: save.error ?? open.error,
    async save(file: File): Promise<boolean> {
      return (await save.run({ name: file.name, file }))?.output.saved === true
    },
    /** Saves the file instead if nothing opens it. */
    async open(file: File): Promise<boolean> {
      const done = await open.run({ name: file.name, file })
      if (done?.output.opened) return true
      return done !== undefined && (await save.run({ name: file.name, file }))?.output.saved === true
    },
  }
}
