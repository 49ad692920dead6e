import { useQueryClient } from '@tanstack/react-query'
import { api } from './client.ts'
import { type Command, useCommand } from './use-command.ts'

type Input = Record<string, never>

export interface CentreSwitch {
  openPractice: Command<Input, void>
  leavePractice: Command<Input, void>
}

/** Goes over to the practice centre and back. */
export function useCentreSwitch(): CentreSwitch {
  const queries = useQueryClient()
  // What was read of the one centre must not flash up in the other.
  const forget = async <Output>(done: Promise<Output>) => {
    const output = await done
    queries.removeQueries({ type: 'inactive' })
    return output
  }
  return {
    openPractice: useCommand({ call: (input: Input) => forget(api.session.openPractice.call(input)) }),
    leavePractice: useCommand({ call: (input: Input) => forget(api.session.leavePractice.call(input)) }),
  }
}
