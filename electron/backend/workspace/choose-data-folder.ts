import { homedir } from 'node:os'
import { posix, resolve, win32 } from 'node:path'
import { DomainError } from '../domain-error.ts'
import { type PlaceMachine, placeProblem } from './data-place.ts'

type Machine = Pick<PlaceMachine, 'platform' | 'environment'> & { readonly home: string }

/** The default folder for data: local to this PC and this user, never roaming. */
export function defaultDataFolder({ platform, environment, home }: Machine): string {
  if (platform === 'win32') {
    return win32.join(environment.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'Balai')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Balai')
  return posix.join(environment.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'balai')
}

/**
 * The data folder as an absolute path; it need not exist yet.
 * @param requested value of `--data`
 * @throws DomainError network_folder, cloud_folder, removable_folder, program_folder
 */
export function chooseDataFolder(requested?: string, place?: PlaceMachine): string {
  const machine = { platform: process.platform, environment: process.env, home: homedir() }
  const folder = resolve(requested || defaultDataFolder(machine))
  const problem = placeProblem(folder, place)
  if (problem) throw new DomainError(problem)
  return folder
}
