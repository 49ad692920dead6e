import { client } from '../../app/client.ts'
import { usePaperOutput } from '../../app/file/use-paper-output.ts'
import { useCommand } from '../../app/use-command.ts'

/** Saves the results as a sheet for Excel: of one class, or of all (null). */
export function useCompetenceExport(): { run: (code: string | null) => Promise<void>; error: string | null } {
  const write = useCommand({
    call: (input: Parameters<typeof client.competence.export>[0]) => client.competence.export(input),
  })
  const output = usePaperOutput()
  return {
    async run(code) {
      const done = await write.run({ code })
      if (done) await output.save.run({ name: done.output.name, file: done.output })
    },
    error: write.error ?? output.save.error,
  }
}
