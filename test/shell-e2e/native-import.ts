// Loaded by Node itself and not by the test runner, so that the built program runs unchanged. Every start gets its own copy of it and of
// the replaced Electron: '?start=' in an address is passed on to its imports.
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const standIn = pathToFileURL(join(import.meta.dirname, 'electron/electron.ts')).href
const ours = [join(import.meta.dirname, '../../out'), import.meta.dirname].map(
  folder => `${pathToFileURL(folder).href}/`,
)

registerHooks({
  resolve(specifier, context, next) {
    const start = /\?start=\d+$/.exec(context.parentURL ?? '')?.[0]
    if (start === undefined) return next(specifier, context)
    if (specifier === 'electron') return { url: `${standIn}${start}`, shortCircuit: true }
    const resolved = next(specifier, context)
    return ours.some(folder => resolved.url.startsWith(folder)) && !resolved.url.includes('?')
      ? { ...resolved, url: `${resolved.url}${start}` }
      : resolved
  },
})

export const nativeImport = (path: string, start: number): Promise<unknown> =>
  import(`${pathToFileURL(path).href}?start=${start}`)
