import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { type Clock, runningClock, systemClock } from '../backend/clock.ts'
import { type Backend, type BackendOptions, createBackend } from '../backend/create-backend.ts'
import { DomainError } from '../backend/domain-error.ts'
import type { HostServices } from '../backend/host-services.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'

/** A command line has no dialogs. */
export const silentHost: HostServices = {
  capabilities: { print: 'page', save: 'download' },
  async print() {
    return { printed: false }
  },
  async printers() {
    return []
  },
  async save() {
    return { saved: false }
  },
}

type Options = Partial<Pick<BackendOptions, 'host' | 'alone'>> & {
  readonly data?: string | undefined
  readonly today?: PlainDate | undefined
  /** For commands that repair a database that does not open. */
  readonly mayBeDamaged?: boolean
}

/** The clock of a command: the date of --today, or the system clock. */
export function clockOf({ today }: Pick<Options, 'today'>): Clock {
  return today ? runningClock(today) : systemClock
}

/** Runs `work` on the data folder of --data, and always closes it. @throws DomainError if it does not open */
export async function withBackend<T>(options: Options, work: (backend: Backend) => Promise<T>): Promise<T> {
  const { data, host = silentHost, alone = true, mayBeDamaged } = options
  const clock = clockOf(options)
  const backend = createBackend({ dataFolder: chooseDataFolder(data), host, clock, create: false, alone })
  try {
    if (backend.workspace.openingError && !mayBeDamaged) throw new DomainError(backend.workspace.openingError)
    return await work(backend)
  } finally {
    await backend.close()
  }
}
