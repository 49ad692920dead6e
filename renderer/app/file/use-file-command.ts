import { useCommand } from '../use-command.ts'
import { usePaperOutput } from './use-paper-output.ts'

/** The backend makes a file and this host saves it. `run` returns whether it was saved; false when cancelled or failed. */
export function useFileCommand<Input>(
  operation: { call: (input: Input) => Promise<File> },
  done?: (file: File) => string,
) {
  const make = useCommand(operation, done ? { done } : {})
  const { save } = usePaperOutput()
  return {
    pending: make.pending,
    error: make.error ?? save.error,
    async run(input: Input): Promise<boolean> {
      const made = await make.run(input)
      const saved = made && (await save.run({ name: made.output.name, file: made.output }))
      return saved?.output.saved === true
    },
  }
}
