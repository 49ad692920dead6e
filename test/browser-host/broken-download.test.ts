import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const module = pathToFileURL(join(import.meta.dirname, '../../electron/browser-host/broken-download.ts')).href

/** A program that sends a form with a file, as the contract does, to a client that disconnects after the first part. */
function sendAndBreakOff(begin: string, end = ''): { status: number | null; stdout: string } {
  const program = `
    import { outliveBrokenDownloads } from ${JSON.stringify(module)}
    ${begin}
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(4_000_000)]))
    const reader = new Response(form).body.getReader()
    await reader.read()
    await reader.cancel()
    ${end}
    setTimeout(() => console.log('alive'), 200)`
  return spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '--disable-warning=ExperimentalWarning', '-e', program],
    {
      encoding: 'utf8',
    },
  )
}

test('a broken download would end the program, and does not', () => {
  expect(sendAndBreakOff('')).toMatchObject({ status: 1, stdout: '' })
  expect(sendAndBreakOff('outliveBrokenDownloads()')).toMatchObject({ status: 0, stdout: 'alive\n' })
})

test('any other rejection still ends it', () => {
  const ended = sendAndBreakOff('outliveBrokenDownloads()', "Promise.reject(new TypeError('something else'))")
  expect(ended).toMatchObject({ status: 1, stdout: '' })
})
