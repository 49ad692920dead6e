import { api } from '../client.ts'
import { type Command, useCommand } from '../use-command.ts'

interface CentreSwitch {
  openPractice: Command<Record<string, never>, void>
  leavePractice: Command<Record<string, never>, void>
  resetPractice: Command<Record<string, never>, void>
}

/** Goes over to the practice centre and back, and begins it anew. */
export function useCentreSwitch(): CentreSwitch {
  return {
    openPractice: useCommand(api.session.openPractice),
    leavePractice: useCommand(api.session.leavePractice),
    resetPractice: useCommand(api.session.resetPractice, {
      done: () => 'Balai contoh kembali seperti semula.',
    }),
  }
}
