import { silentHost } from '../../../electron/cli/with-backend.ts'

/**
 * The backend as an office has it: built. From its sources Node holds some 75 MB more, for the compiler that takes the types out.
 * @param day that the clock stands at, YYYY-MM-DD
 */
export async function builtBackend(dataFolder: string, day: string) {
  const file = new URL('../../../out/main/backend.js', import.meta.url)
  const { createBackend } = (await import(file.href)) as typeof import('../../../electron/backend/create-backend.ts')
  const now = new Date(`${day}T08:00:00+07:00`)
  const opening = performance.now()
  const backend = createBackend({ dataFolder, host: silentHost, clock: { now: () => now } })
  return { ...backend, opening }
}
