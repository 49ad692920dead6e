import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Reads the first sheet of a workbook with LibreOffice and returns its lines. Null where LibreOffice is not installed. It gets its own
 * profile, because a second soffice of the same user would end at once. The output file is checked, because soffice exits with 0 even when
 * it opened nothing.
 */
export async function libreOffice(folder: string): Promise<((file: string) => Promise<string[]>) | null> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  const open = async (file: string) => {
    const out = mkdtempSync(join(folder, 'opened-'))
    await run('soffice', [profile, '--headless', '--convert-to', 'csv', '--outdir', out, file], { timeout: 300_000 })
    const made = join(out, basename(file).replace(/\.[^.]+$/, '.csv'))
    if (!existsSync(made)) throw new Error(`LibreOffice has not opened ${basename(file)}`)
    const lines = readFileSync(made, 'utf8').trimEnd().split('\n')
    rmSync(out, { recursive: true })
    return lines
  }
  try {
    await run('soffice', [profile, '--version'])
  } catch {
    return null
  }
  return open
}
