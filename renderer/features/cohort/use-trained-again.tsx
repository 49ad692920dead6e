import { type ReactNode, useState } from 'react'
import type { Command } from '../../app/use-command.ts'
import { TrainedAgainDialog } from './trained-again-dialog.tsx'

/**
 * A command that gives people places in a class. If some were trained already, it asks for a reason and runs again with it; `act` is the label in the
 * dialog. `error` leaves out what the dialog asks about.
 */
export function useTrainedAgain<Input extends { repeatReason?: string | null | undefined }, Output>(
  command: Command<Input, Output>,
  action: string,
  onDone?: (output: Output) => void,
) {
  const [refusedInput, setRefusedInput] = useState<Input | null>(null)
  const trained = command.domainError?.code === 'trained_already' ? command.domainError.people : null
  const dialog: ReactNode = refusedInput && trained && (
    <TrainedAgainDialog
      people={trained}
      action={action}
      onAction={repeatReason => run({ ...refusedInput, repeatReason })}
      onCancel={() => {
        setRefusedInput(null)
        command.clear()
      }}
    />
  )
  async function run(input: Input) {
    setRefusedInput(input)
    const done = await command.run(input)
    if (done) {
      setRefusedInput(null)
      onDone?.(done.output)
    }
    return done
  }
  return { run, pending: command.pending, error: trained ? null : command.error, dialog }
}
