import { silentHost } from '../../../electron/cli/with-backend.ts'

/**
 * The built backend, as an office runs it. From the sources Node would need about 75 MB more, because it also loads the compiler that
 * strips types.
 * @param day of the clock, YYYY-MM-DD
 */
export async function builtBackend(dataFolder: string, day: string) {
  const file = new URL('../../../out/main/backend.js', import.meta.url)
  const { createBackend } = (await import(file.href)) as typeof import('../../../electron/backend/create-backend.ts')
  const now = new Date(`${day}T08:00:00+07:00`)
  const opening = performance.now()
  const backend = createBackend({ dataFolder, host: silentHost, clock: { now: () => now } })
  return { ...backend, opening }
}
