import type { PracticeScene } from '../../../shared/features/session/practice-scenes.ts'
import { api } from '../client.ts'
import { type Command, useCommand } from '../use-command.ts'

interface CentreSwitch {
  openPractice: Command<{ scene?: PracticeScene | null }, void>
  leavePractice: Command<Record<string, never>, void>
  resetPractice: Command<{ scene?: PracticeScene }, void>
}

/** Switches to the practice centre and back, and resets it. */
export function useCentreSwitch(): CentreSwitch {
  return {
    openPractice: useCommand(api.session.openPractice),
    leavePractice: useCommand(api.session.leavePractice),
    resetPractice: useCommand(api.session.resetPractice, {
      done: () => 'Balai contoh kembali seperti semula.',
    }),
  }
}
