import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * LibreOffice reading a workbook: the lines of its first sheet. It has a profile of its own, because beside another soffice of this user it
 * would end at once; and what it wrote is looked for, because it ends with 0 also when it opened nothing. Null where it is not installed.
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
